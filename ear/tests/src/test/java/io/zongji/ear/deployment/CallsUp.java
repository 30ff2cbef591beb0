package io.zongji.ear.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.ear.Customer;
import io.zongji.ear.DeployedArchive;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.CallState;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.PhoneAudio;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A conversation with agent 1001, and callers who hear music in the queue; none of them may notice anything. */
final class CallsUp implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int CALLER_TONE = 700;
    private static final int AGENT_TONE = 1100;
    static final int WAITING = 3;

    private final PhoneStack trunk = PhoneStack.open("127.0.0.2", 0);
    private final PhoneStack office = PhoneStack.open("127.0.0.3", 0);
    private final String firstNumber;
    private final SimulatedPhone agent;
    private final OutgoingCall caller;
    private final IncomingCall atAgent;
    private final List<OutgoingCall> waiting = new ArrayList<>();
    private final List<Ear> ears = new ArrayList<>();

    /** The beginning of the numbers of all callers; no earlier run had them. */
    static String someNumbers() {
        return "139" + String.format("%07d", System.currentTimeMillis() / 100 % 10_000_000);
    }

    /** @param firstNumber that the caller who talks has; those who wait have the next ones */
    CallsUp(String firstNumber) throws Exception {
        this.firstNumber = firstNumber;
        agent = office.phone(new PhoneAccount("8001", "extensions-secret", DeployedArchive.sip()))
                .saying(Sound.tone(AGENT_TONE))
                .onCall(AnswerPlan.after(Duration.ofMillis(200)));
        agent.register();
        agent.awaitRegistered(SOON);
        caller = call(0);
        atAgent = agent.awaitRinging(SOON);
        atAgent.awaitTalking(SOON);
        caller.audio().awaitTone(AGENT_TONE, SOON);
        atAgent.audio().awaitTone(CALLER_TONE, SOON);
        for (int i = 1; i <= WAITING; i++) {
            waiting.add(call(i));
        }
        listenTo(caller.audio());
        listenTo(atAgent.audio());
        waiting.forEach(one -> listenTo(one.audio()));
    }

    private OutgoingCall call(int index) throws Exception {
        String number = Long.toString(Long.parseLong(firstNumber) + index);
        OutgoingCall call =
                Customer.of(trunk, number).saying(Sound.tone(CALLER_TONE)).call("95000");
        call.awaitTalking(SOON);
        call.audio().awaitSound(SOON);
        call.sendDigits("1");
        return call;
    }

    private void listenTo(PhoneAudio audio) {
        ears.add(new Ear(audio, audio.heard(), System.nanoTime()));
    }

    /** Everybody still hears what they heard, and no packet was lost since the beginning. */
    void assertUndisturbed() {
        assertThat(caller.audio().hears(AGENT_TONE)).isTrue();
        assertThat(atAgent.audio().hears(CALLER_TONE)).isTrue();
        assertThat(waiting).allMatch(one -> one.state() == CallState.TALKING);
        ears.forEach(Ear::assertNothingLost);
    }

    /** What a party has heard when the listening began. */
    private record Ear(PhoneAudio audio, PhoneAudio.Heard then, long thenNanos) {
        private static final int PACKETS_PER_SECOND = 50;

        void assertNothingLost() {
            PhoneAudio.Heard now = audio.heard();
            double seconds = (System.nanoTime() - thenNanos) / 1e9;
            assertThat(now.lost() - then.lost()).as("packets lost").isZero();
            assertThat(now.packets() - then.packets())
                    .as("packets in %.1f s", seconds)
                    .isGreaterThan((long) (seconds * PACKETS_PER_SECOND * 0.97) - 10);
        }
    }

    /** Ends all calls in order. */
    @Override
    public void close() {
        waiting.forEach(one -> one.hangUp());
        waiting.forEach(one -> one.awaitEnded(SOON));
        caller.hangUp();
        atAgent.awaitEnded(SOON);
        agent.unregister();
        agent.awaitUnregistered(SOON);
        trunk.close();
        office.close();
    }
}
