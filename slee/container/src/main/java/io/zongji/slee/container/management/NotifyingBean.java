package io.zongji.slee.container.management;

import java.util.concurrent.atomic.AtomicLong;
import javax.management.MBeanNotificationInfo;
import javax.management.NotificationBroadcasterSupport;
import javax.management.StandardEmitterMBean;

/** An MBean that notifies its listeners, on the thread on which things happen, with numbers that grow by one. */
abstract class NotifyingBean extends StandardEmitterMBean {
    private final AtomicLong sequence = new AtomicLong();

    /** @param type the interface, which the subclass implements */
    NotifyingBean(Class<?> type, Class<?> notification, String... notificationTypes) {
        super(
                type,
                new NotificationBroadcasterSupport(
                        new MBeanNotificationInfo(notificationTypes, notification.getName(), "")));
    }

    final long nextNumber() {
        return sequence.incrementAndGet();
    }
}
