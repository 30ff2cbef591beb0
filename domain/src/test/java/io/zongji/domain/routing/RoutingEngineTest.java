package io.zongji.domain.routing;

import static io.zongji.domain.routing.RoutingFixture.SALES;
import static io.zongji.domain.routing.RoutingFixture.SUPPORT;
import static io.zongji.domain.routing.RoutingFixture.in;
import static io.zongji.domain.routing.RoutingFixture.offers;
import static io.zongji.domain.routing.RoutingFixture.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.TaskId;
import io.zongji.domain.agent.AgentAction;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.call.Cause;
import io.zongji.domain.config.Queue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingEngineTest {
    private final RoutingFixture acd = new RoutingFixture();

    @Test
    void callerIsOfferedToTheAgentIdleLongest() {
        acd.agent("a1", in(SALES)).agent("a2", in(SALES)).signedIn();

        assertThat(offers(acd.submit("t1"))).containsExactly("t1>a1");
        assertThat(offers(acd.submit("t2"))).containsExactly("t2>a2");
    }

    @Test
    void agentWithFirstPriorityGetsEveryCallUntilBusy() {
        acd.agent("second", in(SALES, 2)).agent("first", in(SALES, 1)).signedIn();

        for (int i = 0; i < 3; i++) {
            assertThat(offers(acd.submit("t" + i))).containsExactly("t" + i + ">first");
            acd.answer("t" + i, "first");
            acd.release("first");
            acd.tickAfter(Duration.ofSeconds(10));
        }
        acd.engine.action(new AgentId("first"), AgentAction.BUSY, null, "", acd.now);
        assertThat(offers(acd.submit("last"))).containsExactly("last>second");
    }

    @Test
    void agentBackFromBreakIsTheLastInLine() {
        acd.agent("a1", in(SALES)).agent("a2", in(SALES)).signedIn();

        acd.engine.action(new AgentId("a1"), AgentAction.REST, null, "", acd.now);
        acd.pass(1);
        acd.engine.action(new AgentId("a1"), AgentAction.READY, null, "", acd.now);

        assertThat(acd.engine.idle(SALES)).containsExactly(new AgentId("a2"), new AgentId("a1"));
    }

    @Test
    void callersAreServedInOrderOfArrival() {
        acd.agent("a1", in(SALES)).configure();
        for (int i = 0; i < 10; i++) {
            acd.submit("t" + i);
            acd.pass(1);
        }

        List<String> served =
                new ArrayList<>(offers(acd.engine.signIn(new AgentId("a1"), AgentState.IDLE, "", acd.now)));
        for (int i = 0; i < 9; i++) {
            acd.answer("t" + i, "a1");
            acd.release("a1");
            served.addAll(offers(acd.tickAfter(Duration.ofSeconds(10))));
        }

        assertThat(served)
                .containsExactly(
                        "t0>a1", "t1>a1", "t2>a1", "t3>a1", "t4>a1", "t5>a1", "t6>a1", "t7>a1", "t8>a1", "t9>a1");
    }

    @Test
    void importantCallerOvertakesThoseWhoCameBefore() {
        acd.agent("a1", in(SALES)).configure();
        acd.submit("normal");
        acd.pass(1);
        Decision.Queued queued = only(Decision.Queued.class, acd.submit("vip", SALES, 5));

        assertThat(queued.position()).isEqualTo(1);
        assertThat(offers(acd.engine.signIn(new AgentId("a1"), AgentState.IDLE, "", acd.now)))
                .containsExactly("vip>a1");
    }

    @Test
    void reasonOfAReservedStateReachesTheJournal() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");
        acd.answer("t1", "a1");
        acd.engine.action(new AgentId("a1"), AgentAction.BUSY, null, "lunch", acd.now);

        Decision.AgentStateChanged changed = only(
                Decision.AgentStateChanged.class, acd.engine.released(new AgentId("a1"), null, "call ended", acd.now));

        assertThat(changed.to()).isEqualTo(AgentState.BUSY);
        assertThat(changed.reason()).isEqualTo("lunch");
    }

    @Test
    void agentWhoseCallBecomesPartOfAnotherIsFreeWhenThatOneEnds() {
        acd.agent("a1", in(SALES)).signedIn();
        AgentId agent = new AgentId("a1");
        CallId question = new CallId("question");
        CallId customers = new CallId("customers");
        acd.engine.engage(agent, question, false, "asked", acd.now);

        Decision.AgentStateChanged changed = only(
                Decision.AgentStateChanged.class,
                acd.engine.changedCall(agent, question, customers, "joined", acd.now));
        acd.engine.released(agent, question, "call ended", acd.now);

        assertThat(changed.call()).isEqualTo(customers);
        assertThat(acd.state("a1")).isEqualTo(AgentState.TALKING);
        assertThat(acd.engine.changedCall(agent, question, customers, "joined", acd.now))
                .isEmpty();
        acd.engine.released(agent, customers, "call ended", acd.now);
        assertThat(acd.state("a1")).isEqualTo(AgentState.IDLE);
    }

    @Test
    void offerTakenFromALostPhoneOrARemovedAgentSaysSo() {
        acd.agent("a1", in(SALES)).agent("a2", in(SALES)).signedIn();
        acd.submit("t1");

        List<Decision> lost = acd.engine.deviceLost(new AgentId("a1"), "phone gone", acd.now);
        acd.agents.removeIf(agent -> agent.id().value().equals("a2"));
        List<Decision> removed = acd.configure();

        assertThat(only(Decision.WithdrawOffer.class, lost).cause()).isEqualTo(Cause.UNREACHABLE);
        assertThat(only(Decision.WithdrawOffer.class, removed).cause()).isEqualTo(Cause.AGENT_LEFT);
    }

    @Test
    void agentOfTwoQueuesGetsTheCallerWhoWaitsLongest() {
        acd.agent("a1", in(SALES), in(SUPPORT)).configure();
        acd.submit("support1", SUPPORT, 0);
        acd.pass(1);
        acd.submit("sales1", SALES, 0);

        assertThat(offers(acd.engine.signIn(new AgentId("a1"), AgentState.IDLE, "", acd.now)))
                .containsExactly("support1>a1");
    }

    @Test
    void onlyTheIdleOneOfFiveStatesIsOffered() {
        acd.agent("busy", in(SALES))
                .agent("rest", in(SALES))
                .agent("wrapup", in(SALES))
                .agent("talking", in(SALES))
                .agent("idle", in(SALES))
                .signedIn();
        acd.engine.action(new AgentId("busy"), AgentAction.BUSY, null, "", acd.now);
        acd.engine.action(new AgentId("rest"), AgentAction.REST, null, "", acd.now);
        acd.engine.action(new AgentId("wrapup"), AgentAction.WRAP_UP, null, "", acd.now);
        acd.engine.action(new AgentId("talking"), AgentAction.DIAL, null, "", acd.now);

        assertThat(offers(acd.submit("t1"))).containsExactly("t1>idle");
        assertThat(only(Decision.Queued.class, acd.submit("t2")).reason())
                .contains("1 OFFERED", "1 TALKING", "1 WRAP_UP", "1 BUSY", "1 REST");
    }

    @Test
    void unansweredOfferGoesToAnotherAgentAndMakesTheFirstBusy() {
        acd.agent("a1", in(SALES)).agent("a2", in(SALES)).signedIn();
        acd.submit("t1");

        List<Decision> decisions = acd.tickAfter(Duration.ofSeconds(20));

        assertThat(only(Decision.WithdrawOffer.class, decisions).agent()).isEqualTo(new AgentId("a1"));
        assertThat(only(Decision.WithdrawOffer.class, decisions).cause()).isEqualTo(Cause.NO_ANSWER);
        assertThat(offers(decisions)).containsExactly("t1>a2");
        assertThat(acd.state("a1")).isEqualTo(AgentState.BUSY);
        assertThat(acd.engine.status(new AgentId("a1")).orElseThrow().reason()).isEqualTo("noAnswer");
    }

    @Test
    void whoHasPickedUpIsToldOfTheCallForLongerThanAPhoneRings() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");
        acd.pass(19);
        acd.engine.offerPickedUp(new TaskId("t1"), new AgentId("a1"), acd.now);

        assertThat(acd.tickAfter(Duration.ofSeconds(50))).isEmpty();
        assertThat(acd.state("a1")).isEqualTo(AgentState.OFFERED);
        List<Decision> decisions = acd.engine.offerAnswered(new TaskId("t1"), new AgentId("a1"), acd.now);
        assertThat(only(Decision.Connect.class, decisions).agent()).isEqualTo(new AgentId("a1"));
    }

    @Test
    void whoHasPickedUpAndIsNeverConnectedDoesNotKeepTheCaller() {
        acd.agent("a1", in(SALES)).agent("a2", in(SALES)).signedIn();
        acd.submit("t1");
        acd.engine.offerPickedUp(new TaskId("t1"), new AgentId("a1"), acd.now);

        assertThat(offers(acd.tickAfter(Duration.ofMinutes(1)))).containsExactly("t1>a2");
    }

    @Test
    void pickingUpAnOfferThatIsNotOpenAnyMoreChangesNothing() {
        acd.agent("a1", in(SALES)).agent("a2", in(SALES)).signedIn();
        acd.submit("t1");
        acd.tickAfter(Duration.ofSeconds(20));
        acd.engine.offerPickedUp(new TaskId("t1"), new AgentId("a1"), acd.now);

        assertThat(only(Decision.WithdrawOffer.class, acd.tickAfter(Duration.ofSeconds(20)))
                        .agent())
                .isEqualTo(new AgentId("a2"));
    }

    @Test
    void declinedCallerIsOfferedToAnotherFirstAndToTheSameOneOnlyAfterAPause() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");

        List<Decision> declined = acd.fail("t1", "a1", OfferFailure.DECLINED);
        assertThat(offers(declined)).isEmpty();
        assertThat(acd.state("a1")).isEqualTo(AgentState.IDLE);

        assertThat(acd.engine.nextDeadline()).contains(acd.now.plusSeconds(5));
        assertThat(offers(acd.tickAfter(Duration.ofSeconds(5)))).containsExactly("t1>a1");
    }

    @Test
    void agentWhosePhoneWeCouldNotGoOnRingingStaysIdle() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");

        acd.fail("t1", "a1", OfferFailure.of(Cause.MEDIA_NODE_LOST));

        assertThat(acd.state("a1")).isEqualTo(AgentState.IDLE);
        assertThat(offers(acd.tickAfter(Duration.ofSeconds(5)))).containsExactly("t1>a1");
    }

    @Test
    void agentWhoDeclinedGetsTheNextCallerMeanwhile() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");
        acd.submit("t2");

        assertThat(offers(acd.fail("t1", "a1", OfferFailure.DECLINED))).containsExactly("t2>a1");
        assertThat(acd.engine.position(new TaskId("t1"))).hasValue(1);
    }

    @Test
    void phoneWithoutDesktopComesBackByItselfAfterAFailure() {
        acd.agent("fixed", true, in(SALES)).signedIn();
        acd.submit("t1");
        acd.fail("t1", "fixed", OfferFailure.UNREACHABLE);

        assertThat(acd.state("fixed")).isEqualTo(AgentState.BUSY);
        assertThat(offers(acd.tickAfter(Duration.ofSeconds(30)))).containsExactly("t1>fixed");
    }

    @Test
    void callerWhoHangsUpInQueueIsNotOfferedToAnAgent() {
        acd.agent("a1", in(SALES)).configure();
        acd.submit("t1");
        acd.engine.withdraw(new TaskId("t1"), "caller hung up", acd.now);

        assertThat(offers(acd.engine.signIn(new AgentId("a1"), AgentState.IDLE, "", acd.now)))
                .isEmpty();
        assertThat(acd.engine.taskCount()).isZero();
    }

    @Test
    void callerWhoHangsUpWhileRingingFreesTheAgentWhoKeepsThePlace() {
        acd.agent("a1", in(SALES)).agent("a2", in(SALES)).signedIn();
        acd.submit("t1");
        acd.pass(3);

        List<Decision> decisions = acd.engine.withdraw(new TaskId("t1"), "caller hung up", acd.now);

        assertThat(only(Decision.WithdrawOffer.class, decisions).agent()).isEqualTo(new AgentId("a1"));
        assertThat(acd.engine.idle(SALES)).containsExactly(new AgentId("a1"), new AgentId("a2"));
    }

    @Test
    void answerInTheMomentTheCallerHangsUpIsTooLate() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");
        acd.engine.withdraw(new TaskId("t1"), "caller hung up", acd.now);

        List<Decision> decisions = acd.answer("t1", "a1");

        assertThat(decisions).hasOnlyElementsOfType(Decision.AnswerTooLate.class);
        assertThat(acd.state("a1")).isEqualTo(AgentState.IDLE);
    }

    @Test
    void wrapUpEndsByTimerAndThenTheNextCallerComes() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");
        acd.answer("t1", "a1");
        acd.submit("t2");
        acd.release("a1");
        assertThat(acd.state("a1")).isEqualTo(AgentState.WRAP_UP);

        assertThat(acd.tickAfter(Duration.ofMillis(9_999))).isEmpty();
        assertThat(offers(acd.tickAfter(Duration.ofMillis(1)))).containsExactly("t2>a1");
    }

    @Test
    void wrapUpEndsByButton() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");
        acd.answer("t1", "a1");
        acd.release("a1");

        acd.engine.wrapUpDone(new AgentId("a1"), acd.now);

        assertThat(acd.state("a1")).isEqualTo(AgentState.IDLE);
        assertThat(acd.engine.nextDeadline()).isEmpty();
    }

    @Test
    void reservedRestBeginsWhenTheCallEnds() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");
        acd.answer("t1", "a1");

        List<Decision> reserved = acd.engine.action(new AgentId("a1"), AgentAction.REST, null, "", acd.now);
        assertThat(only(Decision.StateReserved.class, reserved).next()).isEqualTo(AgentState.REST);
        assertThat(acd.state("a1")).isEqualTo(AgentState.TALKING);

        acd.release("a1");
        assertThat(acd.state("a1")).isEqualTo(AgentState.REST);
    }

    @Test
    void newsOfAnotherCallDoesNotReleaseTheAgent() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");
        acd.answer("t1", "a1");

        acd.engine.released(new AgentId("a1"), new io.zongji.domain.CallId("other"), "", acd.now);

        assertThat(acd.state("a1")).isEqualTo(AgentState.TALKING);
    }

    @Test
    void fullQueueTurnsTheNextCallerAway() {
        acd.queue(Queue.usual(SALES, "Sales").withLimits(2, Duration.ZERO, false));
        acd.agent("a1", in(SALES)).configure();
        acd.submit("t1");
        acd.submit("t2");

        assertThat(only(Decision.Reject.class, acd.submit("t3")).why()).isEqualTo(RejectReason.QUEUE_FULL);
        assertThat(acd.engine.waitingCount(SALES)).isEqualTo(2);
    }

    @Test
    void callerWaitsAsLongAsTheQueueAllows() {
        acd.queue(Queue.usual(SALES, "Sales").withLimits(0, Duration.ofSeconds(60), false));
        acd.configure();
        acd.submit("t1");

        assertThat(acd.tickAfter(Duration.ofMillis(59_999))).isEmpty();
        assertThat(only(Decision.Reject.class, acd.tickAfter(Duration.ofMillis(1)))
                        .why())
                .isEqualTo(RejectReason.QUEUE_TIMEOUT);
    }

    @Test
    void longestWaitDoesNotInterruptARingingPhoneButAllowsNoFurtherTry() {
        acd.queue(Queue.usual(SALES, "Sales").withLimits(0, Duration.ofSeconds(10), false));
        acd.agent("a1", in(SALES)).agent("a2", in(SALES)).signedIn();
        acd.submit("t1");

        assertThat(acd.tickAfter(Duration.ofSeconds(10))).isEmpty();
        List<Decision> decisions = acd.fail("t1", "a1", OfferFailure.FAILED);

        assertThat(only(Decision.Reject.class, decisions).why()).isEqualTo(RejectReason.QUEUE_TIMEOUT);
        assertThat(offers(decisions)).isEmpty();
    }

    @Test
    void queueThatWantsAgentsTurnsCallersAwayWhenTheLastOneSignsOut() {
        acd.queue(Queue.usual(SALES, "Sales").withLimits(0, Duration.ZERO, true));
        acd.agent("a1", in(SALES)).configure();
        assertThat(only(Decision.Reject.class, acd.submit("t0")).why()).isEqualTo(RejectReason.NO_AGENTS);

        acd.engine.signIn(new AgentId("a1"), AgentState.BUSY, "", acd.now);
        only(Decision.Queued.class, acd.submit("t1"));
        List<Decision> decisions = acd.engine.signOut(new AgentId("a1"), "", acd.now);

        assertThat(only(Decision.Reject.class, decisions).task()).isEqualTo(new TaskId("t1"));
    }

    @Test
    void unknownQueueTurnsTheCallerAway() {
        acd.configure();

        assertThat(only(Decision.Reject.class, acd.submit("t1", new io.zongji.domain.QueueId("nowhere"), 0))
                        .why())
                .isEqualTo(RejectReason.NO_QUEUE);
    }

    @Test
    void lostPhoneHandsItsOfferToAnotherAndComesBackIdle() {
        acd.agent("a1", in(SALES)).agent("a2", in(SALES)).signedIn();
        acd.submit("t1");

        List<Decision> decisions = acd.engine.deviceLost(new AgentId("a1"), "registration expired", acd.now);
        assertThat(offers(decisions)).containsExactly("t1>a2");
        assertThat(acd.state("a1")).isEqualTo(AgentState.LOST);

        acd.engine.deviceBack(new AgentId("a1"), "registered", acd.now);
        assertThat(acd.state("a1")).isEqualTo(AgentState.IDLE);
    }

    @Test
    void phoneLostDuringACallMakesTheAgentLostAfterItAndNoOfferIsMade() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");
        acd.answer("t1", "a1");
        acd.engine.deviceLost(new AgentId("a1"), "", acd.now);
        assertThat(acd.state("a1")).isEqualTo(AgentState.TALKING);
        acd.submit("t2");

        acd.engine.action(new AgentId("a1"), AgentAction.READY, null, "", acd.now);
        List<Decision> decisions = acd.release("a1");

        assertThat(offers(decisions)).isEmpty();
        assertThat(acd.state("a1")).isEqualTo(AgentState.LOST);
        assertThat(offers(acd.engine.deviceBack(new AgentId("a1"), "", acd.now)))
                .containsExactly("t2>a1");
    }

    @Test
    void fixedPhoneIsSignedInAsSoonAsItCanBeReached() {
        acd.agent("fixed", true, in(SALES)).configure();
        acd.submit("t1");

        assertThat(offers(acd.engine.deviceBack(new AgentId("fixed"), "fixed address", acd.now)))
                .containsExactly("t1>fixed");
    }

    @ParameterizedTest
    @CsvSource({
        "IDLE, IDLE, IDLE",
        "OFFERED, IDLE, IDLE",
        "TALKING, IDLE, IDLE",
        "WRAP_UP, WRAP_UP, IDLE",
        "LOST, IDLE, IDLE",
        "BUSY, BUSY, IDLE",
        "REST, REST, REST",
        "SIGNED_OUT, SIGNED_OUT, SIGNED_OUT"
    })
    void restartKeepsWishesAndNothingElse(AgentState before, AgentState person, AgentState phone) {
        acd.agent("person", in(SALES)).agent("phone", true, in(SALES)).configure();

        acd.engine.restore(new AgentId("person"), before, null, "restart", acd.now, acd.now);
        acd.engine.restore(new AgentId("phone"), before, null, "restart", acd.now, acd.now);

        assertThat(acd.state("person")).isEqualTo(person);
        assertThat(acd.state("phone")).isEqualTo(phone);
    }

    @Test
    void illegalActionIsRefusedWithTheReason() {
        acd.agent("a1", in(SALES)).configure();

        Decision.ActionRefused refused = only(
                Decision.ActionRefused.class,
                acd.engine.action(new AgentId("a1"), AgentAction.BUSY, null, "", acd.now));

        assertThat(refused.reason()).isEqualTo("not signed in");
        assertThat(refused.state()).isEqualTo(AgentState.SIGNED_OUT);
    }

    @Test
    void agentNewInAQueueServesItAtOnce() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1", SUPPORT, 0);

        acd.agents.clear();
        acd.agent("a1", in(SALES), in(SUPPORT));

        assertThat(offers(acd.configure())).containsExactly("t1>a1");
    }

    @Test
    void agentRemovedWhileTalkingFinishesTheCallAndIsGone() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");
        acd.answer("t1", "a1");
        acd.agents.clear();
        acd.configure();
        acd.submit("t2");

        assertThat(acd.state("a1")).isEqualTo(AgentState.TALKING);
        assertThat(offers(acd.release("a1"))).isEmpty();
        assertThat(acd.engine.status(new AgentId("a1"))).isEmpty();
    }

    @Test
    void agentRemovedWhileRingingLosesTheOffer() {
        acd.agent("a1", in(SALES)).agent("a2", in(SALES)).signedIn();
        acd.submit("t1");
        acd.agents.remove(0);

        assertThat(offers(acd.configure())).containsExactly("t1>a2");
        assertThat(acd.engine.status(new AgentId("a1"))).isEmpty();
    }

    @Test
    void callersOfARemovedQueueAreTurnedAway() {
        acd.configure();
        acd.submit("t1");
        acd.queues.removeIf(queue -> queue.id().equals(SALES));

        assertThat(only(Decision.Reject.class, acd.configure()).why()).isEqualTo(RejectReason.NO_QUEUE);
        assertThat(acd.engine.taskCount()).isZero();
    }

    @Test
    void rolledBackOperationNeverHappened() {
        acd.agent("a1", in(SALES)).signedIn();
        acd.submit("t1");

        assertThat(acd.engine.rollbackLast()).isTrue();

        assertThat(acd.state("a1")).isEqualTo(AgentState.IDLE);
        assertThat(acd.engine.taskCount()).isZero();
        assertThat(acd.engine.nextDeadline()).isEmpty();
        assertThat(offers(acd.submit("t1"))).containsExactly("t1>a1");
    }

    @Test
    void doubledSubmissionIsTakenOnce() {
        acd.configure();
        acd.submit("t1");

        assertThat(acd.submit("t1")).isEmpty();
        assertThat(acd.engine.waitingCount(SALES)).isEqualTo(1);
    }
}
