package io.zongji.slee.container.management;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.usage.UsageParameterSets;
import io.zongji.slee.container.usage.UsageSet;
import io.zongji.slee.container.usage.UsageSources;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.ObjectName;
import javax.slee.SbbID;
import javax.slee.ServiceID;
import javax.slee.management.ManagementException;
import javax.slee.management.NotificationSource;
import javax.slee.management.ProfileTableNotification;
import javax.slee.management.ProfileTableUsageMBean;
import javax.slee.management.ResourceAdaptorEntityNotification;
import javax.slee.management.ResourceUsageMBean;
import javax.slee.management.SbbNotification;
import javax.slee.management.ServiceUsageMBean;
import javax.slee.usage.UnrecognizedUsageParameterSetNameException;
import javax.slee.usage.UsageMBean;
import javax.slee.usage.UsageNotificationManagerMBean;

/** The MBeans about usage parameters. Each is registered when somebody first asks for it. */
final class UsageBeans {
    private final RegisteredBeans beans;
    private final UsageSources sources;
    private final Map<String, ObjectName> registered = new ConcurrentHashMap<>();

    UsageBeans(RegisteredBeans beans, UsageSources sources) {
        this.beans = requireNonNull(beans, "beans");
        this.sources = requireNonNull(sources, "sources");
        sources.whenRemoved(this::forget);
    }

    /** Makes an MBean. */
    private interface Maker {
        Object make();
    }

    private synchronized ObjectName register(String name, Maker maker) throws ManagementException {
        ObjectName known = registered.get(name);
        if (known == null) {
            known = beans.register(maker.make(), name);
            registered.put(name, known);
        }
        return known;
    }

    /** Takes out what a client has closed, or whose source is gone. */
    synchronized void unregister(String name) {
        ObjectName known = registered.remove(name);
        if (known != null) {
            beans.unregister(known);
        }
    }

    private void forget(UsageParameterSets sets) {
        unregister(nameOf(sets.source()));
        unregister(managerName(sets));
        unregister(setName(sets, null));
        sets.names().forEach(name -> unregister(setName(sets, name)));
    }

    Optional<UsageParameterSets> find(NotificationSource source) {
        return sources.find(source);
    }

    /** @param sbbs of the service */
    ObjectName service(ServiceID service, Set<SbbID> sbbs) throws ManagementException {
        String name = nameOf(service);
        return register(name, () -> new ServiceUsage(this, service, sbbs, name));
    }

    ObjectName resource(UsageParameterSets sets) throws ManagementException {
        String name = nameOf(sets.source());
        return register(name, () -> new SourceUsage.OfResource(this, sets, name));
    }

    ObjectName profileTable(UsageParameterSets sets) throws ManagementException {
        String name = nameOf(sets.source());
        return register(name, () -> new SourceUsage.OfProfileTable(this, sets, name));
    }

    /** @param name null for the unnamed set */
    ObjectName set(UsageParameterSets sets, String name)
            throws UnrecognizedUsageParameterSetNameException, ManagementException {
        UsageSet set = name == null ? sets.unnamed() : sets.named(name);
        return register(setName(sets, name), () -> new UsageSetBean(this, sets, name, set));
    }

    ObjectName manager(UsageParameterSets sets) throws ManagementException {
        return register(managerName(sets), () -> new UsageNotificationManager(this, sets));
    }

    // --- names ---

    static String nameOf(ServiceID id) {
        return ServiceUsageMBean.BASE_OBJECT_NAME
                + property(ServiceUsageMBean.SERVICE_NAME_KEY, id.getName())
                + property(ServiceUsageMBean.SERVICE_VENDOR_KEY, id.getVendor())
                + property(ServiceUsageMBean.SERVICE_VERSION_KEY, id.getVersion());
    }

    private static String nameOf(NotificationSource source) {
        if (source instanceof ResourceAdaptorEntityNotification entity) {
            return ResourceUsageMBean.BASE_OBJECT_NAME
                    + property(ResourceUsageMBean.RESOURCE_ADAPTOR_ENTITY_NAME_KEY, entity.getEntityName());
        }
        if (source instanceof ProfileTableNotification table) {
            return ProfileTableUsageMBean.BASE_OBJECT_NAME
                    + property(ProfileTableUsageMBean.PROFILE_TABLE_NAME_KEY, table.getProfileTableName());
        }
        return nameOf(((SbbNotification) source).getService());
    }

    static String managerName(UsageParameterSets sets) {
        return UsageNotificationManagerMBean.BASE_OBJECT_NAME
                + property(
                        UsageNotificationManagerMBean.NOTIFICATION_SOURCE_KEY,
                        sets.source().getUsageNotificationType())
                + properties(sets.source());
    }

    static String setName(UsageParameterSets sets, String name) {
        return UsageMBean.BASE_OBJECT_NAME
                + property(UsageMBean.NOTIFICATION_SOURCE_KEY, sets.source().getUsageNotificationType())
                + properties(sets.source())
                + (name == null ? "" : property(UsageMBean.USAGE_PARAMETER_SET_NAME_KEY, name));
    }

    private static String properties(NotificationSource source) {
        if (source instanceof ResourceAdaptorEntityNotification entity) {
            return ',' + entity.getUsageMBeanProperties();
        }
        if (source instanceof ProfileTableNotification table) {
            return ',' + table.getUsageMBeanProperties();
        }
        return ',' + ((SbbNotification) source).getUsageMBeanProperties();
    }

    private static String property(String key, String value) {
        return ',' + key + '=' + ObjectName.quote(value);
    }
}
