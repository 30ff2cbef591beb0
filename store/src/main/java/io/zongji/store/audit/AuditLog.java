package io.zongji.store.audit;

import io.zongji.domain.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the audit log. Whoever reports does not wait for the database; entries are written in order by a thread of its own, which
 * tries again while the database is away. An entry that cannot be written in the end is written to the server's log
 * instead, whole, and counted: none is lost silently. Thread-safe.
 */
public final class AuditLog implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(AuditLog.class);
    private static final int MOST_WAITING = 10_000;
    private static final int BATCH = 200;
    private static final Duration LOOK_UP = Duration.ofMillis(200);
    private static final Duration LAST_WRITES = Duration.ofSeconds(5);

    private static final String INSERT = """
            insert into audit (tenant_id, occurred_at, login, address, action, subject, call_id, outcome, detail)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final DataSource database;
    private final Duration pause;
    private final BlockingQueue<AuditEntry> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final AtomicLong lost = new AtomicLong();
    /** An interrupt would do too, but an interrupted thread in the middle of a write closes the files of an H2 database. */
    private final CountDownLatch closing = new CountDownLatch(1);

    private final Thread writer = new Thread(this::run, "audit-log");

    /** Begins at once. */
    public AuditLog(DataSource database) {
        this(database, Duration.ofSeconds(1));
    }

    /** @param pause before a failed write is tried again */
    AuditLog(DataSource database, Duration pause) {
        this.database = database;
        this.pause = pause;
        writer.setDaemon(true);
        writer.start();
    }

    /** Takes an entry; never blocks and never fails. */
    public void write(AuditEntry entry) {
        if (isClosing()) {
            lose(List.of(entry), "the call centre stops");
        } else if (!waiting.offer(entry)) {
            lose(List.of(entry), MOST_WAITING + " entries wait for the database");
        }
    }

    /** How many entries are in the server's log only, since the start. */
    public long lost() {
        return lost.get();
    }

    private void run() {
        try {
            while (!isClosing() || !waiting.isEmpty()) {
                AuditEntry first = waiting.poll(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    persist(batch(first));
                }
            }
        } catch (InterruptedException e) {
            log.error("The audit log is not written any more", e);
        }
    }

    private List<AuditEntry> batch(AuditEntry first) {
        List<AuditEntry> batch = new ArrayList<>(List.of(first));
        waiting.drainTo(batch, BATCH - 1);
        return batch;
    }

    /** Tries until it is done, or the call centre stops. */
    private void persist(List<AuditEntry> batch) throws InterruptedException {
        for (boolean told = false; ; told = true) {
            try {
                insert(batch);
                return;
            } catch (SQLException e) {
                if (isClosing()) {
                    lose(batch, e.toString());
                    return;
                }
                if (!told) {
                    log.warn("{} entries of the audit log wait for the database", batch.size(), e);
                }
            }
            closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void insert(List<AuditEntry> batch) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (AuditEntry entry : batch) {
                insert.setString(1, TenantId.DEFAULT.value());
                insert.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
                insert.setString(3, entry.login());
                insert.setString(4, entry.address());
                insert.setString(5, entry.action().name());
                insert.setString(6, entry.subject());
                insert.setString(7, entry.call());
                insert.setString(8, entry.outcome());
                insert.setString(9, entry.detail());
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void lose(List<AuditEntry> batch, String why) {
        lost.addAndGet(batch.size());
        batch.forEach(entry -> log.error("Not in the audit log, because {}: {}", why, entry));
    }

    /** Writes what waits, and takes no more. */
    @Override
    public void close() {
        closing.countDown();
        try {
            writer.join(LAST_WRITES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<AuditEntry> rest = new ArrayList<>();
        waiting.drainTo(rest);
        if (!rest.isEmpty()) {
            lose(rest, "the database took too long");
        }
    }
}
