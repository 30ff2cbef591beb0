package io.zongji.store.recording;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after finished recordings, and messages that callers left: moves and seals them, makes sure that they are still what
 * was written, and deletes recordings when their time is over. Each method does a small part of what is due and may be called again at any time, also after a
 * crash in the middle. Thread-safe; methods wait for disk and database.
 */
public final class RecordingKeeper {
    private static final Logger log = LoggerFactory.getLogger(RecordingKeeper.class);
    private static final String RECORDING = "recording";
    private static final String MESSAGE = "voicemail";
    private static final List<String> TABLES = List.of(RECORDING, MESSAGE);
    /** After which time a file that could not be moved because it is not what was written is looked at again. */
    private static final Duration AGAIN = Duration.ofHours(1);
    /** After which time a storage that failed is asked again. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final DataSource database;
    private final RecordingFiles files;
    private final Clock clock;
    private final Duration checkEvery;
    private final Duration keepFor;
    /** A storage that is away is not asked for every file. */
    private volatile Instant nextMove = Instant.MIN;

    private volatile Instant nextDeletion = Instant.MIN;

    private record Finished(String table, String id, String call, String tenant, String file, String sha256) {}

    /**
     * @param checkEvery how old the last look at a file may be
     * @param keepFor    after which time since its beginning a recording is deleted, unless its queue says otherwise; zero: never
     */
    public RecordingKeeper(
            DataSource database, RecordingFiles files, Clock clock, Duration checkEvery, Duration keepFor) {
        this.database = database;
        this.files = files;
        this.clock = clock;
        this.checkEvery = checkEvery;
        this.keepFor = keepFor;
    }

    /**
     * Moves finished files to where they are kept.
     *
     * @param most at most so many
     * @return how many were moved
     */
    public int keepFinished(int most) throws SQLException {
        Instant now = clock.instant();
        if (!files.keepsElsewhere() || now.isBefore(nextMove)) {
            return 0;
        }
        int moved = 0;
        List<Finished> due = find(
                "place = 'spool' and (placed_at is null or placed_at < ?) order by checked_at nulls first limit ?",
                now.minus(AGAIN).atOffset(ZoneOffset.UTC),
                most);
        for (Finished each : due) {
            try {
                if (files.keep(each.file(), each.sha256())) {
                    update("place = 'kept', placed_at = ?, checked_at = ?", each);
                    moved++;
                } else {
                    look(each);
                    update("placed_at = ?", each);
                }
            } catch (IOException e) {
                log.error(
                        "The recording {} cannot be moved to where it is kept, and stays: {}",
                        each.file(),
                        e.toString());
                nextMove = now.plus(PAUSE);
                return moved;
            }
        }
        return moved;
    }

    /**
     * Looks at the files whose last look is longest ago, if it is long enough ago.
     *
     * @param most at most so many
     * @return how many were looked at
     */
    public int checkSome(int most) throws SQLException {
        List<Finished> due = new ArrayList<>();
        // One place at a time, and what was never checked apart: so that the index gives the first ones, however many
        // there are.
        for (String place : List.of("spool", "kept")) {
            due.addAll(find("place = ? and checked_at is null limit ?", place, most));
            due.addAll(find(
                    "place = ? and checked_at < ? order by checked_at limit ?", place, beforeNow(checkEvery), most));
        }
        List<Finished> first = due.subList(0, Math.min(most, due.size()));
        for (Finished each : first) {
            look(each);
        }
        return first.size();
    }

    /** Looks at all files of a call now. By recording; empty when there are none, or none any more. */
    public Map<String, FileState> check(String call) throws SQLException {
        Map<String, FileState> found = new LinkedHashMap<>();
        for (Finished each : find("call_id = ? and place <> 'deleted' order by id", call)) {
            found.put(each.id(), look(each));
        }
        return found;
    }

    private FileState look(Finished recording) throws SQLException {
        FileState state = stateOf(recording);
        update("checked_at = ?", recording);
        for (FileState bad : List.of(FileState.DELETED, FileState.ALTERED)) {
            if (state == bad) {
                RecordingProblems.open(
                        database, kindOf(bad), recording.tenant, recording.call, recording.id, clock.instant());
            } else {
                RecordingProblems.close(database, kindOf(bad), recording.id, clock.instant());
            }
        }
        return state;
    }

    private static String kindOf(FileState state) {
        return state == FileState.DELETED ? RecordingProblems.DELETED : RecordingProblems.ALTERED;
    }

    private FileState stateOf(Finished recording) {
        try {
            return files.sha256(recording.file)
                    .map(sum -> sum.equals(recording.sha256) ? FileState.INTACT : FileState.ALTERED)
                    .orElse(FileState.DELETED);
        } catch (IOException e) {
            log.warn("The recording {} cannot be read: {}", recording.file, e.toString());
            return FileState.ALTERED;
        }
    }

    /**
     * Deletes recordings whose time is over; their records say so from then on. Messages stay.
     *
     * @param most at most so many
     * @return how many were deleted
     */
    public int deleteExpired(int most) throws SQLException {
        if (clock.instant().isBefore(nextDeletion)) {
            return 0;
        }
        int deleted = 0;
        for (Finished each : expired(most)) {
            try {
                files.delete(each.file());
                update("place = 'deleted', placed_at = ?, checked_at = ?", each);
                deleted++;
            } catch (IOException e) {
                log.error("The recording {}, whose time is over, cannot be deleted: {}", each.file(), e.toString());
                nextDeletion = clock.instant().plus(PAUSE);
                return deleted;
            }
        }
        return deleted;
    }

    /** A queue's own time goes before the installation's. */
    private List<Finished> expired(int most) throws SQLException {
        String over = "place <> 'deleted' and state <> 'recording' and started_at < ? and ";
        String oldestFirst = " order by started_at limit ?";
        List<Finished> expired = new ArrayList<>();
        if (!keepFor.isZero()) {
            expired.addAll(select(
                    RECORDING,
                    over
                            + "not exists (select 1 from call_record c join queue q on q.id = c.queue_id"
                            + " where c.id = recording.call_id and q.recording_days is not null)"
                            + oldestFirst,
                    beforeNow(keepFor),
                    most));
        }
        for (Map.Entry<String, Integer> queue : daysByQueue().entrySet()) {
            expired.addAll(select(
                    RECORDING,
                    over
                            + "exists (select 1 from call_record c where c.id = recording.call_id and c.queue_id = ?)"
                            + oldestFirst,
                    beforeNow(Duration.ofDays(queue.getValue())),
                    queue.getKey(),
                    most));
        }
        return expired;
    }

    private OffsetDateTime beforeNow(Duration time) {
        return clock.instant().minus(time).atOffset(ZoneOffset.UTC);
    }

    private Map<String, Integer> daysByQueue() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select id, recording_days from queue where recording_days > 0");
                ResultSet row = select.executeQuery()) {
            Map<String, Integer> days = new LinkedHashMap<>();
            while (row.next()) {
                days.put(row.getString(1), row.getInt(2));
            }
            return days;
        }
    }

    /** Of all tables; what was lost has no check sum, and neither has what is not finished. */
    private List<Finished> find(String where, Object... values) throws SQLException {
        List<Finished> found = new ArrayList<>();
        for (String table : TABLES) {
            found.addAll(select(table, "sha256 is not null and " + where, values));
        }
        return found;
    }

    private List<Finished> select(String table, String where, Object... values) throws SQLException {
        String sql = "select id, call_id, tenant_id, file, sha256 from " + table + " where " + where;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<Finished> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Finished(
                            table,
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5)));
                }
            }
            return found;
        }
    }

    /** @param changes each of their parameters is the present moment */
    private void update(String changes, Finished file) throws SQLException {
        String sql = "update " + file.table() + " set " + changes + " where id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            int moments = (int) changes.chars().filter(each -> each == '?').count();
            for (int i = 1; i <= moments; i++) {
                update.setObject(i, clock.instant().atOffset(ZoneOffset.UTC));
            }
            update.setString(moments + 1, file.id());
            update.executeUpdate();
        }
    }
}
