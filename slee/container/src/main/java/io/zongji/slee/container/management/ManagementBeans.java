package io.zongji.slee.container.management;

import io.zongji.slee.container.SleeContainer;
import javax.management.MBeanServer;
import javax.slee.ServiceID;
import javax.slee.management.AlarmMBean;
import javax.slee.management.DeploymentMBean;
import javax.slee.management.ManagementException;
import javax.slee.management.ProfileProvisioningMBean;
import javax.slee.management.ResourceAdaptorEntityState;
import javax.slee.management.ResourceManagementMBean;
import javax.slee.management.ServiceManagementMBean;
import javax.slee.management.ServiceState;
import javax.slee.management.SleeManagementMBean;
import javax.slee.management.SleeState;
import javax.slee.management.TraceMBean;

/** The standard MBeans of one SLEE and one of our own, registered under their names until {@link #close}. */
public final class ManagementBeans implements SleeObserver, AutoCloseable {
    private final RegisteredBeans beans;
    private final SleeManagement slee;
    private final ServiceManagement services;
    private final ResourceManagement resources;
    private final UsageBeans usage;

    /**
     * @param listener hears what is asked of them
     * @throws ManagementException another SLEE has its MBeans in this server
     */
    public ManagementBeans(SleeContainer container, MBeanServer server, OperationListener listener)
            throws ManagementException {
        beans = new RegisteredBeans(server);
        slee = new SleeManagement(container, listener);
        usage = new UsageBeans(beans, container.usage());
        services = new ServiceManagement(container, usage, listener);
        resources = new ResourceManagement(container, usage, listener);
        AlarmManagement alarms = new AlarmManagement(container, listener);
        container.alarms().listen(alarms);
        TraceManagement traces = new TraceManagement(container.tracing(), listener);
        container.tracing().listen(traces);
        try {
            beans.register(slee, SleeManagementMBean.OBJECT_NAME);
            beans.register(new Deployment(container, listener), DeploymentMBean.OBJECT_NAME);
            beans.register(services, ServiceManagementMBean.OBJECT_NAME);
            beans.register(resources, ResourceManagementMBean.OBJECT_NAME);
            beans.register(
                    new ProfileProvisioning(container.profiles(), beans, usage, listener),
                    ProfileProvisioningMBean.OBJECT_NAME);
            beans.register(alarms, AlarmMBean.OBJECT_NAME);
            beans.register(traces, TraceMBean.OBJECT_NAME);
            beans.register(new ActivityManagement(container, listener), ActivityManagementMBean.OBJECT_NAME);
        } catch (ManagementException e) {
            beans.close();
            throw e;
        }
    }

    @Override
    public void sleeChanged(SleeState before, SleeState now) {
        slee.changed(before, now);
    }

    @Override
    public void serviceChanged(ServiceID service, ServiceState before, ServiceState now) {
        services.changed(service, before, now);
    }

    @Override
    public void serviceUninstalled(ServiceID service) {
        usage.unregister(UsageBeans.nameOf(service));
    }

    @Override
    public void entityChanged(String entity, ResourceAdaptorEntityState before, ResourceAdaptorEntityState now) {
        resources.changed(entity, before, now);
    }

    @Override
    public void close() {
        beans.close();
    }
}
