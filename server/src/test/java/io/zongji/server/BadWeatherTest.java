package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.conversation.Refusal;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.conversation.SupervisorMode;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two things in the same instant: each is answered, and afterwards nobody is stuck. */
class BadWeatherTest extends CallCentreTest {

    private static final int CUSTOMER = 700;
    private static final int FIRST = 1100;
    private static final int SECOND = 1500;
    private static final int SUPERVISOR = 1900;

    private final SimulatedPhone[] registered = new SimulatedPhone[4];
    private int calls;

    @AfterEach
    void nobodyIsStuck() {
        centre.awaitRecords(calls);
        centre.awaitNothingLeft();
        for (int agent = 1001; agent <= 1003; agent++) {
            assertThat(centre.stateOf(agent)).isIn(AgentState.IDLE, AgentState.BUSY, AgentState.SIGNED_OUT);
        }
        centre.assertAllFits();
    }

    /** The first answers in the moment in which the offer ends, and the second at once: one of them has the call. */
    @Test
    void ofTwoAgentsWhoAnswerInTheSameInstantOneHasTheCall() {
        centre.setUp("update queue set offer_timeout_ms = 300");
        AtomicBoolean first = new AtomicBoolean();
        for (int millis = 285; millis <= 315; millis += 3) {
            Duration delay = Duration.ofMillis(millis);
            first.set(true);
            SimulatedPhone[] phones = {phone(1001, FIRST), phone(1002, SECOND)};
            for (SimulatedPhone phone : phones) {
                phone.onCall(() -> AnswerPlan.after(first.getAndSet(false) ? delay : Duration.ZERO));
            }
            idle(1001);
            idle(1002);
            OutgoingCall caller = call();
            await("one agent is heard")
                    .atMost(SOON)
                    .until(() -> caller.audio().hears(FIRST) != caller.audio().hears(SECOND));
            boolean firstHas = caller.audio().hears(FIRST);
            centre.awaitState(firstHas ? 1001 : 1002, AgentState.TALKING);
            await("the other has no call")
                    .atMost(SOON)
                    .until(() -> centre.stateOf(firstHas ? 1002 : 1001) != AgentState.TALKING);
            assertThat(phones[firstHas ? 1 : 0].calls()).allMatch(call -> call.end() != null);
            caller.hangUp();
            centre.awaitRecords(calls);
        }
    }

    @Test
    void aCallerMayHangUpAtEachMillisecondBetweenOfferAndAnswer() {
        SimulatedPhone phone = phone(1001, FIRST).onCall(AnswerPlan.after(Duration.ofMillis(25)));
        idle(1001);
        for (int millis = 0; millis < 50; millis++) {
            OutgoingCall caller = call();
            IncomingCall ringing = phone.awaitRinging(SOON);
            if (millis > 0) {
                centre.pause(Duration.ofMillis(millis));
            }
            caller.hangUp();
            ringing.awaitEnded(SOON);
            centre.awaitState(1001, AgentState.IDLE);
        }
        assertThat(centre.awaitRecords(calls))
                .extracting(record -> record.get("outcome"))
                .isSubsetOf("ABANDONED_WHILE_RINGING", "ANSWERED", "ABANDONED_IN_QUEUE")
                .contains("ABANDONED_WHILE_RINGING", "ANSWERED");
    }

    @Test
    void commandsOfTwoTabsGetExactlyOneAnswerEach() {
        OutgoingCall caller = talk();
        CallId call = centre.centre().liveBoard().snapshot().calls().get(0).call();
        for (int i = 0; i < 20; i++) {
            assertThat(twice(call, Service.HOLD)).containsExactlyInAnyOrder(null, Refusal.ALREADY_HELD);
            assertThat(twice(call, Service.RETRIEVE)).containsExactlyInAnyOrder(null, Refusal.NOBODY_HELD);
        }
        List<Refusal> consultations = twice(call, Service.CONSULT);
        assertThat(consultations).filteredOn(Refusal.DEVICE_UNREACHABLE::equals).hasSize(2);
        caller.hangUp();
        centre.awaitState(1001, AgentState.IDLE);
        CompletableFuture<String> one =
                centre.centre().agents().ask(new AgentId("1001"), AgentRequest.Action.BUSY, null);
        CompletableFuture<String> other =
                centre.centre().agents().ask(new AgentId("1001"), AgentRequest.Action.BUSY, null);
        assertThat(Arrays.asList(one.join(), other.join())).containsExactlyInAnyOrder(null, "already busy");
    }

    @Test
    void whatNoCallCanDoHarmsNone() {
        OutgoingCall caller = talk();
        CallId call = centre.centre().liveBoard().snapshot().calls().get(0).call();
        assertThatThrownBy(() -> ask(call, Service.SEND_DIGITS, "queue:support"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ask(call, Service.MAKE_CALL, "8002")).isInstanceOf(IllegalArgumentException.class);
        assertThat(ask(call, Service.HOLD, "")).isNull();
        caller.hangUp();
    }

    @Test
    void aSupervisorWhoBargesInWhileATransferIsUnderWayTalksWithWhomeverAnswers() {
        SimulatedPhone colleague = phone(1002, SECOND).onCall(AnswerPlan.manual());
        SimulatedPhone supervisor = phone(1003, SUPERVISOR).onCall(AnswerPlan.after(Duration.ZERO));
        OutgoingCall caller = talk();
        CallId call = centre.centre().liveBoard().snapshot().calls().get(0).call();
        assertThat(ask(call, Service.SINGLE_STEP_TRANSFER, "8002")).isNull();
        IncomingCall ringing = colleague.awaitRinging(SOON);
        assertThat(refusal(centre.centre().calls().join(call, "8003", SupervisorMode.BARGE_IN, "Zhang")))
                .isNull();
        IncomingCall barging = supervisor.awaitRinging(SOON);
        barging.awaitTalking(SOON);
        ringing.answer();
        await("all three talk")
                .atMost(SOON)
                .until(() -> caller.audio().hearsAmongOthers(SECOND)
                        && caller.audio().hearsAmongOthers(SUPERVISOR)
                        && barging.audio().hearsAmongOthers(CUSTOMER)
                        && barging.audio().hearsAmongOthers(SECOND));
        ringing.hangUp();
        caller.awaitEnded(SOON);
        barging.awaitEnded(SOON);
    }

    private OutgoingCall talk() {
        SimulatedPhone phone = phone(1001, FIRST).onCall(AnswerPlan.after(Duration.ZERO));
        idle(1001);
        OutgoingCall caller = call();
        caller.audio().awaitTone(FIRST, SOON);
        phone.awaitRinging(SOON).audio().awaitTone(CUSTOMER, SOON);
        return caller;
    }

    private OutgoingCall call() {
        calls++;
        return centre.caller().saying(Sound.tone(CUSTOMER)).call("support");
    }

    private SimulatedPhone phone(int agent, int tone) {
        int index = agent - 1000;
        if (registered[index] == null) {
            registered[index] = centre.phoneOf(agent).saying(Sound.tone(tone));
        }
        return registered[index];
    }

    private void idle(int agent) {
        await(agent + " is idle").atMost(SOON).until(() -> {
            AgentState state = centre.stateOf(agent);
            if (state == AgentState.SIGNED_OUT) {
                centre.ask(agent, AgentRequest.Action.SIGN_IN);
            } else if (state != AgentState.IDLE) {
                centre.ask(agent, AgentRequest.Action.READY);
            }
            return state == AgentState.IDLE;
        });
    }

    private List<Refusal> twice(CallId call, Service service) {
        String target = service == Service.CONSULT ? "8009" : "";
        CompletableFuture<Optional<Refusal>> one = centre.centre().calls().ask(call, service, "8001", target);
        CompletableFuture<Optional<Refusal>> other = centre.centre().calls().ask(call, service, "8001", target);
        return Arrays.asList(refusal(one), refusal(other));
    }

    private Refusal ask(CallId call, Service service, String target) {
        return refusal(centre.centre().calls().ask(call, service, "8001", target));
    }

    private static Refusal refusal(CompletableFuture<Optional<Refusal>> outcome) {
        return outcome.join().orElse(null);
    }
}
