package io.zongji.store.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.QueueId;
import io.zongji.domain.TenantId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.journal.AgentEvent;
import io.zongji.domain.journal.StandingLegEvent;
import io.zongji.store.TestDatabase;
import io.zongji.store.journal.DurableJournal;
import io.zongji.store.journal.Entries;
import io.zongji.store.journal.JournalSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecoveryTest {

    private static final Clock LATER = Clock.fixed(Entries.START.plusSeconds(3600), ZoneOffset.UTC);
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void everyCallCutOffAtAnyStepIsClosedOnce(TestDatabase kind) {
        DataSource database = kind.migrated();
        try (DurableJournal journal = open(database)) {
            for (int steps = 1; steps <= 15; steps++) {
                journal.append(Entries.answeredCall(steps).subList(0, steps));
            }
        }
        assertThat(recover(database).callsClosed()).isEqualTo(14);
        assertThat(recover(database).callsClosed()).isZero();
        assertThat(query(database, "select count(*) from call_record where outcome is null or ended_at is null"))
                .containsExactly("0");
        assertThat(query(
                        database,
                        "select outcome, cause, count(*) from call_record group by outcome, cause order by outcome"))
                .containsExactly("ANSWERED|normal|1", "CUT_OFF|systemRestart|14");
        assertThat(query(database, "select count(*) from call_leg where ended_at is null"))
                .containsExactly("0");
        assertThat(query(database, "select call_id from call_event where event_type = 'CALL_CLEARED'"))
                .hasSize(15)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void aCutOffRecordingIsRepairedAndTellsWhenTheCallEnded(TestDatabase kind) {
        DataSource database = kind.migrated();
        try (DurableJournal journal = open(database)) {
            journal.append(Entries.answeredCall(1).subList(0, 12));
            journal.append(Entries.answeredCall(2).subList(0, 12));
            journal.append(Entries.answeredCall(3));
        }
        RecoveryResult result = recover(database);
        assertThat(result.recordingsRepaired()).isEqualTo(2);
        assertThat(result.recordingsLost()).isEqualTo(1);
        assertThat(query(database, "select id, state, duration_ms, size_bytes, sha256 from recording order by id"))
                .containsExactly(
                        "r1|repaired|90000|1440044|abc", "r2|lost|null|null|null", "r3|repaired|90000|1440044|abc");
        Instant recordingStarted = Entries.START.plusSeconds(12);
        assertThat(endOf(database, "call-1")).isEqualTo(recordingStarted.plusSeconds(90));
        assertThat(endOf(database, "call-2")).isEqualTo(Entries.START.plusSeconds(15));
        assertThat(endOf(database, "call-3")).isEqualTo(Entries.START.plusSeconds(15));
    }

    @ParameterizedTest
    @EnumSource
    void aMessageThatWasBeingLeftIsKept(TestDatabase kind) {
        DataSource database = kind.migrated();
        try (DurableJournal journal = open(database)) {
            journal.append(Entries.answeredCall(1).subList(0, 4));
        }
        RecordingRepair messages = new RecordingRepair() {
            @Override
            public List<String> messagesOf(CallId call) {
                return List.of("2026/03/01/" + call + "-message-3.wav", "2026/03/01/" + call + "-message-5.wav");
            }

            @Override
            public Optional<Repaired> repair(String file) {
                Duration duration = file.endsWith("-3.wav") ? Duration.ofSeconds(8) : Duration.ofMillis(400);
                return Optional.of(new Repaired(duration, 128_044, "abc"));
            }
        };
        try (DurableJournal journal = open(database)) {
            RecoveryResult result = new Recovery(database, journal, LATER).run(messages, SOON);
            assertThat(result.recordingsRepaired()).isEqualTo(1);
        }
        assertThat(query(database, "select id, call_id, file, duration_ms from voicemail"))
                .containsExactly("call-1-message-3|call-1|2026/03/01/call-1-message-3.wav|8000");
        assertThat(query(database, "select outcome from call_record")).containsExactly("CUT_OFF");
    }

    @ParameterizedTest
    @EnumSource
    void aPhoneThatStoodOnTheLineIsOverWithTheLastThingThatHappened(TestDatabase kind) {
        DataSource database = kind.migrated();
        Instant began = Entries.START.plusSeconds(1);
        Instant lastSign = Entries.START.plusSeconds(60);
        Instant afterIt = Entries.START.plusSeconds(70);
        try (DurableJournal journal = open(database)) {
            journal.append(standing("1001", began, began, null));
            journal.append(standing("1002", began, began, Entries.START.plusSeconds(5)));
            journal.append(standing("1003", afterIt, afterIt, null));
            journal.append(Entries.agentIs("1001", AgentState.IDLE, 60));
        }
        recover(database);
        recover(database);
        assertThat(query(database, "select agent_id, cause from standing_leg order by agent_id"))
                .containsExactly("1001|systemRestart", "1002|normal", "1003|systemRestart");
        assertThat(endOfStandingLeg(database, "1001")).isEqualTo(lastSign);
        assertThat(endOfStandingLeg(database, "1002")).isEqualTo(Entries.START.plusSeconds(5));
        assertThat(endOfStandingLeg(database, "1003")).isEqualTo(afterIt);
    }

    private static StandingLegEvent standing(String agent, Instant began, Instant answered, Instant ended) {
        LegId leg = LegId.of(new CallId("standing-" + agent), 1);
        String cause = ended == null ? null : "normal";
        return new StandingLegEvent(leg, new AgentId(agent), "carrier", began, answered, ended, cause);
    }

    @ParameterizedTest
    @EnumSource
    void agentsComeBackWithTheirLastState(TestDatabase kind) {
        DataSource database = kind.migrated();
        try (DurableJournal journal = open(database)) {
            journal.append(Entries.agentIs("1001", AgentState.IDLE, 1));
            journal.append(Entries.agentIs("1002", AgentState.IDLE, 2));
            journal.append(Entries.agentIs("1001", AgentState.REST, 3));
        }
        RecoveryResult result = recover(database);
        assertThat(result.agents()).hasSize(2);
        assertThat(result.agents().get(new AgentId("1001")))
                .isEqualTo(new LastState(AgentState.REST, "", Entries.START.plusSeconds(3)));
    }

    @ParameterizedTest
    @EnumSource
    void whatAgentsDidInACallThatWasCutOffEndsWithIt(TestDatabase kind) {
        DataSource database = kind.migrated();
        CallId call = new CallId("call-1");
        try (DurableJournal journal = open(database)) {
            journal.append(Entries.answeredCall(1).subList(0, 12));
            journal.append(
                    new AgentEvent(new AgentId("1001"), AgentState.TALKING, "", Entries.START.plusSeconds(11), call));
            journal.append(new AgentEvent(
                    new AgentId("1002"),
                    AgentState.OFFERED,
                    "",
                    Entries.START.plusSeconds(14),
                    new CallId("call-that-ended")));
            journal.append(Entries.agentIs("1003", AgentState.REST, 15));
        }
        RecoveryResult result = recover(database);
        assertThat(result.agents())
                .containsEntry(
                        new AgentId("1001"), new LastState(AgentState.WRAP_UP, "", endOf(database, call.value())))
                .containsEntry(new AgentId("1002"), new LastState(AgentState.IDLE, "", Entries.START.plusSeconds(15)))
                .containsEntry(new AgentId("1003"), new LastState(AgentState.REST, "", Entries.START.plusSeconds(15)));
        assertThat(endOf(database, call.value())).isAfter(Entries.START.plusSeconds(15));
        recover(database);
        assertThat(query(database, "select state from agent_event where agent_id = '1001' order by journal_position"))
                .containsExactly("TALKING", "WRAP_UP");
    }

    @ParameterizedTest
    @EnumSource
    void whoWasLostComesBackAsWhatTheAgentWasBefore(TestDatabase kind) {
        DataSource database = kind.migrated();
        try (DurableJournal journal = open(database)) {
            for (AgentState before : List.of(
                    AgentState.IDLE, AgentState.BUSY, AgentState.REST, AgentState.WRAP_UP, AgentState.OFFERED)) {
                journal.append(Entries.agentIs(before.name(), AgentState.IDLE, 1));
                journal.append(
                        new AgentEvent(new AgentId(before.name()), before, "why", Entries.START.plusSeconds(2), null));
                journal.append(Entries.agentIs(before.name(), AgentState.LOST, 3));
            }
        }
        RecoveryResult result = recover(database);
        assertThat(result.agents().values())
                .extracting(LastState::state)
                .doesNotContain(AgentState.LOST, AgentState.OFFERED);
        assertThat(result.agents().get(new AgentId("IDLE")).state()).isEqualTo(AgentState.IDLE);
        assertThat(result.agents().get(new AgentId("BUSY")))
                .isEqualTo(new LastState(AgentState.BUSY, "why", Entries.START.plusSeconds(2)));
        assertThat(result.agents().get(new AgentId("REST")).reason()).isEqualTo("why");
    }

    @ParameterizedTest
    @EnumSource
    void restBeganWhenTheAgentAskedForItWhateverWasLostAndStartedSince(TestDatabase kind) {
        DataSource database = kind.migrated();
        try (DurableJournal journal = open(database)) {
            journal.append(rest("1001", "meal", 1));
            journal.append(Entries.agentIs("1001", AgentState.IDLE, 2));
            journal.append(rest("1001", "other", 3));
            journal.append(rest("1001", "meal", 4));
            journal.append(Entries.agentIs("1001", AgentState.LOST, 5));
            journal.append(rest("1001", "meal", 6));
            journal.append(Entries.agentIs("1001", AgentState.LOST, 7));
        }
        assertThat(recover(database).agents().get(new AgentId("1001")))
                .isEqualTo(new LastState(AgentState.REST, "meal", Entries.START.plusSeconds(4)));
    }

    private static AgentEvent rest(String agent, String reason, int second) {
        return new AgentEvent(new AgentId(agent), AgentState.REST, reason, Entries.START.plusSeconds(second), null);
    }

    @ParameterizedTest
    @EnumSource
    void agentsWhoWorkWithAPageAreKnownAfterARestart(TestDatabase kind) {
        DataSource database = kind.migrated();
        AgentPages pages = new AgentPages(database);
        pages.keep(new AgentId("1001"), true);
        pages.keep(new AgentId("1001"), true);
        pages.keep(new AgentId("1002"), true);
        pages.keep(new AgentId("1002"), false);

        assertThat(new AgentPages(database).all()).containsExactly(new AgentId("1001"));
    }

    @ParameterizedTest
    @EnumSource
    void chosenQueuesAreKnownAfterARestartUntilAllAreChosen(TestDatabase kind) {
        DataSource database = kind.migrated();
        TestDatabase.execute(
                database, "insert into tenant (id, name, created_at) values ('default', '', current_timestamp)");
        AgentId agent = new AgentId("1001");
        Set<QueueId> some = Set.of(new QueueId("sales"), new QueueId("support"));
        new ChosenQueues(database).keep(agent, some);
        assertThat(new ChosenQueues(database).of(agent)).isEqualTo(some);
        assertThat(new ChosenQueues(database).of(new AgentId("1002"))).isNull();

        new ChosenQueues(database).keep(agent, null);
        assertThat(new ChosenQueues(database).of(agent)).isNull();
    }

    private RecoveryResult recover(DataSource database) {
        try (DurableJournal journal = open(database)) {
            return new Recovery(database, journal, LATER).run(RecoveryTest::repair, SOON);
        }
    }

    private static Optional<RecordingRepair.Repaired> repair(String file) {
        if (file.contains("r2")) {
            throw new IllegalStateException("nothing to be saved of " + file);
        }
        return Optional.of(new RecordingRepair.Repaired(Duration.ofSeconds(90), 1_440_044, "abc"));
    }

    private DurableJournal open(DataSource database) {
        return DurableJournal.open(directory, database, TenantId.DEFAULT, JournalSettings.EAGER);
    }

    private static Instant endOf(DataSource database, String call) {
        return endOf(database, "call_record", "id", call);
    }

    private static Instant endOfStandingLeg(DataSource database, String agent) {
        return endOf(database, "standing_leg", "agent_id", agent);
    }

    private static Instant endOf(DataSource database, String table, String key, String value) {
        String seconds = query(
                        database,
                        "select extract(epoch from ended_at) from " + table + " where " + key + " = '" + value + "'")
                .get(0);
        return Instant.ofEpochSecond((long) Double.parseDouble(seconds));
    }

    private static List<String> query(DataSource database, String sql) {
        return TestDatabase.query(database, sql);
    }
}
