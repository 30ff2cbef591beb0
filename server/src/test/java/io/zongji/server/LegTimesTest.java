package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zongji.domain.CallId;
import io.zongji.domain.conversation.Service;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneCall;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The seconds in the record are those in which the packets that a phone got carried the other's voice, within a second. */
class LegTimesTest extends CallCentreTest {

    private static final int CUSTOMER = 700;
    private static final int AGENT = 1100;
    private static final int COLLEAGUE = 1500;
    private static final long SECOND = 1000;

    @Test
    void talkHoldAndConsultationAreWhatThePhonesHeard() {
        SimulatedPhone colleaguesPhone = phone(1002, COLLEAGUE);
        SimulatedPhone agentsPhone = phone(1001, AGENT);
        centre.signIn(1001);
        OutgoingCall customer = centre.caller().saying(Sound.tone(CUSTOMER)).call("support");
        IncomingCall agent = agentsPhone.awaitRinging(SOON);
        agent.audio().keep();
        agent.audio().awaitTone(CUSTOMER, SOON);
        pause(2);
        ask(Service.HOLD, "");
        pause(3);
        ask(Service.RETRIEVE, "");
        pause(1);
        ask(Service.CONSULT, "8002");
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        colleague.audio().keep();
        colleague.audio().awaitTone(AGENT, SOON);
        pause(3);
        ask(Service.ALTERNATE, "");
        pause(2);
        ask(Service.ALTERNATE, "");
        pause(1);
        ask(Service.TRANSFER, "");
        agent.awaitEnded(SOON);
        colleague.audio().awaitTone(CUSTOMER, SOON);
        pause(2);
        customer.hangUp();
        colleague.awaitEnded(SOON);

        centre.awaitRecords(1);
        List<Map<String, Object>> legs = centre.rows("select * from call_leg order by ordinal");
        check(legs.get(1), agent, COLLEAGUE);
        check(legs.get(2), colleague, AGENT);
        assertThat((Long) legs.get(1).get("hold_ms")).isGreaterThan(2 * SECOND);
        assertThat((Long) legs.get(2).get("consult_ms")).isGreaterThan(3 * SECOND);
        centre.awaitNothingLeft();
    }

    private static void check(Map<String, Object> leg, PhoneCall phone, int partner) {
        long talk = phone.audio().keptTone(CUSTOMER).toMillis();
        long consult = phone.audio().keptTone(partner).toMillis();
        long rest = phone.timeTalking().toMillis() - talk - consult;
        assertThat((Long) leg.get("talk_ms")).as("talk").isCloseTo(talk, within(SECOND));
        assertThat((Long) leg.get("consult_ms")).as("consultation").isCloseTo(consult, within(SECOND));
        assertThat((Long) leg.get("hold_ms")).as("hold").isCloseTo(rest, within(SECOND));
    }

    private SimulatedPhone phone(int agent, int tone) {
        return centre.phoneOf(agent).saying(Sound.tone(tone)).onCall(AnswerPlan.after(Duration.ZERO));
    }

    private void pause(int seconds) {
        centre.pause(Duration.ofSeconds(seconds));
    }

    private void ask(Service service, String target) {
        CallId call = centre.centre().liveBoard().snapshot().calls().get(0).call();
        assertThat(centre.centre().calls().ask(call, service, "8001", target).join())
                .isEmpty();
    }
}
