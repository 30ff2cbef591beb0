package io.zongji.slee.container.management;

import java.util.List;

/** Hears what is asked of the management MBeans of a SLEE, for a log of who changed what. */
@FunctionalInterface
public interface OperationListener {
    /**
     * An operation that can change something has ended; those that only ask ({@code get…}, {@code is…}, {@code query…}) are not told. Called
     * on the thread of whoever asked, before they have the answer. Must neither wait nor throw.
     *
     * @param bean      the MBean, by the {@code name} in its standard object name, for example {@code Deployment}
     * @param arguments as they were given; may hold null
     * @param failure   why it was refused; null when it was done
     */
    void ended(String bean, String operation, List<Object> arguments, Throwable failure);

    /** Nobody hears. */
    static OperationListener none() {
        return (bean, operation, arguments, failure) -> {};
    }
}
