package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.CallId;
import io.zongji.domain.conversation.Service;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is asked of the database takes seconds: calls and what agents do in them take no longer, and records follow. */
class SlowDatabaseTest {

    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final int CALLS = 5;
    private static final int AGENT = 1100;

    @TempDir
    private Path data;

    private final AtomicReference<Duration> delay = new AtomicReference<>(Duration.ZERO);

    @Test
    void callsAreServedAsEverAndTheirRecordsFollow() throws Exception {
        JdbcConnectionPool database = JdbcConnectionPool.create(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "zongji", "zongji");
        try (TestCentre centre = new TestCentre(data, TestCentre.freePort(), slow(database))) {
            SimulatedPhone phone =
                    centre.phoneOf(1001).saying(Sound.tone(AGENT)).onCall(AnswerPlan.after(Duration.ZERO));
            centre.signIn(1001);
            delay.set(SLOW);
            for (int i = 0; i < CALLS; i++) {
                OutgoingCall caller = centre.caller().call("support");
                IncomingCall agent = phone.awaitRinging(SOON);
                caller.audio().awaitTone(AGENT, SOON);
                CallId call =
                        centre.centre().liveBoard().snapshot().calls().get(0).call();
                assertThat(centre.centre()
                                .calls()
                                .ask(call, Service.HOLD, "8001", "")
                                .join())
                        .isEmpty();
                caller.hangUp();
                agent.awaitEnded(SOON);
            }
            delay.set(Duration.ZERO);

            assertThat(centre.awaitRecords(CALLS)).allSatisfy(record -> assertThat(record)
                    .containsEntry("outcome", "ANSWERED")
                    .containsEntry("agent_id", "1001"));
            centre.awaitNothingLeft();
            centre.assertAllFits();
        } finally {
            database.dispose();
        }
    }

    /** Each connection comes late. */
    private DataSource slow(DataSource database) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        Thread.sleep(delay.get().toMillis());
                    }
                    try {
                        return method.invoke(database, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
