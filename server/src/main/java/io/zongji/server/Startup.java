package io.zongji.server;

import io.zongji.slee.container.profile.ProfileStorage;
import io.zongji.slee.wildfly.JtaTransactions;
import io.zongji.slee.wildfly.ManagementUser;
import io.zongji.slee.wildfly.WildFlyNaming;
import io.zongji.store.demo.DemoData;
import io.zongji.store.migration.Schema;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the call centre when the archive is deployed and stops it when it is undeployed. A failure here fails the
 * deployment: a call centre without its tables must not look like a running one.
 */
@Singleton
@jakarta.ejb.Startup
// Migrations commit on their own connections, which a container's transaction would forbid.
@TransactionManagement(TransactionManagementType.BEAN)
public class Startup {
    private static final Logger log = LoggerFactory.getLogger(Startup.class);

    @Resource(lookup = "java:jboss/datasources/ZongjiDS")
    private DataSource database;

    @EJB
    private ProfileStorage profiles;

    private CallCentre callCentre;

    @PostConstruct
    void start() {
        Schema.migrate(database);
        if (Boolean.getBoolean("zongji.demo")) {
            fillWithSampleCompany();
        }
        callCentre = CallCentre.start(
                CallCentreSettings.ofSystemProperties(),
                database,
                Clock.systemUTC(),
                new Host(new WildFlyNaming(), JtaTransactions.ofWildFly(), profiles, ManagementUser::ofThisThread));
    }

    /** For the portal. */
    @Produces
    public CallCentre callCentre() {
        return callCentre;
    }

    private void fillWithSampleCompany() {
        DemoData sample = new DemoData(database, Clock.systemUTC());
        try {
            sample.install(FirstPasswords.read(Path.of(System.getProperty("zongji.secrets.file"))));
        } catch (IOException e) {
            throw new IllegalStateException("The first passwords cannot be read (zongji.secrets.file)", e);
        }
        sample.simulateAgents(Integer.getInteger("zongji.demo.agents", 0));
        int fixedAgents = Integer.getInteger("zongji.measure.agents", 0);
        if (fixedAgents > 0) {
            sample.addFixedAgents(fixedAgents, "sip:a{n}@127.0.0.3:5070");
        }
    }

    @PreDestroy
    void stop() {
        if (callCentre != null) {
            callCentre.close();
        }
    }
}
