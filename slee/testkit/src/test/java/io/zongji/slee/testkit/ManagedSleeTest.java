package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.slee.management.DeploymentMBean;
import javax.slee.management.ResourceManagementMBean;
import javax.slee.management.ServiceManagementMBean;
import javax.slee.management.SleeManagementMBean;
import javax.slee.management.SleeState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A SLEE whose standard MBeans are at hand. */
abstract class ManagedSleeTest extends ProbeTest {
    protected final MBeanServer server = MBeanServerFactory.newMBeanServer();
    protected final SleeManagementMBean management = bean(SleeManagementMBean.class, SleeManagementMBean.OBJECT_NAME);
    protected final DeploymentMBean deployment = bean(DeploymentMBean.class, DeploymentMBean.OBJECT_NAME);
    protected final ServiceManagementMBean services =
            bean(ServiceManagementMBean.class, ServiceManagementMBean.OBJECT_NAME);
    protected final ResourceManagementMBean resources =
            bean(ResourceManagementMBean.class, ResourceManagementMBean.OBJECT_NAME);

    /** What was asked of the beans that can change something. */
    protected final List<String> operations = new ArrayList<>();

    @TempDir
    protected Path directory;

    @BeforeEach
    void useManagedSlee() {
        slee.close();
        useSlee(new TestSlee(settings -> settings.mbeanServer(server).operations(this::heard)));
    }

    private void heard(String bean, String operation, List<Object> arguments, Throwable failure) {
        operations.add(bean + " " + operation + " " + arguments
                + (failure == null ? "" : " " + failure.getClass().getSimpleName()));
    }

    protected <T> T bean(Class<T> type, String name) {
        return JMX.newMBeanProxy(server, name(name), type);
    }

    protected static ObjectName name(String text) {
        try {
            return new ObjectName(text);
        } catch (MalformedObjectNameException e) {
            throw new AssertionError(e);
        }
    }

    protected String unit(String version) throws Exception {
        return ForeignUnit.write(directory.resolve("foreign-" + version + ".jar"), version)
                .toUri()
                .toString();
    }

    protected void awaitStopped() throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!management.getState().equals(SleeState.STOPPED)) {
            assertThat(System.nanoTime()).as("time of the stop").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }
}
