package io.zongji.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.zongji.server.Startup;
import io.zongji.slee.container.tx.Transactions;
import jakarta.annotation.Resource;
import jakarta.transaction.TransactionManager;
import java.util.ArrayList;
import java.util.List;
import javax.naming.InitialContext;
import javax.slee.transaction.SleeTransaction;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The SLEE's transactions and the server's: joined when a resource is enlisted, and not before. */
@ArquillianTest
class JtaIT {
    @Resource(lookup = "java:jboss/TransactionManager")
    private TransactionManager manager;

    private Transactions slee;

    @Deployment(name = "archive", order = 1, testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @Deployment(name = "inside", order = 2)
    static Archive<?> inside() {
        return DeployedArchive.inside(JtaIT.class, Remembering.class);
    }

    @BeforeEach
    void findTheSlee() throws Exception {
        if (manager != null) { // null on the client's side, where the method runs too
            Startup startup =
                    InitialContext.doLookup("java:global/zongji/zongji-server/Startup!" + Startup.class.getName());
            slee = startup.callCentre().slee().transactions();
        }
    }

    @Test
    @OperateOnDeployment("inside")
    void aTransactionWithoutResourcesIsNoneOfTheServer() throws Exception {
        slee.begin();
        assertNull(manager.getTransaction());
        slee.commit();
    }

    @Test
    @OperateOnDeployment("inside")
    void anEnlistedResourceIsCommittedWithTheTransaction() throws Exception {
        Remembering resource = new Remembering();
        SleeTransaction transaction = slee.beginSleeTransaction();
        transaction.enlistResource(resource);
        assertNotNull(manager.getTransaction());
        slee.commit();
        assertNull(manager.getTransaction());
        assertEquals(List.of("start", "end", "commit"), resource.calls);
    }

    @Test
    @OperateOnDeployment("inside")
    void anEnlistedResourceIsRolledBackWithTheTransaction() throws Exception {
        Remembering resource = new Remembering();
        SleeTransaction transaction = slee.beginSleeTransaction();
        transaction.enlistResource(resource);
        slee.rollback();
        assertNull(manager.getTransaction());
        assertEquals(List.of("start", "end", "rollback"), resource.calls);
    }

    /** What it is told. */
    static final class Remembering implements XAResource {
        private final List<String> calls = new ArrayList<>();

        @Override
        public void start(Xid xid, int flags) {
            calls.add("start");
        }

        @Override
        public void end(Xid xid, int flags) {
            calls.add("end");
        }

        @Override
        public int prepare(Xid xid) {
            calls.add("prepare");
            return XA_OK;
        }

        @Override
        public void commit(Xid xid, boolean onePhase) {
            calls.add("commit");
        }

        @Override
        public void rollback(Xid xid) {
            calls.add("rollback");
        }

        @Override
        public void forget(Xid xid) {
            calls.add("forget");
        }

        @Override
        public Xid[] recover(int flag) {
            return new Xid[0];
        }

        @Override
        public boolean isSameRM(XAResource other) {
            return other == this;
        }

        @Override
        public int getTransactionTimeout() {
            return 0;
        }

        @Override
        public boolean setTransactionTimeout(int seconds) {
            return false;
        }
    }
}
