package io.zongji.domain.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.CallId;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of the requirements, cell by cell. */
class AgentTransitionsTest {
    private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");
    private static final CallId CALL = new CallId("c1");

    @ParameterizedTest
    @CsvSource({
        "IDLE, DIAL, TALKING",
        "IDLE, OFFER, OFFERED",
        "OFFERED, ANSWER, TALKING",
        "IDLE, WRAP_UP, WRAP_UP",
        "IDLE, BUSY, BUSY",
        "IDLE, REST, REST",
        "WRAP_UP, READY, IDLE",
        "WRAP_UP, TIMER, IDLE",
        "WRAP_UP, DIAL, TALKING",
        "WRAP_UP, BUSY, BUSY",
        "WRAP_UP, REST, REST",
        "BUSY, READY, IDLE",
        "BUSY, DIAL, TALKING",
        "BUSY, WRAP_UP, WRAP_UP",
        "BUSY, REST, REST",
        "REST, READY, IDLE",
        "REST, TIMER, IDLE",
        "REST, BUSY, BUSY",
        "IDLE, SIGN_OUT, SIGNED_OUT",
        "WRAP_UP, SIGN_OUT, SIGNED_OUT",
        "BUSY, SIGN_OUT, SIGNED_OUT",
        "REST, SIGN_OUT, SIGNED_OUT",
        "LOST, SIGN_OUT, SIGNED_OUT",
        "OFFERED, OFFER_FAILED, BUSY",
        "OFFERED, OFFER_WITHDRAWN, IDLE",
        "IDLE, DEVICE_LOST, LOST",
        "LOST, DEVICE_BACK, IDLE"
    })
    void allowedActionLeadsToItsState(AgentState from, AgentAction action, AgentState to) {
        AgentStep step = apply(in(from, null), action);

        assertThat(step.refusal()).isEmpty();
        assertThat(step.status().state()).isEqualTo(to);
        assertThat(step.status().since()).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "SIGNED_OUT, REST",
        "SIGNED_OUT, DIAL",
        "SIGNED_OUT, READY",
        "SIGNED_OUT, SIGN_OUT",
        "SIGNED_OUT, OFFER",
        "IDLE, SIGN_IN",
        "IDLE, READY",
        "IDLE, ANSWER",
        "IDLE, RELEASE",
        "OFFERED, DIAL",
        "OFFERED, OFFER",
        "TALKING, DIAL",
        "TALKING, OFFER",
        "TALKING, SIGN_IN",
        "WRAP_UP, OFFER",
        "WRAP_UP, WRAP_UP",
        "BUSY, OFFER",
        "BUSY, BUSY",
        "IDLE, EXTEND_WRAP_UP",
        "REST, DIAL",
        "REST, WRAP_UP",
        "REST, OFFER",
        "REST, REST",
        "LOST, OFFER",
        "LOST, DIAL"
    })
    void illegalActionIsRefusedWithAReasonAndChangesNothing(AgentState from, AgentAction action) {
        AgentStatus before = in(from, null);

        AgentStep step = apply(before, action);

        assertThat(step.refusal()).isPresent();
        assertThat(step.refusal().get()).isNotBlank();
        assertThat(step.status()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"BUSY, BUSY", "REST, REST", "SIGN_OUT, SIGNED_OUT", "READY, IDLE", "WRAP_UP, WRAP_UP"})
    void wishDuringACallIsReservedAndTakesEffectOnRelease(AgentAction wish, AgentState after) {
        AgentStep reserved = apply(in(AgentState.TALKING, null), wish);
        assertThat(reserved.status().state()).isEqualTo(AgentState.TALKING);
        assertThat(reserved.status().reserved()).isEqualTo(after);

        assertThat(apply(reserved.status(), AgentAction.RELEASE).status().state())
                .isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"TALKING, RELEASE", "OFFERED, OFFER_WITHDRAWN", "OFFERED, OFFER_FAILED"})
    void reasonGivenWithTheWishIsKeptUntilItTakesEffect(AgentState state, AgentAction end) {
        AgentStatus wished = in(state, null)
                .apply(AgentAction.BUSY, AgentState.IDLE, false, null, "lunch", NOW)
                .status();

        assertThat(apply(wished, end).status().reason()).isEqualTo("lunch");
        assertThat(apply(wished, end).status().wish()).isEmpty();
    }

    @Test
    void reasonGivenWhileThePhoneRingsOutlivesTheConversation() {
        AgentStatus wished = in(AgentState.OFFERED, null)
                .apply(AgentAction.REST, AgentState.IDLE, false, null, "lunch", NOW)
                .status();

        AgentStatus talking = apply(wished, AgentAction.ANSWER).status();

        assertThat(talking.reason()).isEqualTo("test");
        assertThat(apply(talking, AgentAction.RELEASE).status().reason()).isEqualTo("lunch");
    }

    @Test
    void reasonOfBusyComesBackWithThePhone() {
        AgentStatus busy = in(AgentState.IDLE, null)
                .apply(AgentAction.BUSY, AgentState.IDLE, false, null, "lunch", NOW)
                .status();

        AgentStatus lost = apply(busy, AgentAction.DEVICE_LOST).status();

        assertThat(lost.reason()).isEqualTo("test");
        assertThat(apply(lost, AgentAction.DEVICE_BACK).status().reason()).isEqualTo("lunch");
    }

    @Test
    void releaseLeadsToWrapUpOnlyWhenOneIsSet() {
        AgentStatus talking = in(AgentState.TALKING, null);

        AgentStep with = talking.apply(AgentAction.RELEASE, AgentState.IDLE, true, null, "", NOW);
        AgentStep without = talking.apply(AgentAction.RELEASE, AgentState.IDLE, false, null, "", NOW);

        assertThat(with.status().state()).isEqualTo(AgentState.WRAP_UP);
        assertThat(with.status().call()).as("what the wrap-up is about").isEqualTo(CALL);
        assertThat(without.status().state()).isEqualTo(AgentState.IDLE);
        assertThat(without.status().call()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"IDLE", "WRAP_UP", "BUSY"})
    void stateAfterSigningInIsASetting(AgentState setting) {
        AgentStep step = AgentStatus.signedOut(NOW).apply(AgentAction.SIGN_IN, setting, false, null, "signed in", NOW);

        assertThat(step.status().state()).isEqualTo(setting);
    }

    @ParameterizedTest
    @CsvSource({"BUSY, BUSY", "WRAP_UP, WRAP_UP"})
    void whoDialsOutOfBusyOrWrapUpGoesBackThere(AgentState from, AgentState after) {
        AgentStatus talking = apply(in(from, null), AgentAction.DIAL).status();

        assertThat(apply(talking, AgentAction.RELEASE).status().state()).isEqualTo(after);
    }

    @Test
    void afterACallOutOfBusyComesItsWrapUpAndThenBusyAgain() {
        AgentStatus busy = in(AgentState.IDLE, null)
                .apply(AgentAction.BUSY, AgentState.IDLE, true, null, "training", NOW)
                .status();
        AgentStatus talking =
                busy.apply(AgentAction.DIAL, null, true, CALL, "", NOW).status();

        AgentStatus wrapUp =
                talking.apply(AgentAction.RELEASE, null, true, null, "", NOW).status();
        assertThat(wrapUp.state()).isEqualTo(AgentState.WRAP_UP);
        assertThat(wrapUp.call()).isEqualTo(CALL);
        assertThat(wrapUp.reserved()).isEqualTo(AgentState.BUSY);

        AgentStatus after = apply(wrapUp, AgentAction.TIMER).status();
        assertThat(after.state()).isEqualTo(AgentState.BUSY);
        assertThat(after.reason()).isEqualTo("training");
        assertThat(apply(wrapUp, AgentAction.READY).status().state())
                .as("who wants calls says so")
                .isEqualTo(AgentState.IDLE);
    }

    @ParameterizedTest
    @CsvSource({"DIAL, RELEASE", "DEVICE_LOST, DEVICE_BACK"})
    void busyIsKeptAlsoWhenTheWrapUpBeforeItIsInterrupted(AgentAction interruption, AgentAction end) {
        AgentStatus busy = in(AgentState.BUSY, null);
        AgentStatus wrapUp = busy.apply(AgentAction.DIAL, null, true, CALL, "", NOW)
                .status()
                .apply(AgentAction.RELEASE, null, true, null, "", NOW)
                .status();

        AgentStatus again = wrapUp.apply(interruption, null, true, new CallId("second"), "", NOW)
                .status()
                .apply(end, null, true, null, "", NOW)
                .status();
        assertThat(again.state()).isEqualTo(AgentState.WRAP_UP);
        assertThat(again.call()).isEqualTo(CALL);
        assertThat(apply(again, AgentAction.TIMER).status().state()).isEqualTo(AgentState.BUSY);
    }

    @Test
    void busyThatIsAskedForInACallBeginsWithoutWrapUp() {
        AgentStatus wished =
                apply(in(AgentState.TALKING, null), AgentAction.BUSY).status();

        AgentStatus after =
                wished.apply(AgentAction.RELEASE, null, true, null, "", NOW).status();
        assertThat(after.state()).isEqualTo(AgentState.BUSY);
    }

    @ParameterizedTest
    @CsvSource({"IDLE, IDLE", "BUSY, BUSY", "REST, REST", "WRAP_UP, WRAP_UP", "OFFERED, IDLE"})
    void phoneThatComesBackRestoresTheState(AgentState before, AgentState after) {
        AgentStatus lost = apply(in(before, null), AgentAction.DEVICE_LOST).status();
        assertThat(lost.state()).isEqualTo(AgentState.LOST);

        assertThat(apply(lost, AgentAction.DEVICE_BACK).status().state()).isEqualTo(after);
    }

    @ParameterizedTest
    @CsvSource({"DIAL, RELEASE", "DEVICE_LOST, DEVICE_BACK"})
    void interruptedWrapUpIsStillOfItsOwnCall(AgentAction interruption, AgentAction end) {
        AgentStatus wrapUp = in(AgentState.TALKING, null)
                .apply(AgentAction.RELEASE, AgentState.IDLE, true, null, "", NOW)
                .status();

        AgentStatus meanwhile = wrapUp.apply(interruption, AgentState.IDLE, true, new CallId("dialled"), "", NOW)
                .status();

        assertThat(meanwhile.state()).isIn(AgentState.TALKING, AgentState.LOST);
        assertThat(apply(meanwhile, end).status().state()).isEqualTo(AgentState.WRAP_UP);
        assertThat(apply(meanwhile, end).status().call()).isEqualTo(CALL);
    }

    @Test
    void wrapUpThatIsWishedForInACallIsOfThatCall() {
        AgentStatus wished =
                apply(in(AgentState.TALKING, null), AgentAction.WRAP_UP).status();

        assertThat(apply(wished, AgentAction.RELEASE).status().call()).isEqualTo(CALL);
    }

    @Test
    void wrapUpThatIsWishedForWhileThePhoneRingsIsOfNoCallWhenNobodyAnswers() {
        AgentStatus wished =
                apply(in(AgentState.OFFERED, null), AgentAction.WRAP_UP).status();

        assertThat(apply(wished, AgentAction.OFFER_WITHDRAWN).status().state()).isEqualTo(AgentState.WRAP_UP);
        assertThat(apply(wished, AgentAction.OFFER_WITHDRAWN).status().call()).isNull();
    }

    @Test
    void readyPressedWhileRingingDoesNotUndoThatNobodyAnswered() {
        AgentStatus ready =
                apply(in(AgentState.OFFERED, null), AgentAction.READY).status();

        assertThat(apply(ready, AgentAction.OFFER_FAILED).status().state()).isEqualTo(AgentState.BUSY);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everyCellOfTheTableIsFilled(AgentState state, AgentAction action) {
        AgentStep step = apply(in(state, null), action);

        assertThat(step.status()).isNotNull();
        if (action == AgentAction.OFFER) {
            assertThat(step.status().state() == AgentState.OFFERED)
                    .as("only idle agents are offered calls")
                    .isEqualTo(state == AgentState.IDLE || state == AgentState.OFFERED);
        }
    }

    static Stream<Arguments> cells() {
        return Arrays.stream(AgentState.values())
                .flatMap(state -> Arrays.stream(AgentAction.values()).map(action -> Arguments.of(state, action)));
    }

    private static AgentStatus in(AgentState state, AgentState reserved) {
        CallId call = state == AgentState.TALKING || state == AgentState.OFFERED ? CALL : null;
        return new AgentStatus(state, reserved, "", NOW.minusSeconds(60), "", call, null);
    }

    private static AgentStep apply(AgentStatus status, AgentAction action) {
        return status.apply(action, AgentState.IDLE, false, null, "test", NOW);
    }
}
