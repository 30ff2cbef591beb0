package io.zongji.slee.container.management;

import io.zongji.slee.container.usage.UsageListener;
import io.zongji.slee.container.usage.UsageParameter;
import io.zongji.slee.container.usage.UsageParameterSets;
import io.zongji.slee.container.usage.UsageSet;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.ListenerNotFoundException;
import javax.management.MBeanNotificationInfo;
import javax.management.NotificationFilter;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import javax.slee.InvalidStateException;
import javax.slee.management.ManagementException;
import javax.slee.management.NotificationSource;
import javax.slee.usage.SampleStatistics;
import javax.slee.usage.UsageMBean;
import javax.slee.usage.UsageNotification;

/**
 * One usage parameter set: an operation {@code getX(boolean reset)} for each parameter, and notifications of those whose
 * notifications are enabled. It listens to the set only while it has listeners itself.
 */
final class UsageSetBean extends DynamicBean implements UsageMBean, UsageListener {
    private final UsageBeans beans;
    private final UsageParameterSets sets;
    private final String name;
    private final UsageSet set;
    private final AtomicLong sequence = new AtomicLong();
    private final AtomicInteger listeners = new AtomicInteger();

    UsageSetBean(UsageBeans beans, UsageParameterSets sets, String name, UsageSet set) {
        super(new MBeanNotificationInfo(
                new String[] {sets.source().getUsageNotificationType()}, UsageNotification.class.getName(), ""));
        this.beans = beans;
        this.sets = sets;
        this.name = name;
        this.set = set;
        attribute("NotificationSource", NotificationSource.class, this::getNotificationSource, null);
        attribute("UsageParameterSet", String.class, this::getUsageParameterSet, null);
        attribute("UsageNotificationManagerMBean", ObjectName.class, this::getUsageNotificationManagerMBean, null);
        operation("resetAllUsageParameters", void.class, arguments -> {
            resetAllUsageParameters();
            return null;
        });
        operation("close", void.class, arguments -> {
            close();
            return null;
        });
        for (int i = 0; i < sets.parameters().size(); i++) {
            parameter(i);
        }
    }

    private void parameter(int index) {
        UsageParameter parameter = sets.parameters().get(index);
        String getter = "get" + capitalised(parameter);
        if (parameter.counter()) {
            operation(getter, long.class, arguments -> set.count(index, (Boolean) arguments[0]), boolean.class);
        } else {
            operation(
                    getter,
                    SampleStatistics.class,
                    arguments -> set.statistics(index, (Boolean) arguments[0]),
                    boolean.class);
        }
    }

    static String capitalised(UsageParameter parameter) {
        return Character.toUpperCase(parameter.name().charAt(0))
                + parameter.name().substring(1);
    }

    @Override
    public void updated(String changedSet, UsageParameter parameter, long value) {
        if (Objects.equals(changedSet, name)) {
            sendNotification(new UsageNotification(
                    sets.source().getUsageNotificationType(),
                    this,
                    sets.source(),
                    name,
                    parameter.name(),
                    parameter.counter(),
                    value,
                    sequence.incrementAndGet(),
                    System.currentTimeMillis()));
        }
    }

    @Override
    public void addNotificationListener(NotificationListener listener, NotificationFilter filter, Object handback) {
        super.addNotificationListener(listener, filter, handback);
        if (listeners.getAndIncrement() == 0) {
            sets.add(this);
        }
    }

    @Override
    public void removeNotificationListener(NotificationListener listener) throws ListenerNotFoundException {
        super.removeNotificationListener(listener);
        listenerGone();
    }

    @Override
    public void removeNotificationListener(NotificationListener listener, NotificationFilter filter, Object handback)
            throws ListenerNotFoundException {
        super.removeNotificationListener(listener, filter, handback);
        listenerGone();
    }

    private void listenerGone() {
        if (listeners.decrementAndGet() == 0) {
            sets.remove(this);
        }
    }

    @Override
    public NotificationSource getNotificationSource() {
        return sets.source();
    }

    @Override
    public String getUsageParameterSet() {
        return name;
    }

    @Override
    public ObjectName getUsageNotificationManagerMBean() throws ManagementException {
        return beans.manager(sets);
    }

    @Override
    public void resetAllUsageParameters() {
        set.reset();
    }

    @Override
    public void close() throws InvalidStateException {
        if (listeners.get() > 0) {
            throw new InvalidStateException("The usage MBean has listeners");
        }
        beans.unregister(UsageBeans.setName(sets, name));
    }
}
