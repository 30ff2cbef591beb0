package io.zongji.simulator;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody who calls the hotline once and behaves like a person: listens, presses a key or the wrong one or none, waits,
 * loses patience, leaves a message, or talks. On the stack's thread.
 */
final class DemoCaller implements PhoneListener {

    private static final Logger log = LoggerFactory.getLogger(DemoCaller.class);
    private static final Duration LONGEST_CALL = Duration.ofMinutes(6);

    private final DemoActors actors;
    private final String number;
    private final String dialled;
    private final Sound voice;
    private String wish = "";
    private OutgoingCall call;
    private PhoneCall agent;
    private ScheduledFuture<?> longest;

    DemoCaller(DemoActors actors, String number, String dialled, Sound voice) {
        this.actors = actors;
        this.number = number;
        this.dialled = dialled;
        this.voice = voice;
    }

    String number() {
        return number;
    }

    Sound voice() {
        return voice;
    }

    OutgoingCall call() {
        return call;
    }

    void call(SimulatedPhone phone) {
        phone.listener(this);
        call = phone.call(dialled);
        longest = actors.stack().later(LONGEST_CALL, call::hangUp);
    }

    /** An agent has answered: no more impatience. */
    void talksWith(PhoneCall answering) {
        agent = answering;
    }

    @Override
    public void talking(PhoneCall answered) {
        if (dialled.equals("95001")) {
            findsClosed();
            return;
        }
        int chance = actors.random().nextInt(100);
        if (chance < 7) {
            wish = "gave up in the greeting";
            after(actors.between(500, 5000), this::hangUpUnlessTalking);
        } else if (chance < 72) {
            asksForAgent(actors.between(3500, 10_000));
        } else if (chance < 84) {
            leavesMessage(actors.between(3500, 10_000));
        } else if (chance < 92) {
            wish = "pressed nothing";
        } else {
            press(actors.between(3500, 9000), "7");
            asksForAgent(actors.between(13_000, 17_000));
        }
    }

    @Override
    public void ended(PhoneCall over) {
        longest.cancel(false);
        actors.gone(this);
        actors.stack().remove(over.phone());
        String with = agent == null ? wish : "with " + agent.phone().account().user();
        log.info(
                "{} called {}: {} s, {}; {}",
                number,
                dialled,
                over.timeTalking().toSeconds(),
                with,
                over.end());
    }

    private void asksForAgent(Duration when) {
        wish = "wanted an agent";
        press(when, "1");
        speaksUp(when.plusSeconds(8));
        boolean impatient = actors.random().nextInt(100) < 25;
        if (impatient) {
            double seconds = 5 - 40 * Math.log(1 - actors.random().nextDouble());
            after(when.plusMillis((long) (seconds * 1000)), this::hangUpUnlessTalking);
        }
    }

    /** An agent who is not simulated must hear somebody too: says something now and then until a simulated one takes over. */
    private void speaksUp(Duration when) {
        after(when, () -> {
            if (agent == null) {
                call.audio().say(voice);
                after(Duration.ofMillis(2500), () -> {
                    if (agent == null) {
                        call.audio().say(Sound.SILENCE);
                    }
                });
                speaksUp(actors.between(5000, 9000));
            }
        });
    }

    private void leavesMessage(Duration when) {
        wish = "left a message";
        press(when, "2");
        speakThenHash(when.plus(actors.between(7000, 9000)));
    }

    private void findsClosed() {
        if (actors.random().nextInt(100) < 40) {
            wish = "found it closed";
            after(actors.between(6000, 14_000), call::hangUp);
        } else {
            wish = "left a message after hours";
            speakThenHash(actors.between(22_000, 26_000));
        }
    }

    private void speakThenHash(Duration when) {
        Duration length = actors.between(5000, 14_000);
        after(when, () -> call.audio().say(voice));
        after(when.plus(length), () -> call.audio().say(Sound.SILENCE));
        press(when.plus(length).plusMillis(400), "#");
        after(when.plus(length).plusSeconds(12), this::hangUpUnlessTalking);
    }

    private void press(Duration when, String key) {
        after(when, () -> {
            if (agent == null) {
                call.sendDigits(key);
            }
        });
    }

    private void hangUpUnlessTalking() {
        if (agent == null) {
            call.hangUp();
        }
    }

    private void after(Duration when, Runnable what) {
        actors.stack().later(when, () -> {
            if (call.state() != CallState.ENDED) {
                what.run();
            }
        });
    }
}
