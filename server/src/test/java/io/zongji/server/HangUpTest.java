package io.zongji.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import gov.nist.javax.sip.stack.SIPClientTransactionImpl;
import gov.nist.javax.sip.stack.SIPDialog;
import gov.nist.javax.sip.stack.SIPServerTransactionImpl;
import io.zongji.domain.agent.AgentState;
import io.zongji.simulator.LoadResult;
import io.zongji.simulator.LoadRun;
import io.zongji.simulator.LoadSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Callers hang up at every stage, in the moment of the answer too, and agents refuse: each call has one record with one
 * outcome, and what is alive afterwards is what was alive before.
 */
class HangUpTest {

    private static final int AGENTS = 20;

    @TempDir
    private Path data;

    private TestCentre centre;

    @BeforeEach
    void start() throws Exception {
        String url = "jdbc:h2:file:" + data.resolve("zongji") + ";CACHE_SIZE=4096";
        centre = new TestCentre(data, TestCentre.freePort(), JdbcConnectionPool.create(url, "zongji", "zongji"));
        centre.setUp("update agent set auto_sign_in = true");
    }

    @AfterEach
    void stop() {
        centre.close();
    }

    @Test
    void whereverCallersHangUpEachCallHasOneRecordAndNothingIsLeft() throws Exception {
        hangUp(300, 30, Long.getLong("zongji.soak.seed", 7));
    }

    @Test
    @EnabledIfSystemProperty(named = "zongji.soak", matches = "[0-9]+")
    void nothingIsLeftOfVeryManyCalls() throws Exception {
        long seed = Long.getLong("zongji.soak.seed", System.nanoTime());
        long growth = hangUp(Integer.getInteger("zongji.soak"), Integer.getInteger("zongji.soak.rate", 20), seed);
        assertThat(growth).as("heap that has grown").isLessThan(10_000_000);
    }

    /** Returns by how many bytes the heap has grown. */
    private long hangUp(int calls, int perSecond, long seed) throws Exception {
        int warmUp = 40;
        System.out.println("seed " + seed);
        LoadResult first = LoadRun.run(settings(warmUp, perSecond, seed + 1));
        awaitRest(warmUp);
        centre.awaitNothingLeft();
        Footprint before = awaitNoTimers();
        long heapBefore = Footprint.heap();
        int dialogs = Footprint.objects(SIPDialog.class);

        LoadResult result = LoadRun.run(settings(calls, perSecond, seed));
        System.out.print(result);
        awaitRest(warmUp + calls);
        centre.awaitNothingLeft();
        awaitSameAs(before);
        boolean patient = calls > 1000;
        if (patient) {
            awaitForgotten(SIPDialog.class, dialogs);
            awaitForgotten(SIPServerTransactionImpl.class, 0);
            awaitForgotten(SIPClientTransactionImpl.class, 0);
        }
        long growth = Footprint.heap() - heapBefore;

        System.out.println(centre.rows("select outcome, count(*) as calls from call_record group by outcome"));
        System.out.printf("heap %,d bytes, grown by %,d; %s%n", heapBefore, growth, before);
        assertOneRecordEach(warmUp + calls, calls);
        assertThat(endedWrongly(first)).isEmpty();
        assertThat(endedWrongly(result)).isEmpty();
        return growth;
    }

    /** On a busy machine talks this short may be over before both have been heard; other tests listen. */
    private static List<String> endedWrongly(LoadResult result) {
        return result.failures().stream()
                .filter(failure -> !failure.contains("caller heard the agent"))
                .toList();
    }

    private LoadSettings settings(int calls, int perSecond, long seed) {
        return new LoadSettings(
                centre.sipAddress(),
                "95000",
                "1",
                calls,
                perSecond,
                new LoadSettings.Agents(AGENTS, TestCentre.PASSWORD, 0),
                new LoadSettings.Hazards(0.6, 0.05, Duration.ofSeconds(60)),
                Duration.ofMillis(1500),
                seed);
    }

    private void awaitRest(int records) {
        await("all calls have an outcome").atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            centre.centre().awaitRecords(TestCentre.SOON);
            assertThat(centre.rows("select count(*) as calls, count(outcome) as ended from call_record")
                            .toString())
                    .isEqualTo("[{calls=" + records + ", ended=" + records + "}]");
        });
        // Their phones are switched off; whoever still had a call would be talking.
        for (int agent = 1001; agent < 1001 + AGENTS; agent++) {
            centre.awaitState(agent, AgentState.LOST);
        }
    }

    /** The ACD's one timer may still be set for a moment that no longer matters; the one of those who watch trunks always is. */
    private Footprint awaitNoTimers() {
        await("no timer is set but the two that look after trunks")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(centre.footprint().alive()).containsEntry("timers", 2));
        return centre.footprint();
    }

    private void awaitSameAs(Footprint before) {
        await("what is over is forgotten")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(centre.footprint()).isEqualTo(before));
    }

    /** SIP keeps what is over for up to 32 s more, to answer retransmissions (RFC 3261, 17), then lets go of it. */
    private static void awaitForgotten(Class<?> type, int before) {
        await(type.getSimpleName() + " objects are let go of")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> Footprint.objects(type) <= before + 10);
    }

    private void assertOneRecordEach(int records, int callers) {
        assertThat(centre.rows("select distinct caller from call_record")).hasSize(callers);
        assertThat(centre.rows("select id from call_record")).hasSize(records);
        assertThat(centre.rows("select id from call_record where outcome is null or outcome = 'FAILED'"))
                .isEmpty();
        assertThat(centre.rows("select call_id from call_event where event_type = 'CALL_CLEARED'"
                        + " group by call_id having count(*) > 1"))
                .isEmpty();
        assertThat(centre.rows("select a.call_id, a.sequence, b.sequence from call_event a"
                        + " join call_event b on b.call_id = a.call_id and b.sequence > a.sequence"
                        + " where b.journal_position < a.journal_position"))
                .as("events in the wrong order")
                .isEmpty();
        assertThat(centre.rows("select id from call_leg where ended_at is null"))
                .isEmpty();
        assertThat(centre.rows("select id from recording where state = 'recording'"))
                .isEmpty();
    }
}
