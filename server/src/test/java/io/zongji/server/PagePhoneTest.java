package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.phone.PhoneToken;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.SimulatedPhone;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pages as phones: who may register by token, and what becomes of a call whose page is lost. */
class PagePhoneTest extends CallCentreTest {

    private static final AgentId AGENT = new AgentId("1001");

    private PhoneToken token(String holder) {
        return lines().token(AGENT, holder).orElseThrow();
    }

    private PageLines lines() {
        return centre.centre().pageLines();
    }

    private URI sip() {
        return lines().sip();
    }

    private TestPage page(String holder) {
        return page(holder, UUID.randomUUID().toString());
    }

    private TestPage page(String holder, String instance) {
        PhoneToken token = token(holder);
        TestPage page = new TestPage(sip(), token.extension(), token.user(), token.secret(), instance);
        assertThat(page.register()).isEqualTo(200);
        return page;
    }

    // Tokens

    @Test
    void aPageRegistersByTokenAndDialsAndIsGoneWithItsSignIn() {
        try (TestPage page = page("session")) {
            centre.signIn(1001);
            centre.awaitState(1001, AgentState.IDLE);
            assertThat(page.invite("95000")).isEqualTo(200);

            lines().signedOut(AGENT, "session");
            centre.awaitState(1001, AgentState.LOST);
            assertThat(page.register()).as("replayed after the sign-out").isEqualTo(401);
        }
    }

    @Test
    void aForeignOrInventedTokenIsRefused() {
        PhoneToken token = token("session");
        try (TestPage other = new TestPage(sip(), "8002", token.user(), token.secret(), "x");
                TestPage wrong = new TestPage(sip(), "8001", token.user(), "0".repeat(32), "x");
                TestPage invented = new TestPage(sip(), "8001", "page-0123", token.secret(), "x")) {
            assertThat(other.register()).isEqualTo(403);
            assertThat(wrong.register()).isEqualTo(401);
            assertThat(invented.register()).isEqualTo(401);
        }
    }

    @Test
    void theEndOfAnotherSessionLeavesThePageAlone() {
        try (TestPage page = page("session")) {
            centre.signIn(1001);
            lines().signedOut(AGENT, "yesterday's");
            assertThat(page.register()).isEqualTo(200);
            assertThat(centre.stateOf(1001)).isEqualTo(AgentState.IDLE);
        }
    }

    @Test
    void aPageFromOurOwnAddressIsNoTrunk() {
        centre.setUp("update trunk set networks = networks || ',127.0.0.1'");
        try (TestPage page = new TestPage(sip(), "13800001000", "nobody", "0".repeat(32), "x")) {
            assertThat(page.invite("95000")).isEqualTo(401);
        }
    }

    @Test
    void theDeskPhoneStandsByWhileThePageIsOnAndTakesOverAfterwards() {
        SimulatedPhone desk = centre.phoneOf(1001).onCall(AnswerPlan.after(Duration.ZERO));
        centre.signIn(1001);
        TestPage page = page("session");
        desk.unregister();
        desk.awaitUnregistered(SOON);
        desk.register();
        desk.awaitRegistered(SOON);
        OutgoingCall first = centre.caller().call("support");
        page.accept(page.awaitInvite());
        centre.awaitState(1001, AgentState.TALKING);
        first.hangUp();
        page.awaitBye();

        page.close();
        centre.awaitState(1001, AgentState.LOST);
        // It was told that it is registered, and does not do so again for long.
        centre.awaitState(1001, AgentState.IDLE);
        OutgoingCall second = centre.caller().call("support");
        desk.awaitRinging(SOON).awaitTalking(SOON);
        second.hangUp();
        centre.awaitRecords(2);
        centre.awaitNothingLeft();
    }

    @Test
    void theDeskPhoneThatWasThereBeforeThePageIsThereAfterIt() {
        SimulatedPhone desk = centre.phoneOf(1001).onCall(AnswerPlan.after(Duration.ZERO));
        centre.signIn(1001);
        page("session").close();
        centre.awaitState(1001, AgentState.LOST);
        centre.awaitState(1001, AgentState.IDLE);
        OutgoingCall call = centre.caller().call("support");
        desk.awaitRinging(SOON).awaitTalking(SOON);
        call.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void aDeskPhoneThatHasLeftMeanwhileTakesNothingOver() {
        SimulatedPhone desk = centre.phoneOf(1001);
        centre.signIn(1001);
        TestPage page = page("session");
        desk.unregister();
        desk.awaitUnregistered(SOON);
        page.close();
        centre.awaitState(1001, AgentState.LOST);
        // Whoever would take over has done so by then.
        await().during(Duration.ofSeconds(4)).atMost(SOON).until(() -> centre.stateOf(1001) == AgentState.LOST);
        centre.awaitNothingLeft();
    }

    // Losing the page

    @Test
    void anIdleAgentsLostPageIsNoticedAtOnce() {
        TestPage page = page("session");
        centre.signIn(1001);
        centre.awaitState(1001, AgentState.IDLE);
        page.close();
        centre.awaitState(1001, AgentState.LOST);
        TestPage back = page("session");
        centre.awaitState(1001, AgentState.IDLE);
        back.close();
    }

    @Test
    void aPageLostWhileItRingsRefusesTheOffer() {
        TestPage page = page("session");
        centre.signIn(1001);
        OutgoingCall call = centre.caller().call("support");
        page.ring(page.awaitInvite());
        page.close();
        centre.awaitState(1001, AgentState.LOST);
        try (TestPage back = page("session")) {
            back.accept(back.awaitInvite());
            centre.awaitState(1001, AgentState.TALKING);
            call.hangUp();
            back.awaitBye();
        }
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    private OutgoingCall talking(TestPage page) {
        centre.signIn(1001);
        OutgoingCall call = centre.caller().call("support");
        page.accept(page.awaitInvite());
        centre.awaitState(1001, AgentState.TALKING);
        return call;
    }

    @Test
    void aReloadedPageIsCalledBackIntoItsCall() {
        TestPage page = page("session");
        OutgoingCall call = talking(page);
        page.close();
        awaitEvent("SUSPENDED");
        call.audio().awaitSound(SOON);
        assertThat(centre.stateOf(1001)).isEqualTo(AgentState.TALKING);

        try (TestPage back = page("session")) {
            String invite = back.awaitInvite();
            assertThat(TestPage.header(invite, "Answer-Mode")).isEqualTo("Auto");
            assertThat(TestPage.header(invite, "X-Zongji-Resumes"))
                    .isEqualTo(centre.rows("select id from call_leg where role = 'agent'")
                            .get(0)
                            .get("id"));
            back.accept(invite);
            awaitEvent("RESUMED");
            back.hangUp(invite);
            call.awaitEnded(SOON);
        }
        Map<String, Object> record = centre.awaitRecords(1).get(0);
        assertThat(record).containsEntry("outcome", "ANSWERED").containsEntry("released_by", "agent");
        assertThat(centre.rows("select * from call_event where event_type = 'SUSPENDED'"))
                .hasSize(1);
        centre.awaitNothingLeft();
    }

    @Test
    void theCallerHangsUpWhileThePageIsAway() {
        TestPage page = page("session");
        OutgoingCall call = talking(page);
        page.close();
        awaitEvent("SUSPENDED");
        call.hangUp();
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("released_by", "caller");
        try (TestPage back = page("session")) {
            assertThat(back.isCalledWithin(300)).isFalse();
        }
        centre.awaitNothingLeft();
    }

    @Test
    void theCallerHangsUpWhileThePageIsCalledBack() {
        TestPage page = page("session");
        OutgoingCall call = talking(page);
        page.close();
        awaitEvent("SUSPENDED");
        try (TestPage back = page("session")) {
            String invite = back.awaitInvite();
            back.ring(invite);
            call.hangUp();
            back.awaitCancel();
            back.refuse(invite, "487 Request Terminated");
        }
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void aPageThatIsReloadedTwiceIsBackInTheEnd() {
        TestPage page = page("session");
        OutgoingCall call = talking(page);
        page.close();
        TestPage second = page("session");
        second.awaitInvite();
        second.close();
        try (TestPage third = page("session")) {
            third.accept(third.awaitInvite());
            awaitEvent("RESUMED");
            call.hangUp();
            third.awaitBye();
        }
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void aSecondTabTakesTheCallOnlyWhenTheFirstIsGone() {
        TestPage first = page("session");
        OutgoingCall call = talking(first);
        try (TestPage second = page("session")) {
            assertThat(second.isCalledWithin(300)).isFalse();
            first.close();
            second.accept(second.awaitInvite());
            awaitEvent("RESUMED");
            call.hangUp();
            second.awaitBye();
        }
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void theSamePageOverAnotherLineIsCalledThereThoughTheOldLineStands() {
        try (TestPage before = page("session")) {
            OutgoingCall call = talking(before);
            try (TestPage now = page("session", before.instance())) {
                now.accept(now.awaitInvite());
                awaitEvent("RESUMED");
                call.hangUp();
                now.awaitBye();
            }
            centre.awaitRecords(1);
        }
        centre.awaitNothingLeft();
    }

    @Test
    void aBrowserThatDialledIsCalledBackToo() {
        TestPage page = page("session");
        assertThat(page.invite("95000")).isEqualTo(200);
        page.acknowledge();
        awaitEvent("ESTABLISHED");
        page.close();
        awaitEvent("SUSPENDED");
        try (TestPage back = page("session")) {
            String invite = back.awaitInvite();
            back.accept(invite);
            awaitEvent("RESUMED");
            back.hangUp(invite);
        }
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("released_by", "caller");
        centre.awaitNothingLeft();
    }

    @Test
    void aSilentPageThatIsNoMorePhoneIsWaitedFor() {
        TestPage page = page("session");
        OutgoingCall call = talking(page);
        assertThat(page.unregister()).isEqualTo(200);
        await("SUSPENDED").atMost(Duration.ofSeconds(60)).until(() -> {
            centre.centre().awaitRecords(SOON);
            return !centre.rows("select * from call_event where event_type = 'SUSPENDED'")
                    .isEmpty();
        });
        try (TestPage back = page("session")) {
            back.accept(back.awaitInvite());
            awaitEvent("RESUMED");
            call.hangUp();
            back.awaitBye();
        }
        page.close();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    private void awaitEvent(String type) {
        await(type).atMost(SOON).until(() -> {
            centre.centre().awaitRecords(SOON);
            return !centre.rows("select * from call_event where event_type = '" + type + "'")
                    .isEmpty();
        });
    }
}
