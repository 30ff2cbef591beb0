package io.zongji.store.alarm;

import io.zongji.domain.QueueId;
import io.zongji.domain.TenantId;
import io.zongji.domain.alarm.QueueAlarm;
import io.zongji.domain.alarm.QueueAlarmKind;
import io.zongji.domain.alarm.QueueThresholds;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Reads the thresholds of queues and keeps which alarms there were. Thread-safe. */
public final class QueueAlarmTable {
    private final DataSource database;

    public QueueAlarmTable(DataSource database) {
        this.database = database;
    }

    /** The thresholds of every queue that is set up. */
    public Map<QueueId, QueueThresholds> thresholds() throws SQLException {
        Map<QueueId, QueueThresholds> all = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select id, alarm_waiting, alarm_wait_ms, alarm_nobody_ready_ms from queue where tenant_id = ?")) {
            select.setString(1, TenantId.DEFAULT.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.put(
                            new QueueId(row.getString(1)),
                            new QueueThresholds(
                                    row.getInt(2), Duration.ofMillis(row.getInt(3)), Duration.ofMillis(row.getInt(4))));
                }
            }
        }
        return all;
    }

    /** Keeps that an alarm began or ended; a beginning that could not be kept is made up for with the end. */
    public void keep(QueueAlarm alarm) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (alarm.ended() == null || !end(connection, alarm)) {
                insert(connection, alarm);
            }
        }
    }

    /** Ends what was on when the last run ended: whether it still is will be seen. */
    public void endAll(Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update queue_alarm set ended_at = ? where ended_at is null")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.executeUpdate();
        }
    }

    /** The last alarms of all queues, newest first. */
    public List<QueueAlarm> last(int most) throws SQLException {
        List<QueueAlarm> alarms = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select queue_id, kind, began_at, worst, ended_at from queue_alarm where tenant_id = ?"
                                + " order by began_at desc, id desc")) {
            select.setString(1, TenantId.DEFAULT.value());
            select.setMaxRows(most);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    alarms.add(new QueueAlarm(
                            new QueueId(row.getString(1)),
                            QueueAlarmKind.valueOf(row.getString(2)),
                            instant(row, 3),
                            row.getLong(4),
                            instant(row, 5)));
                }
            }
        }
        return alarms;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static boolean end(Connection connection, QueueAlarm alarm) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update queue_alarm set ended_at = ?, worst = ? where queue_id = ? and kind = ? and ended_at is null")) {
            update.setObject(1, alarm.ended().atOffset(ZoneOffset.UTC));
            update.setLong(2, alarm.worst());
            update.setString(3, alarm.queue().value());
            update.setString(4, alarm.kind().name());
            return update.executeUpdate() > 0;
        }
    }

    private static void insert(Connection connection, QueueAlarm alarm) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into queue_alarm (tenant_id, queue_id, kind, began_at, ended_at, worst) values (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, TenantId.DEFAULT.value());
            insert.setString(2, alarm.queue().value());
            insert.setString(3, alarm.kind().name());
            insert.setObject(4, alarm.began().atOffset(ZoneOffset.UTC));
            insert.setObject(5, alarm.ended() == null ? null : alarm.ended().atOffset(ZoneOffset.UTC));
            insert.setLong(6, alarm.worst());
            insert.executeUpdate();
        }
    }
}
