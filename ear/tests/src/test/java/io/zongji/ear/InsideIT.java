package io.zongji.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import jakarta.annotation.Resource;
import java.sql.ResultSet;
import javax.naming.InitialContext;
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
}
