package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.CallId;
import io.zongji.domain.conversation.Service;
import io.zongji.domain.trunk.TrunkState;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.PhoneCall;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import io.zongji.slee.container.facility.Alarms;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls to the outside over trunks of which some fail: an agent consults a mobile, whoever carries the call. */
class TrunkTest extends CallCentreTest {

    private static final int CUSTOMER = 700;
    private static final int AGENT = 1100;
    private static final int MOBILE = 1500;
    private static final String NUMBER = "13911112222";

    private PhoneStack first;
    private PhoneStack second;
    private OutgoingCall customer;
    private SimulatedPhone agentsPhone;
    private IncomingCall agent;

    @BeforeEach
    void customerAndAgentTalk() throws Exception {
        first = PhoneStack.open("127.0.0.4", 0);
        second = PhoneStack.open("127.0.0.5", 0);
        trunk("first", first, 1);
        trunk("second", second, 2);
        agentsPhone = centre.phoneOf(1001).saying(Sound.tone(AGENT)).onCall(AnswerPlan.after(Duration.ZERO));
        centre.signIn(1001);
        customer = centre.caller().saying(Sound.tone(CUSTOMER)).call("support");
        agent = agentsPhone.awaitRinging(SOON);
        hears(customer, AGENT);
    }

    @AfterEach
    void carriersStop() {
        first.close();
        second.close();
    }

    @Test
    void theTrunkOfFirstPriorityCarriesTheCall() throws Exception {
        SimulatedPhone mobile = mobile(first);
        consult();
        hears(mobile.awaitRinging(SOON), AGENT);
        assertThat(state("first").up()).isTrue();
        hangUpAndCheck();
    }

    @Test
    void aTrunkThatIsSilentIsPassedOverWithinItsPatience() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getByName("127.0.0.6"))) {
            centre.setUp("update trunk set outbound_patience_ms = 500, outbound_gateway = '127.0.0.6:"
                    + silent.getLocalPort() + "' where name = 'first'");
            SimulatedPhone mobile = mobile(second);
            consult();
            IncomingCall ringing = mobile.awaitRinging(SOON);
            hears(ringing, AGENT);
            hears(agent, MOBILE);
            assertThat(state("first").up()).isFalse();
            assertThat(state("second").up()).isTrue();
            assertThat(centre.centre().metrics())
                    .contains("zongji_trunk_up{trunk=\"first\"} 0.0", "zongji_trunk_up{trunk=\"second\"} 1.0");
            assertThat(centre.centre().slee().alarms().active())
                    .extracting(Alarms.Alarm::instance)
                    .containsExactly("first");

            // The next call does not even try it.
            ask(Service.RECONNECT);
            ringing.awaitEnded(SOON);
            centre.setUp("update trunk set outbound_patience_ms = 60000 where name = 'first'");
            consult();
            hears(mobile.awaitRinging(SOON), AGENT);
            hangUpAndCheck();
        }
    }

    @Test
    void aTrunkThatCannotIsPassedOverAtOnce() throws Exception {
        mobile(first).onCall(AnswerPlan.reject(503));
        SimulatedPhone mobile = mobile(second);
        consult();
        hears(mobile.awaitRinging(SOON), AGENT);
        assertThat(state("first").why()).contains("503");
        hangUpAndCheck();
    }

    @Test
    void aBusyMobileIsBusyByEveryTrunk() throws Exception {
        mobile(first).onCall(AnswerPlan.reject(486));
        SimulatedPhone mobile = mobile(second);
        consult();
        hears(customer, AGENT);
        assertThat(mobile.calls()).isEmpty();
        assertThat(state("first").up()).isTrue();
        hangUpAndCheck();
    }

    @Test
    void whenNoTrunkWorksTheCustomerIsBackWithTheAgent() throws Exception {
        mobile(first).onCall(AnswerPlan.reject(500));
        mobile(second).onCall(AnswerPlan.reject(503));
        consult();
        await("both are down")
                .atMost(SOON)
                .until(() -> centre.centre().trunks().states().stream()
                                .filter(trunk -> !trunk.up())
                                .count()
                        == 2);
        hears(customer, AGENT);
        hangUpAndCheck();
    }

    @Test
    void aCallerWhoHangsUpWhileATrunkIsSilentLeavesNothingBehind() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getByName("127.0.0.6"))) {
            centre.setUp("update trunk set outbound_gateway = '127.0.0.6:" + silent.getLocalPort() + "'");
            consult();
            hangUpAndCheck();
        }
    }

    @Test
    void aCarrierThatAsksGetsOurCredentialsAlsoWithTheEndOfTheCall() throws Exception {
        account("us", "s3cret");
        SimulatedPhone mobile = mobile(first).demanding("us", "s3cret", List.of("MD5", "SHA-256"), false);
        consult();
        IncomingCall ringing = mobile.awaitRinging(SOON);
        hears(ringing, AGENT);
        assertThat(ringing.inviteHeader("CSeq")).isEqualTo("2 INVITE");
        assertThat(ringing.inviteText()).contains("SHA-256").doesNotContain("s3cret");
        ask(Service.RECONNECT);
        ringing.awaitEnded(SOON);
        hangUpAndCheck();
    }

    @Test
    void aStaleNonceIsReplaced() throws Exception {
        account("us", "s3cret");
        SimulatedPhone mobile = mobile(first).demanding("us", "s3cret", List.of("MD5"), true);
        consult();
        hears(mobile.awaitRinging(SOON), AGENT);
        hangUpAndCheck();
    }

    @Test
    void aCarrierThatAsksAnewForEveryRequestGetsFreshCredentials() throws Exception {
        account("us", "s3cret");
        SimulatedPhone mobile = mobile(first).demandingEachTime("us", "s3cret");
        consult();
        IncomingCall ringing = mobile.awaitRinging(SOON);
        hears(ringing, AGENT);
        ask(Service.RECONNECT);
        ringing.awaitEnded(SOON);
        hangUpAndCheck();
    }

    @Test
    void theEndOfACallThatCameOverATrunkIsToldWithCredentialsToo() throws Exception {
        hangUpAndCheck();
        centre.setUp("update trunk set outbound_gateway = '127.0.0.9', outbound_prefixes = '000', outbound_user = 'us',"
                + " outbound_secret = '" + centre.centre().seal().seal("s3cret")
                + "' where networks like '127.0.0.2%'");
        SimulatedPhone asking = centre.caller().saying(Sound.tone(CUSTOMER)).demandingEachTime("us", "s3cret");
        customer = asking.call("support");
        agent = agentsPhone.awaitRinging(SOON);
        hears(customer, AGENT);
        agent.hangUp();
        customer.awaitEnded(SOON);
        centre.awaitRecords(2);
        centre.awaitNothingLeft();
    }

    @Test
    void aCarrierThatDoesNotKnowUsIsATrunkThatFails() throws Exception {
        account("us", "wrong");
        mobile(first).demanding("us", "s3cret", List.of("MD5"), false);
        SimulatedPhone mobile = mobile(second);
        consult();
        hears(mobile.awaitRinging(SOON), AGENT);
        assertThat(state("first").why()).contains("407");
        hangUpAndCheck();
    }

    @Test
    void aTrunkThatIsProbedIsKnownToBeDownBeforeAnyCallNeedsItAndToBeBack() throws Exception {
        centre.setUp("update trunk set outbound_patience_ms = 500, outbound_probe_ms = 1000 where name = 'first'");
        await("the first answer")
                .atMost(SOON)
                .until(() -> !centre.centre().trunks().states().isEmpty());
        assertThat(state("first").up()).isTrue();
        int port = first.address().getPort();
        first.close();
        await("it is down").atMost(SOON).until(() -> !state("first").up());
        first = PhoneStack.open("127.0.0.4", port);
        await("it is back").atMost(SOON).until(() -> state("first").up());
        assertThat(centre.centre().slee().alarms().active()).isEmpty();
        hangUpAndCheck();
    }

    @Test
    void aTrunkIsProbedByTheTransportThatItsAddressNamesAndForgottenWithItsSetUp() throws Exception {
        centre.setUp("update trunk set outbound_patience_ms = 500, outbound_probe_ms = 1000,"
                + " outbound_gateway = outbound_gateway || ';transport=tcp' where name = 'first'");
        await("the first answer")
                .atMost(SOON)
                .until(() -> !centre.centre().trunks().states().isEmpty());
        assertThat(state("first").up()).isTrue();
        first.close();
        await("it is down").atMost(SOON).until(() -> !state("first").up());
        centre.setUp("delete from trunk where name = 'first'");
        assertThat(centre.centre().trunks().states()).isEmpty();
        assertThat(centre.centre().slee().alarms().active()).isEmpty();
        hangUpAndCheck();
    }

    private void trunk(String name, PhoneStack carrier, int priority) {
        centre.setUp(
                "insert into trunk (name, tenant_id, networks, outbound_gateway, outbound_priority) values ('" + name
                        + "', 'default', '" + carrier.address().getAddress().getHostAddress() + "', '"
                        + carrier.address().getAddress().getHostAddress() + ":"
                        + carrier.address().getPort() + "', " + priority + ")");
    }

    private void account(String user, String password) {
        centre.setUp("update trunk set outbound_user = '" + user + "', outbound_secret = '"
                + centre.centre().seal().seal(password) + "' where name = 'first'");
    }

    private SimulatedPhone mobile(PhoneStack carrier) {
        return carrier.phone(new PhoneAccount(NUMBER, null, centre.sipAddress()))
                .saying(Sound.tone(MOBILE))
                .onCall(AnswerPlan.after(Duration.ZERO));
    }

    private TrunkState state(String name) {
        return centre.centre().trunks().states().stream()
                .filter(trunk -> trunk.trunk().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void consult() throws Exception {
        assertThat(centre.centre()
                        .calls()
                        .ask(call(), Service.CONSULT, "8001", NUMBER)
                        .get(10, TimeUnit.SECONDS))
                .isEmpty();
    }

    private void ask(Service service) throws Exception {
        assertThat(centre.centre().calls().ask(call(), service, "8001", "").get(10, TimeUnit.SECONDS))
                .isEmpty();
    }

    private CallId call() {
        return centre.centre().liveBoard().snapshot().calls().get(0).call();
    }

    private void hangUpAndCheck() {
        customer.hangUp();
        agent.awaitEnded(SOON);
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    private static void hears(PhoneCall party, Integer... tones) {
        List<Integer> expected = List.of(tones);
        await("hears " + expected).atMost(SOON).until(() -> List.of(CUSTOMER, AGENT, MOBILE).stream()
                .allMatch(tone -> party.audio().hearsAmongOthers(tone) == expected.contains(tone)));
    }
}
