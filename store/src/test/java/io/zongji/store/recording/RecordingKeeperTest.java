package io.zongji.store.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.store.TestDatabase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeten.extra.MutableClock;

class RecordingKeeperTest {
    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir
    Path folder;

    private final MutableClock clock = MutableClock.of(START, ZoneOffset.UTC);
    private Path spool;
    private Path kept;
    private DataSource database;

    @BeforeEach
    void folders() throws IOException {
        spool = Files.createDirectories(folder.resolve("spool"));
        kept = Files.createDirectories(folder.resolve("kept"));
    }

    @ParameterizedTest
    @EnumSource
    void aFinishedFileIsSealedAndMovedAndReadAsBefore(TestDatabase kind) throws Exception {
        database = kind.migrated();
        RecordingFiles files = sealing();
        byte[] audio = recording("r1", "call-1", "complete", START);
        recording("r2", "call-2", "recording", START);

        assertThat(keeper(files, 0).keepFinished(10)).isEqualTo(1);
        assertThat(keeper(files, 0).keepFinished(10)).isZero();

        assertThat(spool.resolve("2026/r1.wav")).doesNotExist();
        assertThat(spool.resolve("2026/r2.wav")).exists();
        assertThat(Files.readAllBytes(kept.resolve("2026/r1.wav.sealed"))).isNotEqualTo(audio);
        assertThat(contents(files, "2026/r1.wav")).isEqualTo(audio);
        assertThat(places()).containsExactly("r1 kept", "r2 spool");
        assertThat(keeper(files, 0).check("call-1")).isEqualTo(Map.of("r1", FileState.INTACT));
    }

    @ParameterizedTest
    @EnumSource
    void aMoveThatWasCutOffIsTakenUpAgain(TestDatabase kind) throws Exception {
        database = kind.migrated();
        RecordingFiles files = new RecordingFiles(spool, new FolderStorage(kept), null);
        byte[] audio = recording("r1", "call-1", "complete", START);
        Files.createDirectories(kept.resolve("2026"));
        Files.write(kept.resolve("2026/r1.wav.part"), new byte[7]);
        keeper(files, 0).keepFinished(10);
        assertThat(Files.readAllBytes(kept.resolve("2026/r1.wav"))).isEqualTo(audio);

        // As if the process had ended after the file was moved and before that was written down.
        execute("update recording set place = 'spool', placed_at = null");
        assertThat(keeper(files, 0).keepFinished(10)).isEqualTo(1);
        assertThat(places()).containsExactly("r1 kept");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotWhatWasWrittenIsNotMovedButReported(TestDatabase kind) throws Exception {
        database = kind.migrated();
        recording("r1", "call-1", "complete", START);
        byte[] good = recording("r2", "call-2", "complete", START);
        Files.write(spool.resolve("2026/r1.wav"), new byte[100]);
        RecordingKeeper keeper = keeper(sealing(), 0);

        assertThat(keeper.keepFinished(10)).isEqualTo(1);

        assertThat(places()).containsExactly("r1 spool", "r2 kept");
        assertThat(problems()).containsExactly("altered call-1 r1 null");
        assertThat(contents(sealing(), "2026/r2.wav")).isEqualTo(good);
        assertThat(spool.resolve("2026/r1.wav")).exists();
        Files.write(spool.resolve("2026/r1.wav"), ("r1 ").repeat(50_000).getBytes());
        assertThat(keeper.keepFinished(10)).as("looked at a moment ago").isZero();
        clock.add(Duration.ofHours(2));
        assertThat(keeper.keepFinished(10)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void deletedAndAlteredFilesAreProblemsOfTheirCallsUntilTheyAreBack(TestDatabase kind) throws Exception {
        database = kind.migrated();
        RecordingFiles files = RecordingFiles.in(spool);
        byte[] first = recording("r1", "call-1", "complete", START);
        byte[] second = recording("r2", "call-2", "repaired", START);
        recording("r3", "call-3", "complete", START);
        recording("r4", "call-4", "lost", START);
        Files.delete(spool.resolve("2026/r1.wav"));
        byte[] altered = second.clone();
        altered[700] ^= 1;
        Files.write(spool.resolve("2026/r2.wav"), altered);
        RecordingKeeper keeper = keeper(files, 0);

        assertThat(keeper.checkSome(10)).isEqualTo(3);
        assertThat(problems()).containsExactly("deleted call-1 r1 null", "altered call-2 r2 null");
        assertThat(new RecordingProblems(database).open()).isEqualTo(Map.of("gap", 0L, "deleted", 1L, "altered", 1L));

        assertThat(keeper.checkSome(10)).as("not due again").isZero();
        clock.add(Duration.ofDays(8));
        Files.write(spool.resolve("2026/r1.wav"), first);
        assertThat(keeper.checkSome(10)).isEqualTo(3);
        assertThat(problems()).containsExactly("deleted call-1 r1 system", "altered call-2 r2 null");
        assertThat(keeper.check("call-2")).isEqualTo(Map.of("r2", FileState.ALTERED));

        Files.delete(spool.resolve("2026/r1.wav"));
        keeper.check("call-1");
        assertThat(problems()).contains("deleted call-1 r1 null");
    }

    @ParameterizedTest
    @EnumSource
    void whatSomebodyHasDealtWithIsNotReportedAgain(TestDatabase kind) throws Exception {
        database = kind.migrated();
        recording("r1", "call-1", "complete", START);
        Files.delete(spool.resolve("2026/r1.wav"));
        RecordingKeeper keeper = keeper(RecordingFiles.in(spool), 0);
        keeper.check("call-1");
        execute("update recording_problem set resolved_at = found_at, resolved_by = 'inspector'");

        keeper.check("call-1");

        assertThat(problems()).containsExactly("deleted call-1 r1 inspector");
    }

    @ParameterizedTest
    @EnumSource
    void aMessageIsSealedAndCheckedAndOutlivesTheRecordings(TestDatabase kind) throws Exception {
        database = kind.migrated();
        RecordingFiles files = sealing();
        byte[] audio = recording("m1", "call-1", "complete", START.minus(Duration.ofDays(31)));
        execute("insert into voicemail (id, tenant_id, call_id, file, left_at, duration_ms, sha256)"
                + " select id, tenant_id, call_id, file, started_at, 1, sha256 from recording");
        execute("delete from recording");

        assertThat(keeper(files, 30).keepFinished(10)).isEqualTo(1);
        assertThat(keeper(files, 30).deleteExpired(10)).isZero();

        assertThat(query("select id, place from voicemail")).containsExactly("m1 kept");
        assertThat(kept.resolve("2026/m1.wav.sealed")).exists();
        assertThat(contents(files, "2026/m1.wav")).isEqualTo(audio);
        Files.delete(kept.resolve("2026/m1.wav.sealed"));
        clock.add(Duration.ofDays(8));
        keeper(files, 30).checkSome(10);
        assertThat(problems()).containsExactly("deleted call-1 m1 null");
    }

    @ParameterizedTest
    @EnumSource
    void filesWhoseTimeIsOverAreDeletedAndAreNoProblem(TestDatabase kind) throws Exception {
        database = kind.migrated();
        RecordingFiles files = sealing();
        recording("old", "call-1", "complete", START.minus(Duration.ofDays(31)));
        recording("lost", "call-2", "lost", START.minus(Duration.ofDays(31)));
        recording("new", "call-3", "complete", START.minus(Duration.ofDays(29)));
        keeper(files, 30).keepFinished(10);

        assertThat(keeper(files, 0).deleteExpired(10)).as("no retention").isZero();
        assertThat(keeper(files, 30).deleteExpired(10)).isEqualTo(2);

        assertThat(places()).containsExactly("lost deleted", "new kept", "old deleted");
        assertThat(kept.resolve("2026/old.wav.sealed")).doesNotExist();
        assertThat(kept.resolve("2026/new.wav.sealed")).exists();
        assertThat(keeper(files, 30).check("call-1")).isEmpty();
        clock.add(Duration.ofDays(1));
        assertThat(keeper(files, 30).checkSome(10)).isZero();
        assertThat(problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aQueuesOwnTimeGoesBeforeTheInstallations(TestDatabase kind) throws Exception {
        database = kind.migrated();
        execute("insert into tenant (id, name, created_at) select 'default', 'x', current_timestamp"
                + " where not exists (select 1 from tenant where id = 'default')");
        String[] queues = {"usual", "short", "ever"};
        Integer[] days = {null, 5, 0};
        for (int i = 0; i < 3; i++) {
            execute(
                    "insert into queue (id, tenant_id, name, strategy, offer_timeout_ms, wrap_up_ms, language, recording_days)"
                            + " values (?, 'default', ?, 'LONGEST_IDLE', 1, 1, 'en', ?)",
                    queues[i],
                    queues[i],
                    days[i]);
            execute(
                    "insert into call_record (id, tenant_id, queue_id, started_at, ivr_ms, wait_ms, ring_ms, talk_ms, hold_ms)"
                            + " values (?, 'default', ?, ?, 0, 0, 0, 0, 0)",
                    "call-" + queues[i],
                    queues[i],
                    START.atOffset(ZoneOffset.UTC));
            recording(queues[i] + "-6", "call-" + queues[i], "complete", START.minus(Duration.ofDays(6)));
            recording(queues[i] + "-31", "call-" + queues[i], "complete", START.minus(Duration.ofDays(31)));
        }
        recording("none-31", "call-none", "complete", START.minus(Duration.ofDays(31)));

        keeper(RecordingFiles.in(spool), 30).deleteExpired(10);

        assertThat(query("select id from recording where place = 'deleted' order by id"))
                .containsExactly("none-31", "short-31", "short-6", "usual-31");
    }

    @ParameterizedTest
    @EnumSource
    void aStorageThatIsAwayLeavesTheFileWhereItIs(TestDatabase kind) throws Exception {
        database = kind.migrated();
        byte[] audio = recording("r1", "call-1", "complete", START);
        Files.delete(kept);
        Files.writeString(kept, "a file where a folder should be");

        RecordingKeeper keeper = keeper(sealing(), 0);
        assertThat(keeper.keepFinished(10)).isZero();

        assertThat(contents(sealing(), "2026/r1.wav")).isEqualTo(audio);
        assertThat(places()).containsExactly("r1 spool");
        assertThat(problems()).isEmpty();

        Files.delete(kept);
        assertThat(keeper.keepFinished(10)).as("too soon").isZero();
        clock.add(Duration.ofMinutes(1));
        assertThat(keeper.keepFinished(10)).isEqualTo(1);
    }

    private RecordingFiles sealing() throws Exception {
        return new RecordingFiles(
                spool, new FolderStorage(kept), SealedFileTest.keystore(folder.resolve("keys.p12"), "key"));
    }

    private RecordingKeeper keeper(RecordingFiles files, int days) {
        return new RecordingKeeper(database, files, clock, Duration.ofDays(7), Duration.ofDays(days));
    }

    private byte[] recording(String id, String call, String state, Instant started) throws Exception {
        byte[] audio = (id + " ").repeat(50_000).getBytes();
        Path file = spool.resolve("2026/" + id + ".wav");
        Files.createDirectories(file.getParent());
        Files.write(file, audio);
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(audio));
        execute(
                "insert into recording (id, tenant_id, call_id, state, file, started_at, sha256)"
                        + " values (?, 'default', ?, ?, ?, ?, ?)",
                id,
                call,
                state,
                "2026/" + id + ".wav",
                started.atOffset(ZoneOffset.UTC),
                state.equals("lost") || state.equals("recording") ? null : sum);
        return audio;
    }

    private static byte[] contents(RecordingFiles files, String file) throws IOException {
        try (AudioFile opened = files.open(file)) {
            ByteBuffer all = ByteBuffer.allocate((int) opened.size());
            opened.read(all, 0);
            return all.array();
        }
    }

    private List<String> places() throws SQLException {
        return query("select id, place from recording order by id");
    }

    private List<String> problems() throws SQLException {
        return query("select kind, call_id, recording_id, resolved_by from recording_problem order by call_id");
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    text.append(i == 1 ? "" : " ").append(row.getString(i));
                }
                rows.add(text.toString());
            }
            return rows;
        }
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
