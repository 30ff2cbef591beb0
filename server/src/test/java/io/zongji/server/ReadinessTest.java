package io.zongji.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.ra.media.adaptor.MediaNodeStatus;
import io.zongji.server.Readiness.Check;
import io.zongji.slee.container.SleeContainer;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threeten.extra.MutableClock;

/** What keeps a call centre from being ready is named, and nobody can make it look too often. */
class ReadinessTest {
    private final SleeContainer slee = SleeContainer.builder().name("ready").build();
    private final JdbcDataSource database = new JdbcDataSource();
    private final MutableClock clock = MutableClock.of(Instant.parse("2026-01-05T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path recordings;

    @BeforeEach
    void startSlee() throws Exception {
        database.setURL("jdbc:h2:mem:readiness");
        slee.start();
    }

    @AfterEach
    void stopSlee() {
        slee.close();
    }

    private Readiness readiness(long leastFreeMegabytes) {
        return new Readiness(slee, database, recordings, leastFreeMegabytes, clock);
    }

    @Test
    void allIsWell() {
        assertThat(readiness(0).report().isUp()).isTrue();
    }

    @Test
    void aStoppedSleeIsNotReady() throws Exception {
        slee.stop();

        assertThat(readiness(0).report().checks()).contains(new Check("slee", "is STOPPED"));
        assertThat(readiness(0).report().isUp()).isFalse();
    }

    @Test
    void aLostDatabaseIsNamedWithoutItsAddress() {
        database.setURL("jdbc:h2:tcp://127.0.0.1:1/secret");

        Readiness readiness = readiness(0);
        assertThat(readiness.databaseAnswers()).isTrue();
        assertThat(readiness.report().checks()).contains(new Check("database", "cannot be reached"));
        assertThat(readiness.databaseAnswers()).isFalse();
    }

    @Test
    void aLostMediaNodeIsNamedAndStopsNobodyFromCalling() {
        Check lost = Readiness.nodeCheck(new MediaNodeStatus("10.0.0.8:5090", false, false, 0, 0));
        Check well = Readiness.nodeCheck(new MediaNodeStatus("10.0.0.9:5090", true, false, 7, 100));
        Readiness.Report report = new Readiness.Report(0, List.of(well, lost));

        assertThat(lost).isEqualTo(new Check("media-node 10.0.0.8:5090", Readiness.Status.DEGRADED, "does not answer"));
        assertThat(report.status()).isEqualTo(Readiness.Status.DEGRADED);
        assertThat(report.isUp()).isTrue();
    }

    @Test
    void whoCannotWaitGetsWhatIsKnownWhileTheDatabaseHangs() throws Exception {
        CountDownLatch answers = new CountDownLatch(1);
        DataSource hanging = (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    answers.await();
                    return database.getConnection();
                });
        Readiness readiness = new Readiness(slee, hanging, recordings, 0, clock);
        assertThat(readiness.known().checks()).isEmpty();

        clock.add(Duration.ofSeconds(11));
        assertThat(readiness.known().checks())
                .containsExactly(new Check("readiness", "the last look has not ended yet"));
        assertThat(readiness.databaseAnswers()).isFalse();

        answers.countDown();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> readiness.known().checks().contains(new Check("database", null)));
        assertThat(readiness.known().isUp()).isTrue();
        assertThat(readiness.databaseAnswers()).isTrue();
    }

    @Test
    void aFullDiskIsNotReady() {
        assertThat(readiness(Long.MAX_VALUE).report().checks())
                .filteredOn(check -> check.name().equals("recordings"))
                .singleElement()
                .satisfies(check -> assertThat(check.problem()).endsWith(Long.MAX_VALUE + " are asked for"));
    }

    @Test
    void whoeverAsksOftenGetsTheSameReportForASecond() {
        Readiness readiness = readiness(0);
        Readiness.Report first = readiness.report();
        clock.add(Duration.ofMillis(999));
        assertThat(readiness.report()).isSameAs(first);
        clock.add(Duration.ofMillis(1));
        assertThat(readiness.report()).isNotSameAs(first);
    }
}
