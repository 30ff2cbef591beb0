package io.zongji.store.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.store.TestDatabase;
import io.zongji.store.journal.Outage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditLogTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    @ParameterizedTest
    @EnumSource
    void whatWasReportedIsInTheTableInOrder(TestDatabase kind) {
        DataSource database = kind.migrated();
        try (AuditLog log = new AuditLog(database)) {
            log.write(entry("first"));
            log.write(entry("second"));
        }

        assertThat(TestDatabase.query(
                        database, "select login, address, action, call_id, outcome, detail from audit order by id"))
                .containsExactly(
                        "supervisor|10.0.0.7|LISTEN|c1|done|first", "supervisor|10.0.0.7|LISTEN|c1|done|second");
    }

    @ParameterizedTest
    @EnumSource
    void whateverStrangersSendFits(TestDatabase kind) {
        DataSource database = kind.migrated();
        try (AuditLog log = new AuditLog(database)) {
            String long_ = "x\0".repeat(9_000);
            log.write(new AuditEntry(NOON, long_, long_, AuditAction.SIGN_IN_FAILED, long_, long_, long_, long_));
            await().until(() -> count(database) == 1);
        }
    }

    @Test
    void anOutageOfTheDatabaseLosesNothing() {
        DataSource database = TestDatabase.H2.migrated();
        Outage outage = new Outage(database);
        outage.begin();
        try (AuditLog log = new AuditLog(outage.dataSource(), Duration.ofMillis(10))) {
            log.write(entry("in the outage"));
            await().until(() -> outage.refusals() > 2);
            outage.end();
            await().until(() -> count(database) == 1);
            assertThat(log.lost()).isZero();
        }
    }

    @Test
    void whatCannotBeWrittenIsCounted() {
        Outage outage = new Outage(TestDatabase.H2.migrated());
        outage.begin();
        AuditLog log = new AuditLog(outage.dataSource(), Duration.ofMillis(10));
        List.of("one", "two", "three").forEach(detail -> log.write(entry(detail)));
        log.close();
        assertThat(log.lost()).isEqualTo(3);

        log.write(entry("late"));
        assertThat(log.lost()).isEqualTo(4);
    }

    private static int count(DataSource database) {
        return TestDatabase.query(database, "select id from audit").size();
    }

    private static AuditEntry entry(String detail) {
        return new AuditEntry(
                NOON, "supervisor", "10.0.0.7", AuditAction.LISTEN, "1003", "c1", AuditEntry.DONE, detail);
    }
}
