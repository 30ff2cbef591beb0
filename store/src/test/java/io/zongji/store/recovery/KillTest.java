package io.zongji.store.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.store.TestDatabase;
import io.zongji.store.journal.DurableJournal;
import io.zongji.store.migration.Schema;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process, really killed, in the middle of 50 calls at a time. */
class KillTest {

    @TempDir
    Path directory;

    @Test
    @Timeout(120)
    void whatAKilledProcessHadToldIsThereAndEveryCallIsClosed() throws Exception {
        String url = "jdbc:h2:file:" + directory.resolve("database");
        JdbcConnectionPool first = JdbcConnectionPool.create(url, "sa", "");
        Schema.migrate(first);
        first.dispose();
        Set<String> told = new HashSet<>();
        for (int kill = 1; kill <= 3; kill++) {
            told.addAll(runAndKill(url, 1_500 * kill + 333, 100_000 * kill));
        }

        JdbcConnectionPool database = JdbcConnectionPool.create(url, "sa", "");
        try (DurableJournal journal = DurableJournal.open(directory.resolve("journal"), database)) {
            new Recovery(database, journal, Clock.systemUTC()).run(file -> Optional.empty(), Duration.ofSeconds(60));
        }
        List<String> events = TestDatabase.query(
                database, "select distinct call_id || '/' || sequence from call_event where sequence <= 15");
        assertThat(new HashSet<>(events)).containsAll(told);
        assertThat(TestDatabase.query(database, "select count(*) from call_record where outcome is null"))
                .containsExactly("0");
        assertThat(TestDatabase.query(database, """
                        select e.call_id from call_event e left join call_record r on r.id = e.call_id where r.id is null""")).isEmpty();
        assertThat(
                        TestDatabase.query(
                                database,
                                "select count(*) - count(distinct call_id || '/' || sequence) from call_event where sequence > 15"))
                .containsExactly("0");
        database.dispose();
    }

    /** Runs until the process has told so many entries, then kills it with the signal that cannot be caught. */
    private Set<String> runAndKill(String url, int entries, int firstCall) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProcess.class.getName(),
                        directory.resolve("journal").toString(),
                        url,
                        Integer.toString(firstCall))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Set<String> told = new HashSet<>();
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null && told.size() < entries; line = output.readLine()) {
                if (line.startsWith("call-")) {
                    told.add(line);
                }
            }
            process.destroyForcibly().waitFor();
        }
        assertThat(told).as("entries told").hasSize(entries);
        return told;
    }
}
