package io.zongji.simulator;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings callers and agents together: has callers arrive as a Poisson process, lets agents answer, tells a caller when it is
 * an agent who speaks now, and hangs up calls whose other end fell silent for good. Everything runs on the stack's thread.
 */
final class DemoActors {

    private static final Logger log = LoggerFactory.getLogger(DemoActors.class);
    private static final Duration REGISTRATION = Duration.ofSeconds(60);
    /** Longer than any message that a caller leaves, during which the call centre is silent. */
    private static final Duration LOOK_FOR_DEAD_CALLS = Duration.ofSeconds(30);

    private static final int CUSTOMERS = 400;

    private final PhoneStack stack;
    private final DemoSettings settings;
    private final Random random;
    private final Sound[] highVoices = voices(205, 225, 190);
    private final Sound[] lowVoices = voices(115, 130, 105);
    private final Map<String, DemoCaller> callers = new HashMap<>();
    private final Map<PhoneCall, Long> packetsBefore = new HashMap<>();
    private boolean ended;

    DemoActors(PhoneStack stack, DemoSettings settings) {
        this.stack = stack;
        this.settings = settings;
        this.random = new Random(settings.seed());
    }

    void begin() {
        log.info(
                "{} agents and {} callers a minute for {}, from {}, seed {}",
                settings.agents(),
                settings.callersPerMinute(),
                settings.server(),
                stack.address(),
                settings.seed());
        for (int i = 0; i < settings.agents(); i++) {
            beginAgent(i);
        }
        stack.run(this::awaitNextCaller);
        stack.later(LOOK_FOR_DEAD_CALLS, this::hangUpDeadCalls);
    }

    void end() {
        stack.run(() -> ended = true);
    }

    Random random() {
        return random;
    }

    PhoneStack stack() {
        return stack;
    }

    /** A time between two limits, in milliseconds. */
    Duration between(int fromMillis, int toMillis) {
        return Duration.ofMillis(fromMillis + random.nextInt(toMillis - fromMillis + 1));
    }

    void gone(DemoCaller caller) {
        callers.remove(caller.number(), caller);
    }

    private static Sound[] voices(int... pitches) {
        Sound[] made = new Sound[pitches.length];
        for (int i = 0; i < pitches.length; i++) {
            made[i] = Sound.voice(pitches[i], i);
        }
        return made;
    }

    private void beginAgent(int index) {
        String extension = Integer.toString(DemoSettings.FIRST_EXTENSION + index);
        Sound voice = lowVoices[index % lowVoices.length];
        SimulatedPhone phone = stack.phone(new PhoneAccount(extension, settings.password(), settings.server()));
        phone.onCall(() -> AnswerPlan.after(between(1000, 4000))).listener(new PhoneListener() {
            @Override
            public void talking(PhoneCall call) {
                answered(call, voice);
            }

            @Override
            public void registered(SimulatedPhone registered, boolean active) {
                log.info("Phone {} is {}", extension, active ? "registered" : "not registered");
            }
        });
        phone.register(REGISTRATION);
    }

    private void awaitNextCaller() {
        if (settings.callersPerMinute() > 0 && !ended) {
            double minutes = -Math.log(1 - random.nextDouble()) / settings.callersPerMinute();
            stack.later(Duration.ofMillis((long) (minutes * 60_000)), () -> {
                if (!ended) {
                    callerArrives();
                    awaitNextCaller();
                }
            });
        }
    }

    private void callerArrives() {
        String number = "1380000" + (1000 + random.nextInt(CUSTOMERS));
        if (callers.containsKey(number)) {
            return;
        }
        String dialled = random.nextInt(100) < 88 ? "95000" : "95001";
        Sound voice = highVoices[Math.floorMod(number.hashCode(), highVoices.length)];
        DemoCaller caller = new DemoCaller(this, number, dialled, voice);
        callers.put(number, caller);
        caller.call(stack.phone(new PhoneAccount(number, null, settings.server())));
    }

    private void answered(PhoneCall agent, Sound voice) {
        Optional<DemoCaller> caller = Optional.ofNullable(callers.get(agent.peer()));
        Conversation conversation = new Conversation(
                this,
                agent,
                voice,
                caller.map(DemoCaller::call).orElse(null),
                caller.map(DemoCaller::voice).orElse(null));
        conversation.begin();
        caller.ifPresent(one -> one.talksWith(agent));
    }

    /** After the server's death nobody sends a BYE; that no packet comes any more tells it. */
    private void hangUpDeadCalls() {
        Map<PhoneCall, Long> seen = new HashMap<>();
        for (SimulatedPhone phone : stack.phones()) {
            for (PhoneCall call : phone.calls()) {
                long packets = call.audio().heard().packets();
                if (call.state() == CallState.TALKING && Long.valueOf(packets).equals(packetsBefore.get(call))) {
                    log.info("{} hears nothing any more", call);
                    call.hangUp();
                }
                seen.put(call, packets);
            }
        }
        packetsBefore.clear();
        packetsBefore.putAll(seen);
        stack.later(LOOK_FOR_DEAD_CALLS, this::hangUpDeadCalls);
    }
}
