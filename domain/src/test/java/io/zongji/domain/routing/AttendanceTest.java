package io.zongji.domain.routing;

import static io.zongji.domain.routing.RoutingFixture.SALES;
import static io.zongji.domain.routing.RoutingFixture.SUPPORT;
import static io.zongji.domain.routing.RoutingFixture.in;
import static io.zongji.domain.routing.RoutingFixture.offers;
import static io.zongji.domain.routing.RoutingFixture.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.agent.AgentAction;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.config.AgentRights;
import io.zongji.domain.config.Queue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AttendanceTest {
    private static final AgentId A1 = new AgentId("a1");
    private static final CallId CALL = new CallId("call-made");
    private static final AgentRights OFFLINE = new AgentRights(false, false, true, false);

    private final RoutingFixture acd = new RoutingFixture();

    // Rest

    @ParameterizedTest
    @EnumSource(names = {"IDLE", "BUSY"})
    void restWithALimitEndsByItselfInTheStateThatIsSetUp(AgentState after) {
        acd.rests = new RestRules(Map.of("meal", Duration.ofMinutes(30)), after);
        acd.agent("a1", in(SALES)).signedIn();
        acd.engine.action(A1, AgentAction.REST, null, "meal", acd.now);

        assertThat(acd.tickAfter(Duration.ofMinutes(30).minusMillis(1))).isEmpty();
        acd.tickAfter(Duration.ofMillis(1));

        assertThat(acd.state("a1")).isEqualTo(after);
    }

    @Test
    void restThatBeginsAfterACallHasItsWholeTime() {
        acd.rests = new RestRules(Map.of("meal", Duration.ofMinutes(30)), AgentState.IDLE);
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");
        acd.answer("t1", "a1");
        acd.engine.action(A1, AgentAction.REST, null, "meal", acd.now);
        acd.pass(600);
        acd.release("a1");

        acd.tickAfter(Duration.ofMinutes(29));
        assertThat(acd.state("a1")).isEqualTo(AgentState.REST);
        acd.tickAfter(Duration.ofMinutes(1));
        assertThat(acd.state("a1")).isEqualTo(AgentState.IDLE);
    }

    @Test
    void restWithoutALimitIsEndedByTheAgentOnly() {
        acd.rests = new RestRules(Map.of("meal", Duration.ofMinutes(30)), AgentState.IDLE);
        acd.agent("a1", in(SALES)).signedIn();
        acd.engine.action(A1, AgentAction.REST, null, "other", acd.now);

        acd.tickAfter(Duration.ofHours(9));

        assertThat(acd.state("a1")).isEqualTo(AgentState.REST);
    }

    @Test
    void restIsMadeLongerNeitherByARestartNorByALostPage() {
        acd.rests = new RestRules(Map.of("meal", Duration.ofMinutes(30)), AgentState.IDLE);
        acd.agent("a1", in(SALES)).configure();
        acd.engine.restore(A1, AgentState.REST, null, "meal", acd.now.minusSeconds(1200), acd.now);
        acd.engine.deviceLost(A1, "phone not registered", acd.now);
        acd.pass(300);
        acd.engine.deviceBack(A1, "", acd.now);
        assertThat(acd.state("a1")).isEqualTo(AgentState.REST);

        assertThat(acd.tickAfter(Duration.ofSeconds(299))).isEmpty();
        acd.tickAfter(Duration.ofSeconds(1));

        assertThat(acd.state("a1")).isEqualTo(AgentState.IDLE);
    }

    @Test
    void restWhoseTimeRanOutWhileThePhoneWasLostIsOverAtOnce() {
        acd.rests = new RestRules(Map.of("meal", Duration.ofMinutes(30)), AgentState.BUSY);
        acd.agent("a1", in(SALES)).signedIn();
        acd.engine.action(A1, AgentAction.REST, null, "meal", acd.now);
        acd.engine.deviceLost(A1, "", acd.now);
        acd.pass(3600);
        acd.engine.deviceBack(A1, "", acd.now);

        acd.engine.tick(acd.now);

        assertThat(acd.state("a1")).isEqualTo(AgentState.BUSY);
    }

    // Wrap-up

    @Test
    void extendedWrapUpLastsTheUsualTimeLongerAndNotForEver() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");
        acd.answer("t1", "a1");
        acd.release("a1");

        for (int i = 0; i < 4; i++) {
            assertThat(acd.engine.extendWrapUp(A1, acd.now)).isEmpty();
        }
        Decision.ActionRefused refused = only(Decision.ActionRefused.class, acd.engine.extendWrapUp(A1, acd.now));

        assertThat(refused.reason()).isEqualTo("wrap-up cannot be longer");
        assertThat(acd.tickAfter(Duration.ofMillis(49_999))).isEmpty();
        acd.tickAfter(Duration.ofMillis(1));
        assertThat(acd.state("a1")).isEqualTo(AgentState.IDLE);
    }

    @Test
    void onlyAWrapUpThatEndsCanBeExtended() {
        acd.agent("a1", in(SALES)).signedIn();
        assertThat(only(Decision.ActionRefused.class, acd.engine.extendWrapUp(A1, acd.now))
                        .reason())
                .isEqualTo("not in wrap-up");

        acd.engine.action(A1, AgentAction.WRAP_UP, null, "", acd.now);

        assertThat(only(Decision.ActionRefused.class, acd.engine.extendWrapUp(A1, acd.now))
                        .reason())
                .isEqualTo("wrap-up has no end");
    }

    // Missed offers

    @Test
    void agentIsSetBusyAtTheNumberOfMissedOffersThatTheQueueNames() {
        acd.queue(Queue.usual(SALES, "Sales").withMissedOffers(2));
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");

        acd.tickAfter(Duration.ofSeconds(20));
        assertThat(acd.state("a1")).isEqualTo(AgentState.IDLE);
        assertThat(offers(acd.tickAfter(Duration.ofSeconds(5)))).containsExactly("t1>a1");
        acd.tickAfter(Duration.ofSeconds(20));

        assertThat(acd.state("a1")).isEqualTo(AgentState.BUSY);
        assertThat(acd.engine.status(A1).orElseThrow().reason()).isEqualTo("noAnswer");
    }

    @Test
    void answeredOfferForgivesTheMissedOnes() {
        acd.queue(Queue.usual(SALES, "Sales").withMissedOffers(2).withTimes(Duration.ofSeconds(20), Duration.ZERO));
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");
        acd.tickAfter(Duration.ofSeconds(20));
        acd.tickAfter(Duration.ofSeconds(5));
        acd.answer("t1", "a1");
        acd.release("a1");

        acd.submit("t2");
        acd.tickAfter(Duration.ofSeconds(20));

        assertThat(acd.state("a1")).isEqualTo(AgentState.IDLE);
    }

    @Test
    void phoneThatCannotBeReachedIsNotForgiven() {
        acd.queue(Queue.usual(SALES, "Sales").withMissedOffers(9));
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");

        acd.fail("t1", "a1", OfferFailure.UNREACHABLE);

        assertThat(acd.state("a1")).isEqualTo(AgentState.BUSY);
    }

    // The right to be online

    @Test
    void whoLosesTheRightIsSignedOutAndCannotSignInUntilItIsBack() {
        acd.agent("a1", in(SALES)).signedIn();

        acd.allow("a1", OFFLINE);
        assertThat(acd.state("a1")).isEqualTo(AgentState.SIGNED_OUT);
        List<Decision> refused = acd.engine.signIn(A1, AgentState.IDLE, "", acd.now);
        assertThat(only(Decision.ActionRefused.class, refused).reason()).isEqualTo("onlineRightWithdrawn");

        acd.allow("a1", AgentRights.USUAL);
        acd.engine.signIn(A1, AgentState.IDLE, "", acd.now);
        assertThat(acd.state("a1")).isEqualTo(AgentState.IDLE);
    }

    @Test
    void whoLosesTheRightInACallIsSignedOutAfterIt() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");
        acd.answer("t1", "a1");

        acd.allow("a1", OFFLINE);
        acd.engine.action(A1, AgentAction.READY, null, "", acd.now);
        assertThat(acd.state("a1")).isEqualTo(AgentState.TALKING);
        acd.submit("t2");

        assertThat(offers(acd.release("a1"))).isEmpty();
        assertThat(acd.state("a1")).isEqualTo(AgentState.SIGNED_OUT);
        assertThat(acd.engine.status(A1).orElseThrow().reason()).isEqualTo("onlineRightWithdrawn");
    }

    @Test
    void phoneThatSignsInByItselfNeedsTheRightToo() {
        acd.agent("a1", true, in(SALES));
        acd.allow("a1", OFFLINE);

        acd.engine.deviceBack(A1, "phone registered", acd.now);

        assertThat(acd.state("a1")).isEqualTo(AgentState.SIGNED_OUT);
    }

    // Chosen queues

    @Test
    void agentTakesCallsOfTheChosenQueuesOnly() {
        acd.agent("a1", in(SALES), in(SUPPORT)).configure();
        acd.engine.signIn(A1, AgentState.IDLE, Set.of(SUPPORT), true, "", acd.now);

        assertThat(offers(acd.submit("t1", SALES, 0))).isEmpty();
        assertThat(offers(acd.submit("t2", SUPPORT, 0))).containsExactly("t2>a1");
    }

    @Test
    void queueChosenWhileSignedInBringsItsCallersAndADroppedOneNoMore() {
        acd.agent("a1", in(SALES), in(SUPPORT)).configure();
        acd.engine.signIn(A1, AgentState.IDLE, Set.of(SUPPORT), true, "", acd.now);
        acd.submit("t1", SALES, 0);

        assertThat(offers(acd.engine.chooseQueues(A1, Set.of(SALES), acd.now))).containsExactly("t1>a1");
        acd.answer("t1", "a1");
        acd.submit("t2", SUPPORT, 0);
        acd.release("a1");

        assertThat(offers(acd.tickAfter(Duration.ofMinutes(1)))).isEmpty();
        assertThat(acd.state("a1")).isEqualTo(AgentState.IDLE);
    }

    @Test
    void choiceOfNothingThatIsServedIsRefusedAndChangesNothing() {
        acd.agent("a1", in(SALES)).signedIn();

        List<Decision> refused = acd.engine.chooseQueues(A1, Set.of(SUPPORT), acd.now);

        assertThat(only(Decision.ActionRefused.class, refused).reason()).startsWith("queues: ");
        assertThat(offers(acd.submit("t1"))).containsExactly("t1>a1");
    }

    @Test
    void queueThatWantsAgentsTurnsCallersAwayWhenTheLastOneDropsIt() {
        acd.queue(Queue.usual(SALES, "Sales").withLimits(0, Duration.ZERO, true));
        acd.agent("a1", in(SALES), in(SUPPORT)).configure();
        acd.engine.signIn(A1, AgentState.BUSY, "", acd.now);
        acd.submit("t1");

        List<Decision> decisions = acd.engine.chooseQueues(A1, Set.of(SUPPORT), acd.now);

        assertThat(only(Decision.Reject.class, decisions).why()).isEqualTo(RejectReason.NO_AGENTS);
    }

    @Test
    void nextSignInIsToAllQueuesAgain() {
        acd.agent("a1", in(SALES), in(SUPPORT)).configure();
        acd.engine.signIn(A1, AgentState.IDLE, Set.of(SUPPORT), true, "", acd.now);
        acd.engine.signOut(A1, "", acd.now);

        acd.engine.signIn(A1, AgentState.IDLE, "", acd.now);

        assertThat(offers(acd.submit("t1", SALES, 0))).containsExactly("t1>a1");
    }

    @Test
    void restartKeepsTheChosenQueuesUnlessNoneIsServedAnyMore() {
        acd.agent("a1", in(SALES), in(SUPPORT)).agent("a2", in(SALES)).configure();
        acd.engine.restore(A1, AgentState.IDLE, Set.of(SUPPORT), "", acd.now, acd.now);
        acd.engine.restore(new AgentId("a2"), AgentState.IDLE, Set.of(SUPPORT), "", acd.now, acd.now);

        assertThat(offers(acd.submit("t1", SALES, 0))).containsExactly("t1>a2");
        assertThat(offers(acd.submit("t2", SALES, 0))).isEmpty();
    }

    // Calls that no queue offers

    @Test
    void whoIsRungSignedOutIsInThatCallAfterSigningIn() {
        acd.agent("a1", in(SALES)).configure();
        acd.submit("t1");
        assertThat(acd.engine.engage(A1, CALL, false, "", acd.now)).isEmpty();

        assertThat(offers(acd.engine.signIn(A1, AgentState.IDLE, "", acd.now))).isEmpty();
        assertThat(acd.state("a1")).isEqualTo(AgentState.TALKING);
        assertThat(acd.engine.status(A1).orElseThrow().call()).isEqualTo(CALL);

        assertThat(offers(acd.engine.released(A1, CALL, "call ended", acd.now))).containsExactly("t1>a1");
    }

    @Test
    void whoIsSignedOutIsRungForOneCallAtATime() {
        acd.agent("a1", in(SALES)).configure();
        CallId second = new CallId("second");
        acd.engine.engage(A1, CALL, true, "", acd.now);

        Decision.ActionRefused busy =
                only(Decision.ActionRefused.class, acd.engine.engage(A1, second, false, "", acd.now));
        assertThat(busy.reason()).isEqualTo("a call is on");
        assertThat(acd.engine.engage(A1, new CallId("dialled-too"), true, "", acd.now))
                .as("nobody can be kept from dialling")
                .isEmpty();

        acd.engine.released(A1, new CallId("dialled-too"), "call ended", acd.now);
        acd.engine.released(A1, CALL, "call ended", acd.now);
        assertThat(acd.engine.engage(A1, second, false, "", acd.now)).isEmpty();
    }

    @Test
    void whoseVoiceDidNotGetThroughIsBusyAndGetsNoOffer() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.engine.engage(A1, CALL, false, "", acd.now);
        acd.submit("t1");

        assertThat(offers(acd.engine.releasedUnheard(A1, CALL, acd.now))).isEmpty();
        assertThat(acd.state("a1")).isEqualTo(AgentState.BUSY);
        assertThat(acd.engine.status(A1).orElseThrow().reason()).isEqualTo("noVoice");

        assertThat(offers(acd.engine.action(A1, AgentAction.READY, null, "", acd.now)))
                .containsExactly("t1>a1");
    }

    @Test
    void whoWantedToRestAfterACallWithoutVoiceRests() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.engine.engage(A1, CALL, false, "", acd.now);
        acd.engine.action(A1, AgentAction.REST, null, "lunch", acd.now);

        acd.engine.releasedUnheard(A1, CALL, acd.now);

        assertThat(acd.state("a1")).isEqualTo(AgentState.REST);
        assertThat(acd.engine.status(A1).orElseThrow().reason()).isEqualTo("lunch");
    }

    @Test
    void aCallWithoutVoiceThatTheAgentIsInNoMoreChangesNothing() {
        acd.agent("a1", in(SALES)).signedIn();

        acd.engine.releasedUnheard(A1, CALL, acd.now);

        assertThat(acd.state("a1")).isEqualTo(AgentState.IDLE);
    }

    @Test
    void whoDialsAtRestGetsNoOfferOnComingBackBeforeTheCallIsOver() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.engine.action(A1, AgentAction.REST, null, "", acd.now);
        acd.submit("t1");
        assertThat(acd.engine.engage(A1, CALL, true, "", acd.now)).isEmpty();
        assertThat(acd.state("a1")).isEqualTo(AgentState.REST);

        assertThat(offers(acd.engine.action(A1, AgentAction.READY, null, "", acd.now)))
                .isEmpty();
        assertThat(acd.state("a1")).isEqualTo(AgentState.TALKING);

        assertThat(offers(acd.engine.released(A1, CALL, "call ended", acd.now))).containsExactly("t1>a1");
    }

    @Test
    void callThatEndedAtRestDoesNotMatterAfterIt() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.engine.action(A1, AgentAction.REST, null, "", acd.now);
        acd.submit("t1");
        acd.engine.engage(A1, CALL, true, "", acd.now);
        acd.engine.released(A1, CALL, "call ended", acd.now);

        assertThat(offers(acd.engine.action(A1, AgentAction.READY, null, "", acd.now)))
                .containsExactly("t1>a1");
    }

    @Test
    void restIsDisturbedByNobodyElsesCall() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.engine.action(A1, AgentAction.REST, null, "", acd.now);

        Decision.ActionRefused refused =
                only(Decision.ActionRefused.class, acd.engine.engage(A1, CALL, false, "", acd.now));

        assertThat(refused.action()).isEqualTo(AgentAction.DIAL);
        acd.engine.action(A1, AgentAction.READY, null, "", acd.now);
        assertThat(acd.state("a1")).isEqualTo(AgentState.IDLE);
    }

    @Test
    void secondCallOfTheSamePhoneKeepsTheAgentFromOffersAfterTheFirst() {
        acd.queue(Queue.usual(SALES, "Sales").withTimes(Duration.ofSeconds(20), Duration.ZERO));
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");
        acd.answer("t1", "a1");
        acd.engine.engage(A1, CALL, true, "", acd.now);
        acd.submit("t2");

        assertThat(offers(acd.engine.released(A1, new CallId("call-t1"), "call ended", acd.now)))
                .isEmpty();
        assertThat(acd.engine.status(A1).orElseThrow().call()).isEqualTo(CALL);
        assertThat(offers(acd.engine.released(A1, CALL, "call ended", acd.now))).containsExactly("t2>a1");
    }

    // The page

    @Test
    void agentWhosePageIsLostGetsNoOffersUntilItIsBack() {
        acd.agent("a1", in(SALES)).signedIn();

        acd.engine.pageLost(A1, "page gone", acd.now);
        assertThat(acd.state("a1")).isEqualTo(AgentState.LOST);
        assertThat(offers(acd.submit("t1"))).isEmpty();

        assertThat(offers(acd.engine.pageBack(A1, "", acd.now))).containsExactly("t1>a1");
    }

    @Test
    void whoHasLostPhoneAndPageNeedsBothBack() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.engine.action(A1, AgentAction.BUSY, null, "meeting", acd.now);
        acd.engine.deviceLost(A1, "phone gone", acd.now);
        acd.engine.pageLost(A1, "page gone", acd.now);

        acd.engine.deviceBack(A1, "", acd.now);
        assertThat(acd.state("a1")).isEqualTo(AgentState.LOST);
        acd.engine.pageBack(A1, "", acd.now);

        assertThat(acd.state("a1")).isEqualTo(AgentState.BUSY);
        assertThat(acd.engine.status(A1).orElseThrow().reason()).isEqualTo("meeting");
    }

    @Test
    void pageLostInACallMakesTheAgentLostAfterIt() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");
        acd.answer("t1", "a1");

        acd.engine.pageLost(A1, "page gone", acd.now);
        assertThat(acd.state("a1")).isEqualTo(AgentState.TALKING);
        acd.release("a1");
        assertThat(acd.state("a1")).isEqualTo(AgentState.LOST);
        acd.pass(3600);
        acd.engine.pageBack(A1, "", acd.now);

        assertThat(acd.state("a1")).isEqualTo(AgentState.WRAP_UP);
        assertThat(acd.engine.status(A1).orElseThrow().call()).isEqualTo(new CallId("call-t1"));
        assertThat(acd.tickAfter(Duration.ofSeconds(10).minusMillis(1))).isEmpty();
        acd.tickAfter(Duration.ofMillis(1));
        assertThat(acd.state("a1")).isEqualTo(AgentState.IDLE);
    }

    @Test
    void wrapUpGoesOnAfterACallThatTheAgentDialsInIt() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");
        acd.answer("t1", "a1");
        acd.release("a1");
        acd.engine.engage(A1, CALL, true, "", acd.now);
        acd.pass(3600);
        acd.engine.released(A1, CALL, "call ended", acd.now);

        assertThat(acd.state("a1")).isEqualTo(AgentState.WRAP_UP);
        assertThat(acd.engine.status(A1).orElseThrow().call()).isEqualTo(new CallId("call-t1"));
        acd.tickAfter(Duration.ofSeconds(10));
        assertThat(acd.state("a1")).isEqualTo(AgentState.IDLE);
    }

    @Test
    void agentWithoutADesktopNeedsNoPage() {
        acd.agent("a1", true, in(SALES)).signedIn();

        acd.engine.pageLost(A1, "page gone", acd.now);

        assertThat(acd.state("a1")).isEqualTo(AgentState.IDLE);
    }

    @Test
    void whoSignsInAnewNeedsNotThePageOfBefore() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.engine.pageLost(A1, "page gone", acd.now);
        acd.engine.signOut(A1, "", acd.now);

        acd.engine.signIn(A1, AgentState.IDLE, "", acd.now);

        assertThat(acd.state("a1")).isEqualTo(AgentState.IDLE);
    }

    @Test
    void whoSignsInBeforeThePhoneIsThereIsOfferedNothingUntilItIs() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.engine.signOut(A1, "", acd.now);
        acd.submit("t1");

        List<Decision> signedIn = acd.engine.signIn(A1, AgentState.IDLE, null, false, "", acd.now);

        assertThat(offers(signedIn)).isEmpty();
        assertThat(acd.state("a1")).isEqualTo(AgentState.LOST);
        assertThat(offers(acd.engine.deviceBack(A1, "there", acd.now))).containsExactly("t1>a1");
    }

    @Test
    void whoChoosesAPhoneThatIsNotThereIsLostAndComesBackToWhatWasBefore() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.engine.action(A1, AgentAction.BUSY, null, "", acd.now);

        acd.engine.deviceChosen(A1, false, acd.now);

        assertThat(acd.state("a1")).isEqualTo(AgentState.LOST);
        acd.engine.deviceBack(A1, "there", acd.now);
        assertThat(acd.state("a1")).isEqualTo(AgentState.BUSY);
    }
}
