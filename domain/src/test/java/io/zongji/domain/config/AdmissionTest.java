package io.zongji.domain.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.domain.AgentId;
import io.zongji.domain.FlowId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.flow.Flow;
import io.zongji.domain.flow.FlowNode;
import io.zongji.domain.phone.AgentCode;
import io.zongji.domain.phone.DialledCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionTest {
    private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");
    private static final FlowId MAIN = new FlowId("main");
    private final Configuration configuration = Configuration.builder()
            .add(Flow.of(MAIN, "Main", 1, List.of(new FlowNode.Start("s", "", "e"), new FlowNode.End("e", ""))))
            .add(
                    new DialledNumber("400-800-1234", MAIN, List.of()),
                    new DialledNumber("4008009999", new FlowId("gone"), List.of()))
            .add(Trunk.byAddress("carrier", "10.1.2.0/24", "2001:db8::/32"))
            .add(new Trunk("digest", List.of(), "trunkuser", "ha1", "gw", null))
            .add(new Extension("8001", "ha1-8001", null), new Extension("8002", null, "sip:8002@192.168.1.5:5070"))
            .add(
                    new BlacklistEntry("13800000000", null, "nuisance"),
                    new BlacklistEntry("13900000000", NOW, "expired now"),
                    new BlacklistEntry("0900*", null, "premium"))
            .build();

    @Test
    void callOfATrunkGoesToTheFlowOfTheNumber() {
        AdmissionDecision decision = decide("10.1.2.7", 5060, "135 8888-8888", "4008001234", null);

        assertThat(decision).isInstanceOfSatisfying(AdmissionDecision.ToFlow.class, toFlow -> {
            assertThat(toFlow.flow()).isEqualTo(MAIN);
            assertThat(toFlow.trunk().name()).isEqualTo("carrier");
            assertThat(toFlow.caller()).isEqualTo("13588888888");
            assertThat(toFlow.dialled()).isEqualTo("4008001234");
        });
    }

    @Test
    void trunkThatSignsInIsKnownFromAnyAddress() {
        assertThat(decide("203.0.113.9", 5060, "1", "4008001234", "trunkuser"))
                .isInstanceOf(AdmissionDecision.ToFlow.class);
    }

    @ParameterizedTest
    @CsvSource({"4008001234", "8001", "1", "''"})
    void unknownSourceLearnsNothingWhateverItDials(String dialled) {
        assertThat(decide("203.0.113.9", 5060, "8001", dialled, null))
                .isEqualTo(decide("203.0.113.9", 5060, "nobody", "nothing", null))
                .isInstanceOf(AdmissionDecision.Challenge.class);
    }

    @Test
    void verifiedUserWhoIsNobodyOfOursIsRefusedWithoutARecord() {
        assertThat(decide("203.0.113.9", 5060, "x", "4008001234", "ghost"))
                .isInstanceOfSatisfying(AdmissionDecision.Refuse.class, refuse -> {
                    assertThat(refuse.cause()).isEqualTo(Cause.FORBIDDEN);
                    assertThat(refuse.recorded()).isFalse();
                });
    }

    @Test
    void blacklistedCallerIsBlocked() {
        assertThat(decide("10.1.2.7", 5060, "13800000000", "4008001234", null))
                .isInstanceOf(AdmissionDecision.Blocked.class);
        assertThat(decide("10.1.2.7", 5060, "09001234", "4008001234", null))
                .isInstanceOf(AdmissionDecision.Blocked.class);
    }

    @Test
    void callerWhoseEntryExpiredGetsInAgain() {
        assertThat(configuration.blocked("13900000000", NOW.minusMillis(1))).isPresent();
        assertThat(decide("10.1.2.7", 5060, "13900000000", "4008001234", null))
                .isInstanceOf(AdmissionDecision.ToFlow.class);
    }

    @Test
    void numberThatIsNotOursIsRefusedAndRecorded() {
        assertThat(decide("10.1.2.7", 5060, "1", "555", null))
                .isInstanceOfSatisfying(AdmissionDecision.Refuse.class, refuse -> {
                    assertThat(refuse.cause()).isEqualTo(Cause.UNALLOCATED_NUMBER);
                    assertThat(refuse.recorded()).isTrue();
                });
    }

    @Test
    void numberWhoseFlowIsGoneIsRefused() {
        assertThat(decide("10.1.2.7", 5060, "1", "4008009999", null))
                .isInstanceOfSatisfying(AdmissionDecision.Refuse.class, refuse -> assertThat(refuse.cause())
                        .isEqualTo(Cause.FLOW_ERROR));
    }

    @Test
    void trunkMayNotRingExtensions() {
        assertThat(decide("10.1.2.7", 5060, "1", "8001", null)).isInstanceOf(AdmissionDecision.Refuse.class);
    }

    @Test
    void signedInExtensionCallsAnotherOrTheHotline() {
        assertThat(decide("203.0.113.9", 5060, "8001", "8002", "8001"))
                .isInstanceOfSatisfying(AdmissionDecision.ToExtension.class, call -> {
                    assertThat(call.caller().number()).isEqualTo("8001");
                    assertThat(call.called().number()).isEqualTo("8002");
                });
        assertThat(decide("203.0.113.9", 5060, "8001", "4008001234", "8001"))
                .isInstanceOfSatisfying(AdmissionDecision.ToFlow.class, call -> {
                    assertThat(call.trunk()).isNull();
                    assertThat(call.callerExtension().number()).isEqualTo("8001");
                });
    }

    @Test
    void onlyAnAgentsPhoneCallsOutside() {
        Configuration outgoing = Configuration.builder()
                .add(new Extension("8001", "ha1", null), new Extension("8002", "ha1", null))
                .add(new Agent(new AgentId("1001"), "1001", "Li", "8001", List.of(), null, false))
                .add(Trunk.byAddress("carrier", "10.1.2.7").with(new OutboundRoute("10.1.2.7", List.of("139"), "")))
                .build();
        assertThat(outside(outgoing, "8001", "13911112222"))
                .isInstanceOfSatisfying(AdmissionDecision.ToOutside.class, call -> assertThat(call.number())
                        .isEqualTo("13911112222"));
        assertThat(outside(outgoing, "8001", "15000000000"))
                .isInstanceOfSatisfying(AdmissionDecision.Refuse.class, refuse -> assertThat(refuse.cause())
                        .isEqualTo(Cause.UNALLOCATED_NUMBER));
        assertThat(outside(outgoing, "8002", "13911112222"))
                .isInstanceOfSatisfying(AdmissionDecision.Refuse.class, refuse -> assertThat(refuse.cause())
                        .isEqualTo(Cause.FORBIDDEN));
    }

    @Test
    void aCodeIsForTheAgentWhoWorksAtThePhone() {
        Configuration office = Configuration.builder()
                .add(new Extension("8001", "ha1", null), new Extension("8002", "ha1", null))
                .add(new Agent(new AgentId("1001"), "1001", "Li", "8001", List.of(), null, false))
                .build();
        assertThat(outside(office, "8001", "*43")).isInstanceOfSatisfying(AdmissionDecision.ToCode.class, asked -> {
            assertThat(asked.agent()).isEqualTo(new AgentId("1001"));
            assertThat(asked.code()).isEqualTo(AgentCode.READY);
        });
        assertThat(outside(office, "8002", "*43")).isInstanceOf(AdmissionDecision.Refuse.class);
        assertThat(outside(office, "8001", "*49")).isInstanceOf(AdmissionDecision.Refuse.class);
        assertThat(decide("10.1.2.7", 5060, "8001", "*43", null)).isInstanceOf(AdmissionDecision.Refuse.class);
        assertThat(decide("203.0.113.9", 5060, "8001", "*43", null)).isInstanceOf(AdmissionDecision.Challenge.class);
    }

    @Test
    void aGuestAtAPhoneIsAskedWhoItIs() {
        Configuration office = Configuration.builder()
                .add(new Extension("8001", "ha1", null), new Extension("8002", "ha1", null))
                .add(new Agent(new AgentId("1001"), "1001", "Li", "8001", List.of(), null, false))
                .build();
        assertThat(outside(office, "8001", "*41")).isInstanceOf(AdmissionDecision.ToCode.class);
        assertThat(outside(office, "8002", "*41")).isEqualTo(guest("8002", "", "", "a guest"));
        assertThat(outside(office, "8001", "*41*")).isEqualTo(guest("8001", "", "", "a guest"));
        assertThat(outside(office, "8001", "*41*1001*4711")).isEqualTo(guest("8001", "1001", "4711", "agent 1001"));
        assertThat(outside(office, "8001", "*41*1001*4711").reason()).doesNotContain("4711");
        assertThat(outside(office, "8002", "*42")).isInstanceOf(AdmissionDecision.Refuse.class);
        assertThat(decide("203.0.113.9", 5060, "8001", "*41*", null)).isInstanceOf(AdmissionDecision.Challenge.class);
    }

    private static AdmissionDecision guest(String phone, String number, String pin, String told) {
        return new AdmissionDecision.ToGuestSignIn(
                new Extension(phone, "ha1", null),
                new DialledCode(AgentCode.SIGN_IN, number, pin),
                "extension " + phone + " asks for SIGN_IN of " + told);
    }

    private static AdmissionDecision outside(Configuration configuration, String extension, String number) {
        return Admission.decide(
                new IncomingInvite("203.0.113.9", 5060, extension, number, number, extension),
                configuration,
                Instant.EPOCH);
    }

    @Test
    void extensionThatCallsItselfIsBusy() {
        assertThat(decide("203.0.113.9", 5060, "8001", "8001", "8001"))
                .isInstanceOfSatisfying(AdmissionDecision.Refuse.class, refuse -> assertThat(refuse.cause())
                        .isEqualTo(Cause.BUSY));
    }

    @Test
    void fixedPhoneIsBelievedAtItsAddressOnly() {
        assertThat(decide("192.168.1.5", 5070, "8002", "8001", null)).isInstanceOf(AdmissionDecision.ToExtension.class);
        assertThat(decide("192.168.1.5", 5071, "8002", "8001", null)).isInstanceOf(AdmissionDecision.Challenge.class);
        assertThat(decide("192.168.1.6", 5070, "8002", "8001", null)).isInstanceOf(AdmissionDecision.Challenge.class);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.1, false",
        "10.1.2.3, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.4, false",
        "10.1.2.128/25, 10.1.2.127, false",
        "10.1.2.128/25, 10.1.2.128, true",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:1::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "10.0.0.0/8, example.org, false"
    })
    void networkContainsItsAddressesOnly(String network, String address, boolean contained) {
        assertThat(Network.parse(network).contains(address)).isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.org", "10.0.0.0/33", "10.0.0", "10.0.0.0/x", "2001:db8::/129", "300.1.1.1"})
    void whatIsNoNetworkIsRefused(String text) {
        assertThatThrownBy(() -> Network.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "sip:8001@10.0.0.1, 8001, 10.0.0.1, -1",
        "sip:8001@10.0.0.1:5070;transport=tcp, 8001, 10.0.0.1, 5070",
        "<sips:8001:secret@PBX.example.org>, 8001, pbx.example.org, -1",
        "sip:[2001:db8::1]:5060, '', 2001:db8::1, 5060",
        "tel:+8613588888888;phone-context=cn, +8613588888888, '', -1"
    })
    void uriIsTakenApart(String uri, String user, String host, int port) {
        assertThat(SipAddress.parse(uri)).contains(new SipAddress(user, host, port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8001", "http://x", "sip:", "sip:a b@c d"})
    void whatIsNoUriIsNotTakenApart(String text) {
        assertThat(SipAddress.parse(text)).isEmpty();
    }

    @Test
    void twoPartsOfOneNameAreRefused() {
        assertThatThrownBy(() -> Configuration.builder()
                        .add(new Extension("1", null, null), new Extension("1", null, null))
                        .build())
                .hasMessage("extension 1 is there twice");
    }

    @Test
    void aCallToOurContactIsTheCarriersWhereverItComesFrom() {
        TrunkRegistration registration = new TrunkRegistration(
                "sip.example.com", new OutboundAccount("4008001234", "sealed"), Duration.ofHours(1));
        Trunk line = new Trunk("line", List.of(), null, null, null, null, registration);
        Configuration registered = Configuration.builder()
                .add(Flow.of(MAIN, "Main", 1, List.of(new FlowNode.Start("s", "", "e"), new FlowNode.End("e", ""))))
                .add(new DialledNumber("4008001234", MAIN, List.of()), new DialledNumber("95000", MAIN, List.of()))
                .add(line)
                .build();

        assertThat(List.of("95000", "somebody", ""))
                .map(to -> Admission.decide(
                        new IncomingInvite("203.0.113.9", 5060, "1", line.contactUser(), to, null), registered, NOW))
                .map(decision -> ((AdmissionDecision.ToFlow) decision).dialled())
                .containsExactly("95000", "4008001234", "4008001234");
        assertThat(Admission.decide(
                        new IncomingInvite("203.0.113.9", 5060, "1", line.contactUser() + "0", "95000", null),
                        registered,
                        NOW))
                .isInstanceOf(AdmissionDecision.Challenge.class);
    }

    @Test
    void anotherPasswordMakesAnotherContact() {
        assertThat(contact("sealed")).isEqualTo(contact("sealed")).isNotEqualTo(contact("otherwise"));
    }

    private static String contact(String secret) {
        return Trunk.byAddress("line", "10.1.2.3")
                .with(new TrunkRegistration("sip.example.com", new OutboundAccount("400", secret), Duration.ofHours(1)))
                .contactUser();
    }

    private AdmissionDecision decide(String address, int port, String from, String dialled, String verified) {
        return Admission.decide(
                new IncomingInvite(address, port, from, dialled, dialled, verified), configuration, NOW);
    }
}
