package io.zongji.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.zongji.domain.TenantId;
import io.zongji.domain.journal.JournalEntry;
import io.zongji.store.TestDatabase;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** 100,000 entries with the usual settings, and what they cost; the figures are printed. */
class JournalLoadTest {

    private static final int CALLS_AT_A_TIME = 200;
    private static final int FARTHEST_AHEAD = Integer.getInteger("zongji.load.ahead", 15_000);
    private static final int ROUNDS = Integer.getInteger("zongji.load.rounds", 34);

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void aHundredThousandEntriesBecomeRecordsAndNoneIsMissed(TestDatabase kind) throws Exception {
        DataSource database = kind.migrated();
        LongAdder heard = new LongAdder();
        long applied;
        long cpu;
        try (DurableJournal journal =
                DurableJournal.open(directory, database, TenantId.DEFAULT, JournalSettings.USUAL)) {
            journal.subscribe(entry -> heard.increment());
            for (int round = -6; round < 0; round++) {
                play(journal, round);
            }
            journal.awaitApplied(Duration.ofMinutes(1));
            long cpuBefore = cpuNanos();
            long start = System.nanoTime();
            for (int round = 0; round < ROUNDS; round++) {
                play(journal, round);
            }
            assertThat(journal.awaitApplied(Duration.ofMinutes(2))).isTrue();
            applied = System.nanoTime() - start;
            cpu = cpuNanos() - cpuBefore;
        }
        int calls = ROUNDS * CALLS_AT_A_TIME;
        System.out.printf(
                "%s: %,d entries of %,d calls: in the database after %,d ms, %.3f ms CPU of this JVM a call%n",
                kind, calls * 15, calls, applied / 1_000_000, cpu / 1e6 / calls);
        assertThat(TestDatabase.query(database, "select count(*) from call_event"))
                .containsExactly(Integer.toString((ROUNDS + 6) * CALLS_AT_A_TIME * 15));
        assertThat(TestDatabase.query(database, "select outcome, count(*) from call_record group by outcome"))
                .containsExactly("ANSWERED|" + (ROUNDS + 6) * CALLS_AT_A_TIME);
        assertThat(heard.sum()).isPositive();
    }

    /** Many calls side by side, step by step. */
    private static void play(DurableJournal journal, int round) {
        List<List<JournalEntry>> calls = new ArrayList<>();
        for (int i = 0; i < CALLS_AT_A_TIME; i++) {
            calls.add(Entries.answeredCall((round + 6) * CALLS_AT_A_TIME + i));
        }
        for (int step = 0; step < 15; step++) {
            while (journal.lastPosition() - journal.appliedPosition() > FARTHEST_AHEAD) {
                LockSupport.parkNanos(1_000_000);
            }
            for (List<JournalEntry> call : calls) {
                journal.append(call.get(step));
            }
        }
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
