package io.zongji.server;

import static io.zongji.server.CarrierRegistrar.header;
import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.trunk.RegistrationState;
import io.zongji.domain.trunk.RegistrationState.Stage;
import io.zongji.slee.container.facility.Alarms;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A carrier that sends us calls where we have registered. */
class TrunkRegistrationTest extends CallCentreTest {

    private CarrierRegistrar carrier;

    @BeforeEach
    void aCarrier() throws Exception {
        carrier = new CarrierRegistrar("127.0.0.4", "s3cret", 3600);
    }

    @AfterEach
    void carrierStops() {
        carrier.close();
    }

    @Test
    void weRegisterWithCredentialsAndAreSentCallsThere() throws Exception {
        register("s3cret");
        awaitStage(Stage.REGISTERED);
        String taken = carrier.taken().get(0);
        assertThat(header(taken, "To")).contains("sip:02088889999@127.0.0.4");
        assertThat(header(taken, "Expires")).isEqualTo("3600");
        assertThat(carrier.requests()).hasSize(2).allSatisfy(text -> assertThat(text)
                .doesNotContain("s3cret"));
        assertThat(state().until()).isAfter(Instant.now().plusSeconds(3000));

        // The number dialled stands in To, and the caller comes from an address of no trunk.
        carrier.send(invite(carrier.contact(), "support"));
        await("the call is answered").atMost(SOON).until(() -> carrier.answers().stream()
                .anyMatch(text -> text.startsWith("SIP/2.0 200")));
        carrier.send(ack());
        assertThat(centre.awaitRecords(1).get(0))
                .containsEntry("trunk", "line")
                .containsEntry("caller", "13912345678")
                .containsEntry("dialled", "support");
        centre.awaitNothingLeft();
    }

    @Test
    void aCallToAContactThatNobodyRegisteredIsAStrangers() throws Exception {
        register("s3cret");
        awaitStage(Stage.REGISTERED);
        carrier.send(invite(carrier.contact().replaceFirst("sip:t..", "sip:tzz"), "support"));
        await("the refusal").atMost(SOON).until(() -> carrier.answers().stream()
                .anyMatch(text -> text.startsWith("SIP/2.0 401")));
    }

    @Test
    void aRegistrationIsRefreshedInTimeAlsoWithAnotherNonce() throws Exception {
        carrier = replacedBy(new CarrierRegistrar("127.0.0.4", "s3cret", 2));
        register("s3cret");
        awaitStage(Stage.REGISTERED);
        carrier.forgetNonces();
        await("refreshed twice")
                .atMost(Duration.ofSeconds(20))
                .until(() -> carrier.taken().size() >= 2);
        assertThat(carrier.requests().stream()
                        .map(text -> header(text, "Call-ID"))
                        .distinct())
                .hasSize(1);
        assertThat(carrier.requests().stream()
                        .map(text -> Long.parseLong(header(text, "CSeq").split(" ")[0])))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(state().stage()).isEqualTo(Stage.REGISTERED);
    }

    @Test
    void aCarrierThatWantsLongerRegistrationsGetsThem() throws Exception {
        carrier.wantAtLeast(7200);
        register("s3cret");
        awaitStage(Stage.REGISTERED);
        assertThat(header(carrier.taken().get(1), "Expires")).isEqualTo("7200");
    }

    @Test
    void aRefusalIsShownWithItsReasonAndMendedBySetUp() throws Exception {
        carrier.refuse(403);
        register("s3cret");
        awaitStage(Stage.REFUSED);
        assertThat(state().why()).isEqualTo("403 Not you");
        assertThat(alarms()).containsExactly("line");
        assertThat(carrier.requests()).hasSize(1);

        carrier.refuse(0);
        centre.setUp("update trunk set registrar_expiry_ms = 1800000 where name = 'line'");
        awaitStage(Stage.REGISTERED);
        assertThat(alarms()).isEmpty();
    }

    @Test
    void aWrongPasswordIsNotTriedAgainAndAgain() throws Exception {
        register("wrong");
        awaitStage(Stage.REFUSED);
        assertThat(state().why()).startsWith("401");
        assertThat(carrier.requests().size()).isLessThanOrEqualTo(4);
    }

    @Test
    void aTrunkThatIsRemovedIsRegisteredNoMore() throws Exception {
        register("s3cret");
        awaitStage(Stage.REGISTERED);
        centre.setUp("delete from trunk where name = 'line'");
        await("told so").atMost(SOON).until(this::isToldToForget);
        await("forgotten")
                .atMost(SOON)
                .until(() -> centre.centre().registrations().state("line").isEmpty());
        carrier.send(invite(carrier.contact(), "support"));
        await("the refusal").atMost(SOON).until(() -> carrier.answers().stream()
                .anyMatch(text -> text.startsWith("SIP/2.0 401")));
    }

    @Test
    void aCallCentreThatStopsIsRegisteredNoMoreUntilItStartsAgain() throws Exception {
        register("s3cret");
        awaitStage(Stage.REGISTERED);
        String contact = carrier.contact();
        centre.centre().slee().stop();
        assertThat(isToldToForget()).isTrue();

        centre.centre().slee().start();
        awaitStage(Stage.REGISTERED);
        assertThat(isToldToForget()).isFalse();
        assertThat(carrier.contact()).isEqualTo(contact);
    }

    private CarrierRegistrar replacedBy(CarrierRegistrar another) {
        carrier.close();
        return another;
    }

    private void register(String password) {
        centre.setUp("insert into trunk (name, tenant_id, networks, registrar, registrar_user, registrar_secret)"
                + " values ('line', 'default', '', '" + carrier.address() + "', '02088889999', '"
                + centre.centre().seal().seal(password) + "')");
    }

    private RegistrationState state() {
        return centre.centre().registrations().state("line").orElseThrow();
    }

    private void awaitStage(Stage stage) {
        await("it is " + stage).atMost(Duration.ofSeconds(20)).until(() -> centre.centre()
                .registrations()
                .state("line")
                .filter(state -> state.stage() == stage)
                .isPresent());
    }

    private boolean isToldToForget() {
        List<String> taken = carrier.taken();
        return !taken.isEmpty()
                && header(taken.get(taken.size() - 1), "Expires").equals("0");
    }

    private List<String> alarms() {
        return centre.centre().slee().alarms().active().stream()
                .map(Alarms.Alarm::instance)
                .toList();
    }

    /** Without a session description: ours is offered then, and this carrier has no use for it. */
    private String invite(String contact, String number) {
        return "INVITE " + contact + " SIP/2.0\r\nVia: SIP/2.0/UDP " + carrier.address() + ";rport;branch=z9hG4bKi\r\n"
                + common(number, "1 INVITE");
    }

    private String ack() {
        String ok = carrier.answers().stream()
                .filter(text -> text.startsWith("SIP/2.0 200"))
                .findFirst()
                .orElseThrow();
        String contact = header(ok, "Contact").replaceAll(".*<|>.*", "");
        return "ACK " + contact + " SIP/2.0\r\nVia: SIP/2.0/UDP " + carrier.address() + ";rport;branch=z9hG4bKa\r\n"
                + common("support", "1 ACK").replaceFirst("To: .*\r\n", "To: " + header(ok, "To") + "\r\n");
    }

    private String common(String number, String sequence) {
        return "Max-Forwards: 70\r\nFrom: <sip:13912345678@127.0.0.4>;tag=f\r\nTo: <sip:" + number
                + "@127.0.0.1>\r\nCall-ID: carriers-call\r\nCSeq: " + sequence + "\r\nContact: <sip:carrier@"
                + carrier.address() + ">\r\nContent-Length: 0\r\n\r\n";
    }
}
