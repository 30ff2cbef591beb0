package io.zongji.slee.container.management;

import java.util.Arrays;
import java.util.Collections;
import java.util.regex.Pattern;
import javax.management.MBeanException;
import javax.management.ReflectionException;

/** Tells a listener of the operations of one MBean. */
final class Operations {
    private static final Pattern ASKS = Pattern.compile("(get|is|query)[A-Z]");

    private final OperationListener listener;
    private final String bean;

    /** @param type the interface of the MBean */
    Operations(Class<?> type, OperationListener listener) {
        this.listener = listener;
        bean = type.getSimpleName().replaceFirst("MBean$", "");
    }

    interface Operation {
        Object run() throws MBeanException, ReflectionException;
    }

    /** Does what the MBean server asks for, and tells of it unless it only asks. */
    Object told(String name, Object[] arguments, Operation operation) throws MBeanException, ReflectionException {
        if (ASKS.matcher(name).lookingAt()) {
            return operation.run();
        }
        Throwable failure = null;
        try {
            return operation.run();
        } catch (MBeanException | ReflectionException | RuntimeException e) {
            failure = e.getCause() == null ? e : e.getCause();
            throw e;
        } finally {
            listener.ended(
                    bean,
                    name,
                    arguments == null
                            ? Collections.emptyList()
                            : Collections.unmodifiableList(Arrays.asList(arguments.clone())),
                    failure);
        }
    }
}
