package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.journal.AgentEvent;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.ra.media.MediaControl;
import io.zongji.server.watchdog.Difference;
import io.zongji.server.watchdog.DifferenceKind;
import io.zongji.server.watchdog.Watchdog;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.slee.container.activity.Activities;
import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.inspection.Inspection;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sip.address.AddressFactory;
import javax.slee.resource.ResourceAdaptorTypeID;
import net.java.slee.resource.sip.SleeSipProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Faults of every kind are planted, past all that prevents them: the watchdog finds each and repairs it. */
class WatchdogTest extends CallCentreTest {

    private Instant now = Instant.now();

    /** It looks when the test says so, and at the time that the test says it is. */
    @BeforeEach
    void doesNotLookByItself() {
        watchdog().close();
    }

    @AfterEach
    void allFitsAgain() {
        await("all fits together again").atMost(SOON).until(() -> {
            later(Duration.ofSeconds(1));
            return watchdog().differences().isEmpty();
        });
    }

    @Test
    void nothingIsFoundInACallThatIsAsItShouldBe() {
        OutgoingCall caller = talk();
        later(Duration.ofMinutes(5));
        later(Duration.ofMinutes(5));
        caller.hangUp();
        centre.awaitRecords(1);
        centre.awaitNothingLeft();
        later(Duration.ofMinutes(5));
        later(Duration.ofMinutes(5));

        assertThat(watchdog().found().values()).containsOnly(0L);
        assertThat(centre.centre().metrics()).contains("zongji_watchdog_found_total{kind=\"agentWithoutCall\"} 0.0");
    }

    /** What serves the call is gone from one moment to the next: nobody has told agent, phones, media or record. */
    @Test
    void aCallThatVanishedFreesItsAgentEndsItsLegsAndClosesItsRecord() throws Exception {
        OutgoingCall caller = talk();
        CallId call = centre.centre().liveBoard().snapshot().calls().get(0).call();
        contextNamed("call/" + call).end();
        await("the call is not served").atMost(SOON).until(() -> contextNamed("call/" + call) == null);
        assertThat(caller.end()).isNull();
        later(Duration.ZERO);
        assertThat(watchdog().differences()).as("too early to say").isEmpty();

        later(Duration.ofSeconds(15));
        found(DifferenceKind.AGENT_WITHOUT_CALL);
        found(DifferenceKind.CALL_WITHOUT_ENTITY);
        centre.awaitState(1001, AgentState.IDLE);
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("cause", "temporaryFailure");

        later(Duration.ofSeconds(120));
        found(DifferenceKind.ENTITY_WITHOUT_CALL);
        caller.awaitEnded(SOON);
        centre.awaitNothingLeft();
    }

    @Test
    void aCallThatOnlyTheLiveViewKnowsIsClosed() {
        CallId call = new CallId("01MADEUPCALL00000000000000");
        centre.centre()
                .journal()
                .append(new CallEvent(
                        call,
                        1,
                        CallEventType.SERVICE_INITIATED,
                        now,
                        LegId.of(call, 1),
                        Map.of(CallEventData.ROLE, "caller", CallEventData.CALLER, "13800001234")));
        await("the live view has it")
                .atMost(SOON)
                .until(() -> centre.centre().liveBoard().call(call).isPresent());

        foundAfterItsGrace(DifferenceKind.CALL_WITHOUT_ENTITY);
        assertThat(centre.awaitRecords(1).get(0)).containsEntry("cause", "temporaryFailure");
    }

    @Test
    void anAgentWhoIsIdleInACallIsTold() {
        OutgoingCall caller = talk();
        centre.centre().journal().append(new AgentEvent(new AgentId("1001"), AgentState.IDLE, "made up", now, null));
        centre.awaitState(1001, AgentState.IDLE);

        foundAfterItsGrace(DifferenceKind.CALL_WITHOUT_AGENT);
        caller.hangUp();
        centre.awaitRecords(1);
    }

    @Test
    void aMediaConnectionThatBelongsToNoLegIsEnded() throws Exception {
        MediaControl media = (MediaControl) centre.centre()
                .slee()
                .resourceAdaptorInterface(new ResourceAdaptorTypeID("Media", "io.zongji", "1.0"), "MediaRA");
        media.createNetworkConnection("nobody", "none");

        foundAfterItsGrace(DifferenceKind.MEDIA_WITHOUT_LEG);
        centre.awaitNothingLeft();
    }

    @Test
    void aDialogThatBelongsToNoLegIsEnded() throws Exception {
        SleeSipProvider sip = (SleeSipProvider) centre.centre()
                .slee()
                .resourceAdaptorInterface(new ResourceAdaptorTypeID("JAIN SIP", "javax.sip", "1.2"), "SipRA");
        AddressFactory addresses = sip.getAddressFactory();
        sip.getNewDialog(addresses.createAddress("sip:a@127.0.0.1"), addresses.createAddress("sip:b@127.0.0.1"));

        foundAfterItsGrace(DifferenceKind.SIP_WITHOUT_LEG);
        centre.awaitNothingLeft();
    }

    /** What a look costs with so many calls up, for docs/performance.md. */
    @Test
    @EnabledIfSystemProperty(named = "zongji.test.watchdog.calls", matches = "[0-9]+")
    void looksWithManyCallsUp() {
        int calls = Integer.getInteger("zongji.test.watchdog.calls");
        List<OutgoingCall> callers = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            callers.add(centre.caller().call("support"));
            callers.get(i).awaitTalking(SOON);
        }
        centre.awaitWaiting(calls);
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < 200; i++) {
                watchdog().look(now);
            }
            long spent = threads.getCurrentThreadCpuTime() - before;
            System.out.printf("a look at %d calls: %.2f ms of CPU%n", calls, spent / 200 / 1e6);
        }
        assertThat(watchdog().found().values()).containsOnly(0L);
        callers.forEach(OutgoingCall::hangUp);
        centre.awaitRecords(calls);
        centre.awaitNothingLeft();
    }

    private void foundAfterItsGrace(DifferenceKind kind) {
        later(Duration.ZERO);
        later(kind.grace().minusMillis(1));
        assertThat(watchdog().differences()).extracting(Difference::kind).doesNotContain(kind);
        later(Duration.ofMillis(1));
        found(kind);
    }

    private void found(DifferenceKind kind) {
        assertThat(watchdog().found()).containsEntry(kind.code(), 1L);
        assertThat(centre.centre().slee().alarms().active()).isNotEmpty();
    }

    /** Lets the watchdog look, after it thinks that time has passed. */
    private void later(Duration time) {
        now = now.plus(time);
        watchdog().look(now);
    }

    private Watchdog watchdog() {
        return centre.centre().watchdog();
    }

    private OutgoingCall talk() {
        var phone = centre.phoneOf(1001).onCall(AnswerPlan.after(Duration.ZERO));
        centre.signIn(1001);
        OutgoingCall caller = centre.caller().call("support");
        IncomingCall agent = phone.awaitRinging(SOON);
        agent.awaitTalking(SOON);
        centre.awaitState(1001, AgentState.TALKING);
        return caller;
    }

    private ActivityContext contextNamed(String name) throws Exception {
        Field field = Inspection.class.getDeclaredField("activities");
        field.setAccessible(true);
        Activities activities = (Activities) field.get(centre.centre().inspection());
        return activities.tables().stream()
                .flatMap(table -> table.all().stream())
                .filter(context -> context.bound().stream()
                        .anyMatch(thing -> thing.reference().toString().equals(name)))
                .findFirst()
                .orElse(null);
    }
}
