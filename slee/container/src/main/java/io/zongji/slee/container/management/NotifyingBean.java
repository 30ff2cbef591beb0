package io.zongji.slee.container.management;

import java.util.concurrent.atomic.AtomicLong;
import javax.management.MBeanException;
import javax.management.MBeanNotificationInfo;
import javax.management.NotificationBroadcasterSupport;
import javax.management.ReflectionException;
import javax.management.StandardEmitterMBean;

/**
 * An MBean that notifies its listeners, on the thread on which things happen, with numbers that grow by one, and whose
 * operations are told.
 */
abstract class NotifyingBean extends StandardEmitterMBean {
    private final AtomicLong sequence = new AtomicLong();
    private final Operations operations;

    /** @param type the interface, which the subclass implements */
    NotifyingBean(OperationListener listener, Class<?> type, Class<?> notification, String... notificationTypes) {
        super(
                type,
                new NotificationBroadcasterSupport(
                        new MBeanNotificationInfo(notificationTypes, notification.getName(), "")));
        operations = new Operations(type, listener);
    }

    @Override
    public final Object invoke(String name, Object[] arguments, String[] signature)
            throws MBeanException, ReflectionException {
        return operations.told(name, arguments, () -> super.invoke(name, arguments, signature));
    }

    final long nextNumber() {
        return sequence.incrementAndGet();
    }
}
