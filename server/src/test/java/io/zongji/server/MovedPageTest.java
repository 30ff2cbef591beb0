package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import io.zongji.sbb.events.AgentRequest.Action;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneCall;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent talks in a page, and goes on at a phone on a desk. */
class MovedPageTest extends CallCentreTest {

    private static final int CUSTOMER = 700;
    private static final int DESK = 1500;

    private TestPage page;
    private SimulatedPhone desk;
    private OutgoingCall customer;

    @BeforeEach
    void customerAndPageTalk() {
        page = page();
        desk = centre.phoneOf(1003).saying(Sound.tone(DESK)).onCall(AnswerPlan.manual());
        centre.signIn(1001);
        customer = centre.caller().saying(Sound.tone(CUSTOMER)).call("support");
        page.accept(page.awaitInvite());
        centre.awaitState(1001, AgentState.TALKING);
    }

    @Test
    void theCallGoesOnAtTheDeskAndThePageIsLetGo() {
        assertThat(move()).isNull();
        IncomingCall moved = desk.awaitRinging(SOON);
        moved.answer();
        page.awaitBye();
        theDeskHasTheCall(moved, page);
    }

    @Test
    void thePageIsLostWhileTheDeskRings() {
        assertThat(move()).isNull();
        IncomingCall moved = desk.awaitRinging(SOON);
        page.close();
        awaitSuspended();
        moved.answer();
        theDeskHasTheCall(moved, page);
    }

    @Test
    void thePageIsLostBeforeTheDeskIsChosen() {
        page.close();
        awaitSuspended();
        customer.audio().awaitSound(SOON);
        assertThat(move()).isNull();
        IncomingCall moved = desk.awaitRinging(SOON);
        moved.answer();
        theDeskHasTheCall(moved, page);
    }

    @Test
    void aLostPageThatIsBackFirstHasTheCallUntilTheDeskIsAnswered() {
        page.close();
        awaitSuspended();
        assertThat(move()).isNull();
        IncomingCall moved = desk.awaitRinging(SOON);
        try (TestPage back = page()) {
            back.accept(back.awaitInvite());
            awaitEvent("RESUMED");
            moved.answer();
            back.awaitBye();
            theDeskHasTheCall(moved, back);
        }
    }

    private void theDeskHasTheCall(IncomingCall moved, TestPage left) {
        hears(customer, DESK);
        hears(moved, CUSTOMER);
        assertThat(centre.stateOf(1001)).isEqualTo(AgentState.TALKING);
        customer.hangUp();
        moved.awaitEnded(SOON);
        assertThat(centre.awaitRecords(1).get(0))
                .containsEntry("agent_id", "1001")
                .containsEntry("outcome", "ANSWERED")
                .containsEntry("released_by", "caller");
        centre.awaitState(1001, AgentState.IDLE);
        left.close();
        centre.awaitNothingLeft();
        centre.assertAllFits();
    }

    private String move() {
        return centre.workAt(1001, Action.CHOOSE_DEVICE, "8003");
    }

    private TestPage page() {
        PageLines lines = centre.centre().pageLines();
        var token = lines.token(new AgentId("1001"), "session").orElseThrow();
        TestPage page = new TestPage(
                lines.sip(),
                token.extension(),
                token.user(),
                token.secret(),
                UUID.randomUUID().toString());
        assertThat(page.register()).isEqualTo(200);
        return page;
    }

    private void awaitSuspended() {
        awaitEvent("SUSPENDED");
    }

    private void awaitEvent(String type) {
        await(type).atMost(Duration.ofSeconds(20)).until(() -> !centre.rows(
                        "select * from call_event where event_type = '" + type + "'")
                .isEmpty());
    }

    private static void hears(PhoneCall party, int tone) {
        await("hears " + tone).atMost(SOON).until(() -> party.audio().hearsAmongOthers(tone));
    }
}
