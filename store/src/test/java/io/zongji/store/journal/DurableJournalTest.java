package io.zongji.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.domain.AgentId;
import io.zongji.domain.LegId;
import io.zongji.domain.TenantId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.JournalEntry;
import io.zongji.domain.journal.StandingLegEvent;
import io.zongji.domain.journal.WrapUpEvent;
import io.zongji.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class DurableJournalTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void aCallBecomesItsRecordLegsEventsAndRecording(TestDatabase kind) throws Exception {
        DataSource database = kind.migrated();
        try (DurableJournal journal = open(database)) {
            Entries.answeredCall(1).forEach(journal::append);
            assertThat(journal.awaitApplied(SOON)).isTrue();
            journal.append(Entries.recordingEnded(1, 16));
            journal.append(Entries.agentIs("1001", AgentState.TALKING, 5));
            journal.append(Entries.agentIs("1001", AgentState.WRAP_UP, 9));
            assertThat(journal.awaitApplied(SOON)).isTrue();
        }
        assertThat(query(
                        database,
                        "select id, caller, dialled, queue_id, agent_id, outcome, cause, released_by from call_record"))
                .containsExactly("call-1|13800000001|95000|support|1001|ANSWERED|normal|caller");
        assertThat(query(database, "select id, ordinal, role, cause from call_leg order by ordinal"))
                .containsExactly("call-1-1|1|caller|normal", "call-1-2|2|agent|normal");
        assertThat(query(
                        database,
                        "select packets_received, packets_lost, packets_sent, packets_lost_far, jitter_ms, round_trip_ms, mos"
                                + " from call_leg order by ordinal"))
                .containsExactly("1500|3|1490|null|1.25|null|4.34", "null|null|null|null|null|null|null");
        assertThat(query(database, "select sequence from call_event order by journal_position"))
                .hasSize(16)
                .startsWith("1")
                .endsWith("16");
        assertThat(query(database, "select id, state, file, duration_ms, size_bytes from recording"))
                .containsExactly("r1|complete|" + Entries.file(1) + "|30000|960044");
        assertThat(query(database, "select state from agent_event order by journal_position"))
                .containsExactly("TALKING", "WRAP_UP");
        assertThat(query(database, "select agent_id, state from agent_state")).containsExactly("1001|WRAP_UP");
        assertThat(query(database, "select applied_position from journal_progress"))
                .containsExactly("18");
    }

    @ParameterizedTest
    @EnumSource
    void whatAnAgentWroteLastOfACallIsKeptBesideThatOfOthers(TestDatabase kind) throws Exception {
        DataSource database = kind.migrated();
        try (DurableJournal journal = open(database)) {
            journal.append(List.of(
                    wrapUp("1001", "first", "followUp"),
                    wrapUp("1001", "second", "resolved", "followUp"),
                    wrapUp("1002", "", "complaint")));
            assertThat(journal.awaitApplied(SOON)).isTrue();
            journal.append(wrapUp("1002", "third"));
            assertThat(journal.awaitApplied(SOON)).isTrue();
        }
        assertThat(query(database, "select call_id, agent_id, codes, note from call_wrap_up order by agent_id"))
                .containsExactly("call-1|1001|resolved,followUp|second", "call-1|1002||third");
    }

    @ParameterizedTest
    @EnumSource
    void aStandingLegHasOneRowThatIsCompleteWhenItIsOver(TestDatabase kind) throws Exception {
        DataSource database = kind.migrated();
        String rows = "select agent_id, trunk, cause from standing_leg where answered_at is not null and ended_at is ";
        try (DurableJournal journal = open(database)) {
            journal.append(standing(null, null));
            assertThat(journal.awaitApplied(SOON)).isTrue();
            assertThat(query(database, rows + "null")).containsExactly("1001|carrier|null");
            journal.append(standing(Entries.START.plusSeconds(60), "normal"));
            assertThat(journal.awaitApplied(SOON)).isTrue();
        }
        assertThat(query(database, rows + "null")).isEmpty();
        assertThat(query(database, rows + "not null")).containsExactly("1001|carrier|normal");
    }

    private static StandingLegEvent standing(Instant ended, String cause) {
        return new StandingLegEvent(
                new LegId("standing-1-1"),
                new AgentId("1001"),
                "carrier",
                Entries.START,
                Entries.START.plusSeconds(2),
                ended,
                cause);
    }

    private static WrapUpEvent wrapUp(String agent, String note, String... codes) {
        return new WrapUpEvent(Entries.call(1), new AgentId(agent), List.of(codes), note, Entries.START);
    }

    @ParameterizedTest
    @EnumSource
    void theBooksOfARecordingAreWrittenWhenItIsOverAndAGapInThemIsAProblem(TestDatabase kind) throws Exception {
        DataSource database = kind.migrated();
        try (DurableJournal journal = open(database)) {
            Entries.answeredCall(1).forEach(journal::append);
            assertThat(journal.awaitApplied(SOON)).isTrue();
            assertThat(query(database, "select call_id from recording_ledger")).isEmpty();
            journal.append(Entries.recordingEnded(1, 16));
            Entries.answeredCall(2).forEach(journal::append);
            assertThat(journal.awaitApplied(SOON)).isTrue();
        }
        // The end of the second call's recording is heard of after a restart, and says that nothing is left of it.
        try (DurableJournal journal = open(database)) {
            journal.append(Entries.recordingLost(2, 16));
            assertThat(journal.awaitApplied(SOON)).isTrue();
            journal.append(Entries.recordingLost(2, 17));
            assertThat(journal.awaitApplied(SOON)).isTrue();
        }
        assertThat(query(
                        database,
                        "select call_id, talk_ms, recorded_ms, missing_ms from recording_ledger order by call_id"))
                .containsExactly("call-1|4000|4000|0", "call-2|4000|0|4000");
        assertThat(query(database, "select id, call_id, kind, missing_ms, resolved_at from recording_problem"))
                .containsExactly("gap:call-2|call-2|gap|4000|null");
        assertThat(query(database, "select state, channels, place from recording order by id"))
                .containsExactly(
                        "complete|call-1-1:caller,call-1-2:agent|spool", "lost|call-2-1:caller,call-2-2:agent|spool");
    }

    /** As after an outage, when the database has much to catch up with. */
    @ParameterizedTest
    @EnumSource
    void aRecordingMayBeginAndEndAfterAnotherEndedInOneTransaction(TestDatabase kind) throws Exception {
        DataSource database = kind.migrated();
        try (DurableJournal journal = open(database)) {
            Entries.answeredCall(1).forEach(journal::append);
            assertThat(journal.awaitApplied(SOON)).isTrue();
            List<JournalEntry> together = new ArrayList<>();
            together.add(Entries.recordingEnded(1, 16));
            together.addAll(Entries.answeredCall(2));
            together.add(Entries.recordingEnded(2, 16));
            journal.append(together);
            assertThat(journal.awaitApplied(SOON)).isTrue();
        }
        assertThat(query(database, "select id, state from recording order by id"))
                .containsExactly("r1|complete", "r2|complete");
    }

    @ParameterizedTest
    @EnumSource
    void aCallHasItsRowFromItsFirstEventOn(TestDatabase kind) throws Exception {
        DataSource database = kind.migrated();
        try (DurableJournal journal = open(database)) {
            Entries.answeredCall(1).subList(0, 2).forEach(journal::append);
            assertThat(journal.awaitApplied(SOON)).isTrue();
            assertThat(query(database, "select id, caller, outcome, ended_at from call_record"))
                    .containsExactly("call-1|13800000001|null|null");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheDatabaseMissedIsReplayedOnceAfterACrash(TestDatabase kind) throws Exception {
        DataSource database = kind.migrated();
        DurableJournal first = open(database);
        Entries.answeredCall(1).subList(0, 8).forEach(first::append);
        assertThat(first.awaitApplied(SOON)).isTrue();
        first.abandon();
        first.append(Entries.answeredCall(1).subList(8, 12));
        first.append(Entries.answeredCall(2));
        assertThat(query(database, "select count(*) from call_event")).containsExactly("8");

        try (DurableJournal second = open(database)) {
            assertThat(second.lastPosition()).isEqualTo(27);
            second.append(Entries.answeredCall(1).subList(12, 15));
            assertThat(second.awaitApplied(SOON)).isTrue();
        }
        assertThat(query(
                        database,
                        "select call_id, count(*), max(sequence) from call_event group by call_id order by 1"))
                .containsExactly("call-1|15|15", "call-2|15|15");
        assertThat(query(database, "select id, outcome from call_record order by id"))
                .containsExactly("call-1|ANSWERED", "call-2|ANSWERED");
        assertThat(query(database, "select count(*) from call_leg")).containsExactly("4");
    }

    @ParameterizedTest
    @EnumSource
    void callsGoOnWhileTheDatabaseIsAwayAndRecordsFollow(TestDatabase kind) throws Exception {
        Outage database = new Outage(kind.migrated());
        JournalSettings small = new JournalSettings(
                4_096, Duration.ofMillis(50), Duration.ZERO, Duration.ofMillis(1), 20, Duration.ZERO, 30, 1_000);
        try (DurableJournal journal = DurableJournal.open(directory, database.dataSource(), TenantId.DEFAULT, small)) {
            journal.append(Entries.answeredCall(1));
            assertThat(journal.awaitApplied(SOON)).isTrue();
            database.begin();
            for (int i = 2; i <= 40; i++) {
                journal.append(Entries.answeredCall(i));
            }
            await().until(() -> database.refusals() > 1);
            database.end();
            assertThat(journal.awaitApplied(SOON)).isTrue();
        }
        assertThat(query(database.dataSource(), "select count(*), count(distinct call_id) from call_event"))
                .containsExactly("600|40");
        assertThat(query(database.dataSource(), "select outcome, count(*) from call_record group by outcome"))
                .containsExactly("ANSWERED|40");
    }

    @ParameterizedTest
    @EnumSource
    void anEntryThatTheDatabaseRefusesDoesNotHoldUpTheOthers(TestDatabase kind) throws Exception {
        DataSource database = kind.migrated();
        try (DurableJournal journal = open(database)) {
            journal.append(Entries.answeredCall(1));
            assertThat(journal.awaitApplied(SOON)).isTrue();
            journal.append(Entries.answeredCall(2).subList(0, 1));
            journal.append(((CallEvent) Entries.answeredCall(1).get(11)));
            journal.append(Entries.answeredCall(2).subList(1, 15));
            assertThat(journal.awaitApplied(SOON)).isTrue();
        }
        assertThat(query(database, "select id, outcome from call_record order by id"))
                .containsExactly("call-1|ANSWERED", "call-2|ANSWERED");
        assertThat(query(database, "select count(*) from call_event where call_id = 'call-2'"))
                .containsExactly("15");
    }

    @Test
    void subscribersHearEverythingInOrderAndOneDoesNotDelayAnother() throws Exception {
        List<JournalEntry> quick = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch release = new CountDownLatch(1);
        try (DurableJournal journal = open(TestDatabase.H2.migrated())) {
            journal.subscribe(entry -> {
                try {
                    release.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            journal.subscribe(entry -> {
                throw new IllegalStateException("a subscriber's own trouble");
            });
            Journaled subscription = new Journaled(quick);
            var open = journal.subscribe(subscription::add);
            List<JournalEntry> all = new ArrayList<>();
            for (int i = 1; i <= 20; i++) {
                all.addAll(Entries.answeredCall(i));
            }
            all.forEach(journal::append);
            await().until(() -> quick.size() == all.size());
            assertThat(quick).containsExactlyElementsOf(all);
            open.close();
            journal.append(Entries.answeredCall(21));
            assertThat(journal.awaitApplied(SOON)).isTrue();
            assertThat(quick).hasSameSizeAs(all);
            release.countDown();
        }
    }

    @Test
    void appendersOfManyThreadsKeepTheirOrder() throws Exception {
        DataSource database = TestDatabase.H2.migrated();
        try (DurableJournal journal = open(database)) {
            List<Thread> threads = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                int from = thread * 50;
                threads.add(new Thread(() -> {
                    for (int call = from; call < from + 50; call++) {
                        Entries.answeredCall(call).forEach(journal::append);
                    }
                }));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(journal.awaitApplied(SOON)).isTrue();
        }
        assertThat(query(database, """
                        select a.call_id from call_event a join call_event b
                        on b.call_id = a.call_id and b.sequence = a.sequence + 1
                        where b.journal_position < a.journal_position""")).isEmpty();
        assertThat(query(database, "select count(*) from call_event")).containsExactly("3000");
    }

    @Test
    void aLostJournalDirectoryDoesNotBringPositionsBack() throws Exception {
        DataSource database = TestDatabase.H2.migrated();
        try (DurableJournal journal = open(database)) {
            journal.append(Entries.answeredCall(1));
            assertThat(journal.awaitApplied(SOON)).isTrue();
        }
        Path other = directory.resolve("other");
        try (DurableJournal journal = DurableJournal.open(other, database, TenantId.DEFAULT, JournalSettings.EAGER)) {
            journal.append(Entries.answeredCall(2));
            assertThat(journal.awaitApplied(SOON)).isTrue();
            assertThat(journal.lastPosition()).isEqualTo(30);
        }
        assertThat(query(database, "select count(*) from call_event")).containsExactly("30");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3600})
    void theLogForgetsWhatTheDatabaseHasHadForLongEnough(long keepSeconds) throws Exception {
        JournalSettings settings = new JournalSettings(
                8_192,
                Duration.ofMillis(50),
                Duration.ofSeconds(keepSeconds),
                Duration.ofMillis(1),
                500,
                Duration.ZERO,
                1_000,
                1_000);
        try (DurableJournal journal =
                DurableJournal.open(directory, TestDatabase.H2.migrated(), TenantId.DEFAULT, settings)) {
            for (int i = 1; i <= 50; i++) {
                journal.append(Entries.answeredCall(i));
            }
            assertThat(journal.awaitApplied(SOON)).isTrue();
            int before = Segment.list(directory).size();
            journal.append(Entries.answeredCall(51));
            journal.append(Entries.answeredCall(52));
            assertThat(journal.awaitApplied(SOON)).isTrue();
            assertThat(Segment.list(directory).size())
                    .isBetween(keepSeconds == 0 ? 1 : before, keepSeconds == 0 ? 3 : 100);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatCameBehindAPositionIsReadFromTheDatabaseAndFromTheLog(TestDatabase kind) throws Exception {
        Outage database = new Outage(kind.migrated());
        List<JournalEntry> entries = new ArrayList<>();
        for (int call = 1; call <= 3; call++) {
            entries.addAll(Entries.answeredCall(call));
            entries.add(Entries.agentIs("100" + call, AgentState.TALKING, 5));
        }
        int inDatabase = 30;
        try (DurableJournal journal = open(database.dataSource())) {
            journal.append(entries.subList(0, inDatabase));
            assertThat(journal.awaitApplied(SOON)).isTrue();
            assertThat(readBehind(journal, 0, inDatabase)).isEqualTo(entries.subList(0, inDatabase));
            assertThat(journal.oldestPosition()).isEqualTo(1);

            database.begin();
            journal.append(entries.subList(inDatabase, entries.size()));
            assertThat(readBehind(journal, inDatabase, entries.size()))
                    .isEqualTo(entries.subList(inDatabase, entries.size()));
            database.end();

            assertThat(journal.awaitApplied(SOON)).isTrue();
            assertThat(readBehind(journal, 7, entries.size())).isEqualTo(entries.subList(7, entries.size()));
            assertThat(journal.after(entries.size(), 7).entries()).isEmpty();
        }
    }

    private static List<JournalEntry> readBehind(DurableJournal journal, long from, long to) {
        List<JournalEntry> read = new ArrayList<>();
        long position = from;
        while (position < to) {
            Stretch stretch = journal.after(position, 7);
            stretch.entries().forEach(each -> read.add(each.entry()));
            assertThat(stretch.upTo()).isGreaterThan(position);
            position = stretch.upTo();
        }
        return read;
    }

    private DurableJournal open(DataSource database) {
        return DurableJournal.open(directory, database, TenantId.DEFAULT, JournalSettings.EAGER);
    }

    private static List<String> query(DataSource database, String sql) {
        return TestDatabase.query(database, sql);
    }

    private record Journaled(List<JournalEntry> heard) {
        void add(JournalEntry entry) {
            heard.add(entry);
        }
    }
}
