package io.zongji.slee.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.slee.ServiceID;
import javax.slee.management.DeployableUnitID;
import javax.slee.management.DeploymentMBean;
import javax.slee.management.ResourceAdaptorEntityState;
import javax.slee.management.ResourceManagementMBean;
import javax.slee.management.ServiceManagementMBean;
import javax.slee.management.ServiceState;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.ResourceAdaptorID;
import org.junit.jupiter.api.Test;

/** A unit with a resource adaptor is installed, used and taken out through the standard MBeans, again and again. */
public interface RedeploymentContract {
    /** Where the SLEE's MBeans are. */
    MBeanServer beans();

    /** The unit's jar. */
    String unit();

    ServiceID service();

    ResourceAdaptorID adaptor();

    /** The name of the RA entity and of the link that the service wants. */
    String link();

    ConfigProperties properties();

    /** Lets the service work, and waits until it has nothing to do any more. */
    void use() throws Exception;

    /** The class loader of the installed unit. */
    ClassLoader loaderOf(DeployableUnitID id);

    /** Whether a thread was started by the unit. */
    boolean isOfTheUnit(Thread thread);

    @Test
    default void tenRedeploymentsLeaveNoClassLoaderThreadOrMBeanBehind() throws Exception {
        Set<ObjectName> namesBefore = beans().queryNames(new ObjectName("javax.slee*:*"), null);
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

        for (int i = 0; i < 10; i++) {
            loaders.add(deployUseAndTakeOut());
        }

        await("class loaders are collected", () -> {
            System.gc();
            return loaders.stream().allMatch(loader -> loader.get() == null);
        });
        await("threads end", () -> Thread.getAllStackTraces().keySet().stream().noneMatch(this::isOfTheUnit));
        assertThat(beans().queryNames(new ObjectName("javax.slee*:*"), null)).isEqualTo(namesBefore);
    }

    private WeakReference<ClassLoader> deployUseAndTakeOut() throws Exception {
        DeploymentMBean deployment = bean(DeploymentMBean.class, DeploymentMBean.OBJECT_NAME);
        ResourceManagementMBean resources = bean(ResourceManagementMBean.class, ResourceManagementMBean.OBJECT_NAME);
        ServiceManagementMBean services = bean(ServiceManagementMBean.class, ServiceManagementMBean.OBJECT_NAME);

        DeployableUnitID id = deployment.install(unit());
        WeakReference<ClassLoader> loader = new WeakReference<>(loaderOf(id));
        resources.createResourceAdaptorEntity(adaptor(), link(), properties());
        resources.bindLinkName(link(), link());
        resources.activateResourceAdaptorEntity(link());
        services.activate(service());
        use();

        services.deactivate(service());
        resources.deactivateResourceAdaptorEntity(link());
        await("the service is inactive", () -> services.getState(service()).equals(ServiceState.INACTIVE));
        await(
                "the RA entity is inactive",
                () -> resources.getState(link()).equals(ResourceAdaptorEntityState.INACTIVE));
        resources.unbindLinkName(link());
        resources.removeResourceAdaptorEntity(link());
        deployment.uninstall(id);
        return loader;
    }

    private <T> T bean(Class<T> type, String name) throws MalformedObjectNameException {
        return JMX.newMBeanProxy(beans(), new ObjectName(name), type);
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        for (int i = 0; i < 500; i++) {
            if (condition.call()) {
                return;
            }
            Thread.sleep(10);
        }
        throw new AssertionError("Not in time: " + what);
    }
}
