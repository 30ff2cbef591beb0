package io.zongji.ear.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.zongji.ear.DeployedArchive;
import io.zongji.ear.portal.Desktop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.slee.management.AlreadyDeployedException;
import javax.slee.management.DeploymentException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A unit comes and goes through the standard MBeans, over the server's management interface. */
@ArquillianTest
@Timeout(180)
class JmxDeploymentIT {
    private static final String LOADER = "io.zongji.slee.container.deploy.UnitClassLoader";

    @TempDir
    private Path folder;

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @Test
    void noCallNoticesThatAUnitIsInstalledExchangedAndRemoved() throws Exception {
        String numbers = CallsUp.someNumbers();
        try (JmxOperator operator = new JmxOperator()) {
            try (CallsUp calls = new CallsUp(numbers + "0")) {
                new EggTimerLife(operator).liveWithAnExchange(folder);
                calls.assertUndisturbed();
            }
        }
        try (Desktop desktop = new Desktop()) {
            Records.assertComplete(desktop.signIn("supervisor", "en"), numbers, CallsUp.WAITING);
        }
    }

    @Test
    void whatIsDoneOverJmxIsInTheAuditLog() throws Exception {
        Path unit = folder.resolve("audited-" + System.nanoTime() + ".jar");
        Files.copy(EggTimerUnits.first(), unit);
        try (JmxOperator operator = new JmxOperator();
                Desktop desktop = new Desktop()) {
            operator.install(unit);
            assertThatThrownBy(() -> operator.install(unit)).isInstanceOf(AlreadyDeployedException.class);
            operator.uninstall(unit);

            Page admin = desktop.signIn("admin", "en");
            Locator lines = admin.locator("#table_data tr");
            await("the log").atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                Desktop.open(admin, "/admin/audit.xhtml?action=DEPLOYMENT&about=" + unit.getFileName());
                assertThat(lines.allInnerTexts()).hasSize(3);
            });
            assertThat(lines.allInnerTexts())
                    .allMatch(line -> line.contains("JMX:$local") && line.contains("127.0.0.1"))
                    .satisfiesExactly(
                            last -> assertThat(last)
                                    .contains("Deployment uninstall")
                                    .doesNotContain("refused"),
                            second -> assertThat(second).contains("Deployment install", "refused"),
                            first -> assertThat(first)
                                    .contains("Deployment install")
                                    .doesNotContain("refused"));
        }
    }

    @Test
    void tenRedeploymentsLeaveNoClassLoaderThreadOrMBeanBehind() throws Exception {
        try (JmxOperator operator = new JmxOperator()) {
            EggTimerLife life = new EggTimerLife(operator);
            life.live();
            Set<String> beans = sleeBeans(operator.server());
            List<String> threads = threads(operator.server());
            for (int i = 0; i < 10; i++) {
                life.live();
            }
            assertThat(sleeBeans(operator.server())).isEqualTo(beans);
            await("the end of the line threads").untilAsserted(() -> assertThat(threads(operator.server()))
                    .noneMatch(name -> name.startsWith("line-"))
                    .filteredOn(name -> name.startsWith("zongji-"))
                    .containsExactlyInAnyOrderElementsOf(threads.stream()
                            .filter(name -> name.startsWith("zongji-"))
                            .toList()));
            await("the end of the class loaders")
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(operator.instances(LOADER)).isZero());
        }
    }

    @Test
    void aUnitWithFaultsIsRefusedWithAllOfThem() throws Exception {
        try (JmxOperator operator = new JmxOperator()) {
            int before = operator.deployment().getDeployableUnits().length;

            assertThatThrownBy(() -> operator.install(EggTimerUnits.faulty(folder)))
                    .isInstanceOf(DeploymentException.class)
                    .hasMessageContaining("JAR_MISSING")
                    .hasMessageContaining("jars/missing.jar")
                    .hasMessageContaining("CLASS_NOT_LINKABLE");

            assertThat(operator.deployment().getDeployableUnits()).hasSize(before);
        }
    }

    private static Set<String> sleeBeans(MBeanServerConnection server) throws Exception {
        Set<String> names = new TreeSet<>();
        server.queryNames(new ObjectName("javax.slee*:*"), null).forEach(name -> names.add(name.toString()));
        return names;
    }

    private static List<String> threads(MBeanServerConnection server) throws Exception {
        ObjectName threading = new ObjectName("java.lang:type=Threading");
        long[] ids = (long[]) server.getAttribute(threading, "AllThreadIds");
        Object[] infos = (Object[])
                server.invoke(threading, "getThreadInfo", new Object[] {ids}, new String[] {long[].class.getName()});
        return Stream.of(infos)
                .filter(CompositeData.class::isInstance)
                .map(info -> (String) ((CompositeData) info).get("threadName"))
                .toList();
    }
}
