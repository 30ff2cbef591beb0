package io.zongji.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import jakarta.annotation.Resource;
import java.lang.management.ManagementFactory;
import java.sql.ResultSet;
import javax.management.JMX;
import javax.management.ObjectName;
import javax.naming.InitialContext;
import javax.slee.management.ProfileProvisioningMBean;
import javax.slee.profile.ProfileSpecificationID;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

/** Runs in the server: what it gives the application is there. Uses JUnit's own assertions, as only they are there. */
@ArquillianTest
class InsideIT {
    @Resource(lookup = "java:jboss/datasources/ZongjiDS")
    private DataSource database;

    @Deployment(name = "archive", order = 1, testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @Deployment(name = "inside", order = 2)
    static Archive<?> inside() {
        return DeployedArchive.inside(InsideIT.class);
    }

    @Test
    @org.jboss.arquillian.container.test.api.OperateOnDeployment("inside")
    void theDatabaseAnswers() throws Exception {
        try (var connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery("select 41 + 1")) {
            row.next();
            assertEquals(42, row.getInt(1));
        }
    }

    @Test
    @org.jboss.arquillian.container.test.api.OperateOnDeployment("inside")
    void theDefaultDataSourceIsOurs() throws Exception {
        Object standard = InitialContext.doLookup("java:comp/DefaultDataSource");
        Object ours = InitialContext.doLookup("java:jboss/datasources/ZongjiDS");
        assertSame(ours.getClass(), standard.getClass());
    }

    @Test
    @org.jboss.arquillian.container.test.api.OperateOnDeployment("inside")
    void sipAndSleeTypesComeFromOneClassLoader() throws Exception {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        assertSame(
                loader.loadClass("javax.sip.ListeningPoint").getClassLoader(),
                loader.loadClass("org.flywaydb.core.Flyway").getClassLoader());
    }

    @Test
    @org.jboss.arquillian.container.test.api.OperateOnDeployment("inside")
    void profileTablesAreKeptInTheDatabase() throws Exception {
        ProfileSpecificationID addresses = new ProfileSpecificationID("AddressProfileSpec", "javax.slee", "1.1");
        ProfileProvisioningMBean profiles = JMX.newMBeanProxy(
                ManagementFactory.getPlatformMBeanServer(),
                new ObjectName(ProfileProvisioningMBean.OBJECT_NAME),
                ProfileProvisioningMBean.class);

        profiles.createProfileTable(addresses, "inside");
        assertEquals(1, count("slee_profile_table"));
        assertEquals(1, count("slee_profile"));
        profiles.removeProfileTable("inside");

        assertEquals(0, count("slee_profile_table"));
    }

    private int count(String table) throws Exception {
        try (var connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        }
    }
}
