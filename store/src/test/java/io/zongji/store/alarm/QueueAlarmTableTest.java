package io.zongji.store.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.QueueId;
import io.zongji.domain.alarm.QueueAlarm;
import io.zongji.domain.alarm.QueueAlarmKind;
import io.zongji.store.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QueueAlarmTableTest {
    private static final QueueId SUPPORT = new QueueId("support");
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    @ParameterizedTest
    @EnumSource
    void anAlarmIsOneRowFromItsBeginningToItsEnd(TestDatabase kind) throws SQLException {
        QueueAlarmTable table = new QueueAlarmTable(kind.migrated());
        table.keep(alarm(QueueAlarmKind.WAITING, 5, null));
        assertThat(table.last(10)).containsExactly(alarm(QueueAlarmKind.WAITING, 5, null));

        table.keep(alarm(QueueAlarmKind.WAITING, 9, NOON.plusSeconds(60)));
        assertThat(table.last(10)).containsExactly(alarm(QueueAlarmKind.WAITING, 9, NOON.plusSeconds(60)));
    }

    @ParameterizedTest
    @EnumSource
    void anEndMakesUpForABeginningThatWasNotKept(TestDatabase kind) throws SQLException {
        QueueAlarmTable table = new QueueAlarmTable(kind.migrated());
        table.keep(alarm(QueueAlarmKind.LONGEST_WAIT, 70_000, NOON.plusSeconds(60)));

        assertThat(table.last(10)).containsExactly(alarm(QueueAlarmKind.LONGEST_WAIT, 70_000, NOON.plusSeconds(60)));
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfTheLastRunStaysOn(TestDatabase kind) throws SQLException {
        QueueAlarmTable table = new QueueAlarmTable(kind.migrated());
        table.keep(alarm(QueueAlarmKind.NOBODY_READY, 30_000, null));
        table.endAll(NOON.plusSeconds(90));

        assertThat(table.last(10)).containsExactly(alarm(QueueAlarmKind.NOBODY_READY, 30_000, NOON.plusSeconds(90)));
    }

    private static QueueAlarm alarm(QueueAlarmKind kind, long worst, Instant ended) {
        return new QueueAlarm(SUPPORT, kind, NOON, worst, ended);
    }
}
