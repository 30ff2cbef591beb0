package io.zongji.server;

import io.zongji.store.recording.FileState;
import io.zongji.store.recording.RecordingKeeper;
import io.zongji.store.recording.RecordingProblems;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.slee.facilities.AlarmFacility;
import javax.slee.facilities.AlarmLevel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has finished recordings looked after, a little every few seconds, so that calls notice nothing of it; and raises an alarm of
 * the SLEE for each kind of problem that nobody has dealt with. Thread-safe.
 */
public final class RecordingCare implements AutoCloseable {
    /** Type of the alarms; the instance is the kind of problem. */
    public static final String ALARM = "io.zongji.recording.Problem";

    private static final Logger log = LoggerFactory.getLogger(RecordingCare.class);
    private static final long EVERY_SECONDS = 5;
    private static final int MOVED_AT_ONCE = 50;
    private static final int CHECKED_AT_ONCE = 10;
    private static final int DELETED_AT_ONCE = 100;

    private final RecordingKeeper keeper;
    private final RecordingProblems problems;
    private final AlarmFacility alarms;
    private final Map<String, String> raised = new LinkedHashMap<>();
    private final ScheduledExecutorService thread;
    private volatile Map<String, Long> open = Map.of();

    RecordingCare(RecordingKeeper keeper, RecordingProblems problems, AlarmFacility alarms) {
        this.keeper = keeper;
        this.problems = problems;
        this.alarms = alarms;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread daemon = new Thread(task, "zongji-recordings");
            daemon.setDaemon(true);
            daemon.setPriority(Thread.MIN_PRIORITY);
            return daemon;
        });
        thread.scheduleWithFixedDelay(this::work, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void work() {
        try {
            keeper.keepFinished(MOVED_AT_ONCE);
            keeper.checkSome(CHECKED_AT_ONCE);
            keeper.deleteExpired(DELETED_AT_ONCE);
            look();
        } catch (SQLException | RuntimeException e) {
            log.warn("Recordings cannot be looked after now: {}", e.toString());
        }
    }

    /** Looks at the files of a call now; by recording. */
    public Map<String, FileState> check(String call) throws SQLException {
        Map<String, FileState> found = keeper.check(call);
        look();
        return found;
    }

    private synchronized void look() throws SQLException {
        Map<String, Long> now = problems.open();
        now.forEach((kind, count) -> {
            if (count > 0 && (!raised.containsKey(kind) || count > open.getOrDefault(kind, 0L))) {
                log.error("{} recordings with a problem that nobody has dealt with: {}", count, kind);
            }
            if (count > 0 && !raised.containsKey(kind)) {
                raised.put(kind, alarms.raiseAlarm(ALARM, kind, AlarmLevel.MAJOR, textOf(kind)));
            } else if (count == 0 && raised.containsKey(kind)) {
                alarms.clearAlarm(raised.remove(kind));
            }
        });
        open = now;
    }

    private static String textOf(String kind) {
        return switch (kind) {
            case RecordingProblems.GAP ->
                "Somebody talked and it is in no recording; see the portal, recording problems";
            case RecordingProblems.DELETED -> "A recording's file is not there; see the portal, recording problems";
            default -> "A recording's file is not what was written; see the portal, recording problems";
        };
    }

    /** How many problems of each kind nobody has dealt with, as of the last few seconds. */
    public Map<String, Long> openProblems() {
        return open;
    }

    @Override
    public void close() {
        ExecutorService ending = thread;
        ending.shutdown();
        try {
            // What it does is safe to be cut off, and is taken up again at the next start.
            ending.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
