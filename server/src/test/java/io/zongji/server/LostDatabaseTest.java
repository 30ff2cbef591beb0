package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away during calls, for ten seconds: calls go on and begin, and the records follow. */
class LostDatabaseTest {

    private static final Duration AWAY = Duration.ofSeconds(10);

    @TempDir
    private Path data;

    @Test
    void callsGoOnWithoutTheDatabaseAndTheirRecordsFollow() throws Exception {
        Server server = database(0).start();
        int port = server.getPort();
        try (TestCentre centre = new TestCentre(data, TestCentre.freePort(), source(port))) {
            SimulatedPhone agent =
                    centre.phoneOf(1001).saying(Sound.tone(1100)).onCall(AnswerPlan.after(Duration.ofMillis(100)));
            centre.signIn(1001);
            OutgoingCall during = talk(centre, agent);

            server.stop();
            long gone = System.nanoTime();
            assertThatThrownBy(() -> source(port).getConnection()).isInstanceOf(SQLException.class);
            during.audio().forget();
            during.audio().awaitTone(1100, SOON);
            during.hangUp();
            during.awaitEnded(SOON);
            OutgoingCall whole = talk(centre, agent);
            whole.hangUp();
            whole.awaitEnded(SOON);
            OutgoingCall until = talk(centre, agent);
            centre.pause(AWAY.minusNanos(System.nanoTime() - gone));
            server = database(port).start();
            until.hangUp();

            List<Map<String, Object>> records = centre.awaitRecords(3);
            assertThat(records).allSatisfy(record -> assertThat(record)
                    .containsEntry("outcome", "ANSWERED")
                    .containsEntry("agent_id", "1001"));
            assertThat(centre.rows("select id from recording where sha256 is not null"))
                    .hasSize(3);
            centre.awaitNothingLeft();
        } finally {
            server.stop();
        }
    }

    private static OutgoingCall talk(TestCentre centre, SimulatedPhone agent) {
        OutgoingCall call = centre.caller().call("support");
        IncomingCall atAgent = agent.awaitRinging(SOON);
        atAgent.awaitTalking(SOON);
        call.audio().awaitTone(1100, SOON);
        return call;
    }

    private static Server database(int port) throws SQLException {
        return Server.createTcpServer("-tcpPort", Integer.toString(port), "-ifNotExists");
    }

    private JdbcDataSource source(int port) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:tcp://127.0.0.1:" + port + "/" + data.resolve("zongji"));
        source.setUser("zongji");
        source.setPassword("zongji");
        return source;
    }
}
