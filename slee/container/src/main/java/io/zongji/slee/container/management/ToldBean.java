package io.zongji.slee.container.management;

import javax.management.MBeanException;
import javax.management.ReflectionException;
import javax.management.StandardMBean;

/** An MBean whose operations are told. */
abstract class ToldBean extends StandardMBean {
    private final Operations operations;

    /** @param type the interface, which the subclass implements */
    ToldBean(Class<?> type, OperationListener listener) {
        super(type, false);
        operations = new Operations(type, listener);
    }

    @Override
    public final Object invoke(String name, Object[] arguments, String[] signature)
            throws MBeanException, ReflectionException {
        return operations.told(name, arguments, () -> super.invoke(name, arguments, signature));
    }
}
