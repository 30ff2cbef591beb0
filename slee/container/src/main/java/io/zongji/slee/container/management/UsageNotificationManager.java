package io.zongji.slee.container.management;

import io.zongji.slee.container.usage.UsageParameterSets;
import javax.slee.management.NotificationSource;
import javax.slee.usage.UsageNotificationManagerMBean;

/** Which usage parameters of a source notify: an attribute {@code XNotificationsEnabled} for each. */
final class UsageNotificationManager extends DynamicBean implements UsageNotificationManagerMBean {
    private final UsageBeans beans;
    private final UsageParameterSets sets;

    UsageNotificationManager(UsageBeans beans, UsageParameterSets sets) {
        this.beans = beans;
        this.sets = sets;
        attribute("NotificationSource", NotificationSource.class, this::getNotificationSource, null);
        operation("close", void.class, arguments -> {
            close();
            return null;
        });
        for (int i = 0; i < sets.parameters().size(); i++) {
            int index = i;
            attribute(
                    UsageSetBean.capitalised(sets.parameters().get(i)) + "NotificationsEnabled",
                    boolean.class,
                    () -> sets.isNotifying(index),
                    enabled -> sets.notifying(index, (Boolean) enabled));
        }
    }

    @Override
    public NotificationSource getNotificationSource() {
        return sets.source();
    }

    @Override
    public void close() {
        beans.unregister(UsageBeans.managerName(sets));
    }
}
