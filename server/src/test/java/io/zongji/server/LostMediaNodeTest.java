package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.journal.CallEventType;
import io.zongji.ra.media.adaptor.MediaNodeStatus;
import io.zongji.ra.media.adaptor.MediaResourceAdaptor;
import io.zongji.sbb.events.AgentRequest;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.PhoneCall;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Voices are carried by other processes; one of them dies from one moment to the next, in the middle of calls. */
class LostMediaNodeTest {

    private static final Duration LONG = Duration.ofSeconds(40);
    private static final int CALLS = 10;
    private static final int CALLERS_TONE = 700;
    private static final int AGENTS_TONE = 1100;

    @TempDir
    private Path data;

    private int firstControl;
    private int secondControl;
    private MediaNodeProcess first;
    private MediaNodeProcess second;
    private TestCentre centre;

    @BeforeEach
    void startWithOneNode() throws Exception {
        Path secret = Files.writeString(data.resolve("media-secret"), "only for this one test\n");
        firstControl = TestCentre.freeTcpPort();
        do {
            secondControl = TestCentre.freeTcpPort();
        } while (secondControl == firstControl);
        first = MediaNodeProcess.start(data, firstControl, 30_000);
        centre = new TestCentre(
                data, new MediaPlace("127.0.0.1:" + firstControl + ",127.0.0.1:" + secondControl, secret));
        awaitNodes(1);
    }

    @AfterEach
    void stop() {
        if (centre != null) {
            centre.close();
        }
        if (first != null) {
            first.close();
        }
        if (second != null) {
            second.close();
        }
    }

    private void startSecond() throws Exception {
        second = MediaNodeProcess.start(data, secondControl, 30_200);
        awaitNodes(2);
    }

    private void awaitNodes(int count) {
        await(count + " media nodes")
                .atMost(LONG)
                .until(() -> nodes().stream().filter(MediaNodeStatus::up).count() == count);
    }

    /** Those that the lost node had sent. */
    private void awaitOldPacketsHeard() {
        awaitNodes(1);
        centre.pause(Duration.ofMillis(300));
    }

    private List<MediaNodeStatus> nodes() {
        return centre.centre().slee().resourceAdaptorEntities().stream()
                .filter(entity -> entity.resourceAdaptor() instanceof MediaResourceAdaptor)
                .flatMap(entity -> ((MediaResourceAdaptor) entity.resourceAdaptor()).nodes().stream())
                .toList();
    }

    private List<SimulatedPhone> agents(int from, int count) {
        List<SimulatedPhone> phones = new ArrayList<>();
        for (int agent = from; agent < from + count; agent++) {
            phones.add(centre.phoneOf(agent)
                    .saying(Sound.tone(AGENTS_TONE))
                    .onCall(AnswerPlan.after(Duration.ofMillis(50))));
            centre.signIn(agent);
        }
        return phones;
    }

    private OutgoingCall call(String number) {
        SimulatedPhone caller = centre.caller().saying(Sound.tone(CALLERS_TONE));
        return caller.call(number);
    }

    private List<PhoneCall> tenTalk() {
        List<SimulatedPhone> phones = agents(1001, CALLS);
        List<PhoneCall> parties = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            OutgoingCall call = call("support");
            call.awaitTalking(LONG);
            parties.add(call);
        }
        for (SimulatedPhone phone : phones) {
            await("all agents talk").atMost(LONG).until(() -> phone.calls().size() == 1);
            parties.addAll(phone.calls());
        }
        hearEachOther(parties);
        return parties;
    }

    private static void hearEachOther(List<? extends PhoneCall> parties) {
        for (PhoneCall party : parties) {
            party.audio().awaitTone(party instanceof IncomingCall ? CALLERS_TONE : AGENTS_TONE, LONG);
        }
    }

    @Test
    void aPhoneThatStaysOnTheLineComesToTheNodeOfEachCallAndGoesOnWhenItIsLost() throws Exception {
        startSecond();
        try (PhoneStack carrier = PhoneStack.open("127.0.0.4", 0)) {
            SimulatedPhone mobile = carrier.phone(new PhoneAccount("13911112222", null, centre.sipAddress()))
                    .saying(Sound.tone(AGENTS_TONE))
                    .onCall(AnswerPlan.after(Duration.ZERO));
            centre.setUp(
                    "insert into trunk (name, tenant_id, networks, outbound_gateway, outbound_prefixes, outbound_caller)"
                            + " values ('carrier', 'default', '127.0.0.4', '127.0.0.4:"
                            + carrier.address().getPort() + "', '139', '02087654321')",
                    "insert into setting (tenant_id, name, content) values ('default', 'confirmOutside', 'false')",
                    "update agent set outside_phone = true, auto_answer = true where id = '1001'");
            assertThat(centre.stayAt(1001, AgentRequest.Action.SIGN_IN, "13911112222"))
                    .isNull();
            IncomingCall leg = mobile.awaitRinging(SOON);
            for (int call = 1; call <= 3; call++) {
                centre.awaitState(1001, AgentState.IDLE);
                OutgoingCall customer = call("support");
                leg.audio().forget();
                hearEachOther(List.of(leg, customer));
                customer.hangUp();
                centre.awaitRecords(call);
            }
            centre.awaitState(1001, AgentState.IDLE);
            OutgoingCall customer = call("support");
            leg.audio().forget();
            hearEachOther(List.of(leg, customer));
            first.kill();
            awaitOldPacketsHeard();
            List.of(leg, customer).forEach(party -> party.audio().forget());
            hearEachOther(List.of(leg, customer));
            customer.hangUp();
            centre.awaitState(1001, AgentState.IDLE);
            centre.ask(1001, AgentRequest.Action.SIGN_OUT);
            leg.awaitEnded(SOON);
            centre.awaitNothingLeft();
        }
    }

    @Test
    void tenCallsGoOnOnTheOtherNodeAndNewOnesWorkAtOnce() throws Exception {
        List<PhoneCall> parties = tenTalk();
        startSecond();

        first.kill();
        agents(1001 + CALLS, 1);
        OutgoingCall another = call("support");
        another.awaitTalking(LONG);
        another.audio().awaitTone(AGENTS_TONE, LONG);
        // What the lost node had sent has long been heard by now.
        parties.forEach(party -> party.audio().forget());
        hearEachOther(parties);

        parties.stream().filter(OutgoingCall.class::isInstance).forEach(PhoneCall::hangUp);
        another.hangUp();
        List<Map<String, Object>> records = centre.awaitRecords(CALLS + 1);
        assertThat(records).allSatisfy(record -> assertThat(record).containsEntry("outcome", "ANSWERED"));
        centre.awaitNothingLeft();
        await("no connection is left").atMost(LONG).until(() -> nodes().stream()
                .allMatch(node -> node.connections() == 0));
        List<Map<String, Object>> recordings = centre.rows("select * from recording where state = 'complete'");
        assertThat(recordings).hasSize(2 * CALLS + 1).allSatisfy(recording -> assertThat(
                        centre.recording((String) recording.get("file")))
                .hasSize(((Number) recording.get("size_bytes")).longValue()));
    }

    @Test
    void callsEndWithTheirCauseWhenNoNodeIsLeftAndOthersComeWhenOneIsBack() throws Exception {
        agents(1001, 1);
        OutgoingCall talking = call("support");
        talking.awaitTalking(LONG);
        talking.audio().awaitTone(AGENTS_TONE, LONG);
        OutgoingCall inTheMenu = call("95000");
        inTheMenu.audio().awaitSound(LONG);

        first.kill();
        talking.awaitEnded(LONG);
        inTheMenu.awaitEnded(LONG);

        assertThat(centre.awaitRecords(2))
                .allSatisfy(record -> assertThat(record).containsEntry("cause", "mediaNodeLost"));
        assertThat(call("support").awaitEnded(SOON).status()).isEqualTo(503);
        second = MediaNodeProcess.start(data, secondControl, 30_200);
        awaitNodes(1);
        OutgoingCall later = call("support");
        later.audio().awaitTone(AGENTS_TONE, LONG);
        later.hangUp();
        centre.awaitRecords(4);
        centre.awaitNothingLeft();
    }

    @Test
    void whoHeardAMenuOrMusicHearsItAgain() throws Exception {
        OutgoingCall inTheMenu = call("95000");
        OutgoingCall inTheQueue = call("support");
        inTheMenu.audio().awaitSound(LONG);
        inTheQueue.audio().awaitSound(LONG);
        startSecond();

        first.kill();
        awaitOldPacketsHeard();
        inTheMenu.audio().forget();
        inTheQueue.audio().forget();
        inTheQueue.audio().awaitSound(LONG);
        inTheMenu.audio().awaitSound(LONG);
        inTheMenu.audio().press("1");
        centre.awaitWaiting(2);

        inTheMenu.hangUp();
        inTheQueue.hangUp();
        centre.awaitRecords(2);
        centre.awaitNothingLeft();
    }

    @Test
    void aNodeThatSaysNothingAnyMoreIsLostAndWelcomeWhenItWakesUp() throws Exception {
        agents(1001, 1);
        OutgoingCall call = call("support");
        call.audio().awaitTone(AGENTS_TONE, LONG);
        centre.awaitRecordedSecond(LONG);
        startSecond();

        first.freeze();
        awaitOldPacketsHeard();
        call.audio().forget();
        call.audio().awaitTone(AGENTS_TONE, LONG);
        await("the first part is rescued").atMost(LONG).until(() -> complete().size() == 1);
        first.thaw();
        awaitNodes(2);
        await("what it kept is gone").atMost(LONG).until(() -> nodes().stream()
                .allMatch(node -> node.connections() == (node.name().endsWith(":" + secondControl) ? 2 : 0)));
        call.hangUp();

        centre.awaitRecords(1);
        centre.awaitNothingLeft();
        assertThat(complete()).hasSize(2).allSatisfy(this::assertAsItWasHashed);
    }

    private List<Map<String, Object>> complete() throws InterruptedException {
        centre.centre().awaitRecords(SOON);
        return centre.rows("select * from recording where state = 'complete' order by started_at");
    }

    private void assertAsItWasHashed(Map<String, Object> recording) throws Exception {
        byte[] file = Files.readAllBytes(centre.recording((String) recording.get("file")));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(file);
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(recording.get("sha256"));
    }

    @Test
    void aPartyThatDoesNotTakeTheNewPlaceIsLetGoWithTheCause() throws Exception {
        SimulatedPhone agent = agents(1001, 1).get(0);
        OutgoingCall call = call("support");
        call.audio().awaitTone(AGENTS_TONE, LONG);
        agent.refusingChanges(488);
        startSecond();

        first.kill();
        call.awaitEnded(LONG);

        assertThat(centre.awaitRecords(1).get(0)).containsEntry("cause", "mediaNodeLost");
        centre.awaitNothingLeft();
    }

    @Test
    void partiesThatAskForAChangeThemselvesAreAskedAgain() throws Exception {
        SimulatedPhone agent = agents(1001, 1).get(0);
        OutgoingCall call = call("support");
        call.audio().awaitTone(AGENTS_TONE, LONG);
        agent.refusingChanges(491);
        startSecond();

        first.kill();
        awaitOldPacketsHeard();
        agent.refusingChanges(0);
        call.audio().forget();
        call.audio().awaitTone(AGENTS_TONE, LONG);
        call.hangUp();

        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void anAgentWhosePhoneRangIsRungAgain() throws Exception {
        startSecond();
        SimulatedPhone agent = agents(1001, 1).get(0).onCall(AnswerPlan.manual());
        OutgoingCall call = call("support"); // on the first node, since both are empty
        IncomingCall rings = agent.awaitRinging(LONG);

        first.kill();
        rings.awaitEnded(LONG);
        agent.awaitRinging(LONG).answer();
        call.audio().awaitTone(AGENTS_TONE, LONG);
        call.hangUp();

        assertThat(centre.awaitRecords(1).get(0)).containsEntry("outcome", "ANSWERED");
        centre.awaitNothingLeft();
    }

    private TestPage page() {
        TestPage page = new TestPage(
                centre.centre().pageLines().sip(),
                centre.centre()
                        .pageLines()
                        .token(new AgentId("1001"), "session")
                        .orElseThrow());
        assertThat(page.register()).isEqualTo(200);
        return page;
    }

    private OutgoingCall talkingWith(TestPage page) {
        centre.signIn(1001);
        OutgoingCall call = call("support");
        page.accept(page.awaitInvite());
        centre.awaitState(1001, AgentState.TALKING);
        return call;
    }

    private void awaitEvents(CallEventType type, int count) {
        await(count + " " + type).atMost(LONG).until(() -> {
            centre.centre().awaitRecords(SOON);
            return centre.rows("select * from call_event where event_type = '" + type + "'")
                            .size()
                    == count;
        });
    }

    @Test
    void aPageIsToldOfTheNewPlaceInItsOwnWay() throws Exception {
        try (TestPage page = page()) {
            OutgoingCall call = talkingWith(page);
            startSecond();

            first.kill();
            String changed = page.awaitInvite();
            assertThat(TestPage.header(changed, "To")).contains(";tag=page");
            assertThat(changed).contains(" UDP/TLS/RTP/SAVPF ", "a=setup:actpass");
            page.accept(changed);
            awaitEvents(CallEventType.RESUMED, 2);

            call.hangUp();
            page.awaitBye();
        }
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void aPageThatComesBackAfterTheLossIsCalledToTheOtherNode() throws Exception {
        TestPage page = page();
        OutgoingCall call = talkingWith(page);
        page.close();
        awaitEvents(CallEventType.SUSPENDED, 1);
        startSecond();

        first.kill();
        awaitEvents(CallEventType.RESUMED, 1);
        try (TestPage back = page()) {
            back.accept(back.awaitInvite());
            awaitEvents(CallEventType.RESUMED, 2);
            call.hangUp();
            back.awaitBye();
        }
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void aPageThatWasBeingCalledBackIsCalledAgain() throws Exception {
        TestPage page = page();
        OutgoingCall call = talkingWith(page);
        startSecond();
        page.close();
        awaitEvents(CallEventType.SUSPENDED, 1);
        try (TestPage back = page()) {
            back.ring(back.awaitInvite());

            first.kill();
            back.accept(back.awaitInvite());
            awaitEvents(CallEventType.RESUMED, 2);
            call.hangUp();
            back.awaitBye();
        }
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
    }

    @Test
    void aNodeThatIsStoppedInOrderHandsItsCallsOver() throws Exception {
        agents(1001, 1);
        OutgoingCall call = call("support");
        call.audio().awaitTone(AGENTS_TONE, LONG);
        startSecond();

        first.stop();
        awaitOldPacketsHeard();
        call.audio().forget();
        call.audio().awaitTone(AGENTS_TONE, LONG);
        call.hangUp();

        assertThat(centre.awaitRecords(1).get(0)).containsEntry("outcome", "ANSWERED");
        centre.awaitNothingLeft();
    }
}
