package io.zongji.slee.container.management;

import io.zongji.slee.container.ContainerState;
import io.zongji.slee.container.SleeContainer;
import java.util.Objects;
import javax.management.ObjectName;
import javax.slee.InvalidStateException;
import javax.slee.management.AlarmMBean;
import javax.slee.management.DeploymentMBean;
import javax.slee.management.ProfileProvisioningMBean;
import javax.slee.management.ResourceManagementMBean;
import javax.slee.management.ServiceManagementMBean;
import javax.slee.management.SleeManagementMBean;
import javax.slee.management.SleeState;
import javax.slee.management.SleeStateChangeNotification;
import javax.slee.management.TraceMBean;
import javax.slee.management.UnrecognizedSubsystemException;

/** The SLEE as a whole. It has no subsystems with usage parameters of their own. */
final class SleeManagement extends NotifyingBean implements SleeManagementMBean {
    private final SleeContainer container;

    SleeManagement(SleeContainer container, OperationListener listener) {
        super(
                listener,
                SleeManagementMBean.class,
                SleeStateChangeNotification.class,
                SLEE_STATE_CHANGE_NOTIFICATION_TYPE);
        this.container = container;
    }

    void changed(SleeState before, SleeState now) {
        sendNotification(new SleeStateChangeNotification(this, now, before, nextNumber()));
    }

    @Override
    public String getSleeName() {
        return "Zongji SLEE";
    }

    @Override
    public String getSleeVendor() {
        return "io.zongji";
    }

    /** Of JAIN SLEE. */
    @Override
    public String getSleeVersion() {
        return "1.1";
    }

    @Override
    public SleeState getState() {
        return container.state().toStandard();
    }

    @Override
    public void start() throws InvalidStateException {
        container.start();
    }

    /** Returns when the SLEE is STOPPING; a notification tells when it has stopped. */
    @Override
    public void stop() throws InvalidStateException {
        container.stopSoon();
    }

    @Override
    public void shutdown() throws InvalidStateException {
        if (container.state() != ContainerState.STOPPED) {
            throw new InvalidStateException("The SLEE is " + container.state());
        }
        container.close();
    }

    @Override
    public ObjectName getDeploymentMBean() {
        return RegisteredBeans.name(DeploymentMBean.OBJECT_NAME);
    }

    @Override
    public ObjectName getServiceManagementMBean() {
        return RegisteredBeans.name(ServiceManagementMBean.OBJECT_NAME);
    }

    @Override
    public ObjectName getProfileProvisioningMBean() {
        return RegisteredBeans.name(ProfileProvisioningMBean.OBJECT_NAME);
    }

    @Override
    public ObjectName getTraceMBean() {
        return RegisteredBeans.name(TraceMBean.OBJECT_NAME);
    }

    @Override
    public ObjectName getAlarmMBean() {
        return RegisteredBeans.name(AlarmMBean.OBJECT_NAME);
    }

    @Override
    public ObjectName getResourceManagementMBean() {
        return RegisteredBeans.name(ResourceManagementMBean.OBJECT_NAME);
    }

    @Override
    public String[] getSubsystems() {
        return new String[0];
    }

    @Override
    public boolean hasUsage(String subsystemName) throws UnrecognizedSubsystemException {
        throw unrecognized(subsystemName);
    }

    @Override
    public String[] getUsageParameterSets(String subsystemName) throws UnrecognizedSubsystemException {
        throw unrecognized(subsystemName);
    }

    @Override
    public ObjectName getUsageMBean(String subsystemName) throws UnrecognizedSubsystemException {
        throw unrecognized(subsystemName);
    }

    @Override
    public ObjectName getUsageMBean(String subsystemName, String paramSetName) throws UnrecognizedSubsystemException {
        Objects.requireNonNull(paramSetName, "paramSetName");
        throw unrecognized(subsystemName);
    }

    @Override
    public ObjectName getUsageNotificationManagerMBean(String subsystemName) throws UnrecognizedSubsystemException {
        throw unrecognized(subsystemName);
    }

    private static UnrecognizedSubsystemException unrecognized(String subsystemName) {
        return new UnrecognizedSubsystemException(Objects.requireNonNull(subsystemName, "subsystemName"));
    }
}
