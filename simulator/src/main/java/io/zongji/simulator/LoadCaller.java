package io.zongji.simulator;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ScheduledFuture;

/**
 * One caller of a load run, who hangs up at a point decided beforehand, and judges whether the call went as it should. On the
 * thread of the callers' stack.
 */
final class LoadCaller implements PhoneListener {

    /** Where in the call the caller hangs up. */
    enum HangUp {
        AT_ONCE("before anything came back"),
        EARLY("in the first moments"),
        WHILE_WAITING("while waiting"),
        AS_IT_RINGS("as the agent's phone rings"),
        AS_ANSWERED("in the moment of the answer"),
        AFTER_TALKING("after talking");

        private final String words;

        HangUp(String words) {
            this.words = words;
        }
    }

    private static final Duration LOOK = Duration.ofMillis(200);

    private final LoadRun run;
    private final String number;
    private final HangUp when;
    private final Duration delay;
    private final boolean agentHangsUp;
    private final int hertz;
    private OutgoingCall call;
    private PhoneCall agent;
    private ScheduledFuture<?> patience;
    private int agentHertz;
    private boolean rang;
    private boolean hungUp;
    private boolean heardAgent;
    private boolean agentHeard;
    private boolean ended;

    LoadCaller(LoadRun run, int index, Random random) {
        this.run = run;
        this.number = "139" + (10_000_000 + index);
        this.hertz = LoadRun.callerHertz(index);
        this.when = random.nextDouble() < run.settings().hazards().hangUps()
                ? HangUp.values()[random.nextInt(HangUp.values().length - 1)]
                : HangUp.AFTER_TALKING;
        this.delay = switch (when) {
            case EARLY -> Duration.ofMillis(random.nextInt(300));
            case WHILE_WAITING -> Duration.ofMillis(300 + random.nextInt(6000));
            case AFTER_TALKING ->
                Duration.ofMillis(500
                        + random.nextInt((int) Math.max(1, run.settings().talk().toMillis() - 500)));
            default -> Duration.ZERO;
        };
        this.agentHangsUp = random.nextBoolean();
    }

    String number() {
        return number;
    }

    int hertz() {
        return hertz;
    }

    void begin(SimulatedPhone phone) {
        phone.listener(this);
        call = phone.call(run.settings().number());
        if (when == HangUp.AT_ONCE) {
            hangUp();
        } else if (when == HangUp.EARLY || when == HangUp.WHILE_WAITING) {
            after(delay, this::hangUp);
        } else {
            patience = run.callers().later(run.settings().hazards().patience(), () -> {
                if (agent == null && !ended) {
                    hangUp();
                }
            });
        }
    }

    @Override
    public void talking(PhoneCall answered) {
        String keys = run.settings().keys();
        if (!keys.isEmpty()) {
            after(Duration.ofMillis(300), () -> call.sendDigits(keys));
        }
    }

    /** An agent's phone rings for this caller. */
    void rings() {
        if (!rang) {
            rang = true;
            run.waited(call.age());
        }
        if (when == HangUp.AS_IT_RINGS) {
            hangUp();
        }
    }

    /** An agent has just answered. */
    void answeredBy(PhoneCall answering, int tone) {
        agent = answering;
        agentHertz = tone;
        if (when == HangUp.AS_ANSWERED) {
            hangUp();
        } else {
            listen();
            after(delay, agentHangsUp ? agent::hangUp : this::hangUp);
        }
    }

    @Override
    public void ended(PhoneCall over) {
        ended = true;
        if (patience != null) {
            patience.cancel(false);
        }
        run.callers().remove(over.phone());
        run.over(this, outcome(over.end()), failure(over.end()));
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public String toString() {
        return number + ", who was to hang up " + when.words + ": " + call;
    }

    private void hangUp() {
        hungUp = true;
        call.hangUp();
    }

    private void listen() {
        heardAgent |= call.audio().hears(agentHertz);
        agentHeard |= agent.audio().hears(hertz);
        if (!ended && !(heardAgent && agentHeard)) {
            after(LOOK, this::listen);
        }
    }

    private String outcome(CallEnd end) {
        if (agent != null) {
            return "talked, hung up " + when.words;
        }
        if (hungUp) {
            return "hung up " + (when == HangUp.AFTER_TALKING ? "out of patience" : when.words);
        }
        return "ended by the server with " + end.status() + " " + end.reason();
    }

    /** What was wrong, or null. */
    private String failure(CallEnd end) {
        boolean goodEnd = end.status() == 200 || end.status() == 487 || crossed(end);
        if (!goodEnd) {
            return this + " ended with " + end;
        }
        if (!hungUp && agent == null) {
            return this + " was hung up by the server with " + end;
        }
        boolean talkedLongEnough = agent != null && when == HangUp.AFTER_TALKING && delay.toMillis() >= 1000;
        if (talkedLongEnough && !(heardAgent && agentHeard)) {
            return this + ": caller heard the agent " + heardAgent + ", agent heard the caller " + agentHeard + ", "
                    + call.audio().heard() + " and " + agent.audio().heard();
        }
        return null;
    }

    /** Both hung up in the same moment. */
    private boolean crossed(CallEnd end) {
        return hungUp && end.status() == 481;
    }

    private void after(Duration time, Runnable what) {
        run.callers().later(time, () -> {
            if (!ended) {
                what.run();
            }
        });
    }
}
