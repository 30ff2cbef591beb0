package io.zongji.server;

import io.zongji.domain.QueueId;
import io.zongji.domain.alarm.QueueAlarm;
import io.zongji.domain.alarm.QueueAlarms;
import io.zongji.domain.alarm.QueueThresholds;
import io.zongji.domain.live.LiveBoard;
import io.zongji.store.alarm.QueueAlarmTable;
import io.zongji.store.config.ConfigurationCache;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the queues twice a second and keeps which alarms are on and were. Thread-safe. */
public final class QueueWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(QueueWatch.class);
    private static final Duration PACE = Duration.ofMillis(500);
    private static final Duration LAST_LOOK = Duration.ofSeconds(5);

    private final LiveBoard board;
    private final QueueAlarmTable table;
    private final Clock clock;
    private final QueueAlarms alarms = new QueueAlarms();
    private final Runnable configurationSubscription;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "queue-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Map<QueueId, QueueThresholds> thresholds = Map.of();
    private volatile List<QueueAlarm> active = List.of();

    QueueWatch(LiveBoard board, ConfigurationCache configuration, QueueAlarmTable table, Clock clock) {
        this.board = board;
        this.table = table;
        this.clock = clock;
        try {
            table.endAll(clock.instant());
        } catch (SQLException e) {
            log.warn("Alarms of queues from before the start may look as if they were still on", e);
        }
        learnThresholds();
        configurationSubscription = configuration.onChange(changed -> learnThresholds());
        pace.scheduleWithFixedDelay(this::look, PACE.toMillis(), PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Those that are on, oldest first. */
    public List<QueueAlarm> active() {
        return active;
    }

    /** The last alarms of all queues, newest first, those that are on among them. */
    public List<QueueAlarm> last(int most) throws SQLException {
        return table.last(most);
    }

    private void learnThresholds() {
        try {
            thresholds = table.thresholds();
        } catch (SQLException e) {
            log.warn("The thresholds of queues cannot be read, the last ones hold", e);
        }
    }

    private void look() {
        try {
            Map<QueueId, QueueThresholds> limits = thresholds;
            List<QueueAlarm> changes = alarms.look(
                    board.snapshot().queues(),
                    queue -> limits.getOrDefault(queue, QueueThresholds.NONE),
                    clock.instant());
            active = alarms.active();
            changes.forEach(this::keep);
        } catch (RuntimeException e) {
            log.error("The queues could not be looked at", e);
        }
    }

    private void keep(QueueAlarm alarm) {
        try {
            table.keep(alarm);
        } catch (SQLException e) {
            log.warn("{} is not in the list of alarms", alarm, e);
        }
    }

    @Override
    public void close() {
        configurationSubscription.run();
        // Not interrupted: that would close the files of an H2 database in the middle of a write.
        pace.shutdown();
        try {
            if (!pace.awaitTermination(LAST_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("The queues are still being looked at");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
