package io.zongji.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import java.sql.ResultSet;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * One real call to the archive in the server, over SIP and RTP. The phones are on the tests' side of the wire; what is
 * kept of the call is read inside the server.
 */
@ArquillianTest
@Timeout(120)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CallIT {
    @Resource(lookup = "java:jboss/datasources/ZongjiDS")
    private DataSource database;

    @Deployment(name = "archive", order = 1, testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @Deployment(name = "inside", order = 2)
    static Archive<?> inside() {
        return DeployedArchive.inside(CallIT.class);
    }

    @Test
    @Order(1)
    @RunAsClient
    @OperateOnDeployment("inside")
    void aCallerPressesAKeyTalksWithAnAgentAndBothAreRecorded() throws Exception {
        HotlineCall.talkAndFindBothInTheRecording();
    }

    @Test
    @Order(2)
    @OperateOnDeployment("inside")
    void theCallHasOneRecordWithItsAgentAndRecording() throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (count("outcome is not null") == 0 && System.nanoTime() < until) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertEquals(1, count("1 = 1"), "records");
        assertEquals(
                1,
                count("outcome = 'ANSWERED' and agent_id = '1001' and queue_id = 'support' and dialled = '95000'"),
                "answered by agent 1001");
        assertTrue(rows("select count(*) from recording") > 0, "recordings");
    }

    private int count(String condition) throws Exception {
        return rows("select count(*) from call_record where " + condition);
    }

    private int rows(String query) throws Exception {
        try (var connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
