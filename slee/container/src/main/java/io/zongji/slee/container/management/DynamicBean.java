package io.zongji.slee.container.management;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanException;
import javax.management.MBeanInfo;
import javax.management.MBeanNotificationInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.NotificationBroadcasterSupport;
import javax.management.ReflectionException;
import javax.management.RuntimeMBeanException;

/** An MBean whose attributes and operations a component's descriptor decides. Its subclass lists them when it is made. */
abstract class DynamicBean extends NotificationBroadcasterSupport implements DynamicMBean {
    private final Map<String, Property> attributes = new LinkedHashMap<>();
    private final List<Operation> operations = new ArrayList<>();

    /** Reads an attribute. */
    interface Reader {
        Object read() throws Exception;
    }

    /** Writes an attribute. */
    interface Writer {
        void write(Object value) throws Exception;
    }

    /** Does an operation. */
    interface Action {
        Object invoke(Object[] arguments) throws Exception;
    }

    private record Property(Class<?> type, Reader reader, Writer writer) {}

    private record Operation(String name, Class<?> result, Action action, Class<?>... parameters) {
        boolean is(String wanted, String[] signature) {
            return name.equals(wanted)
                    && Arrays.equals(
                            Arrays.stream(parameters).map(Class::getName).toArray(String[]::new),
                            signature == null ? new String[0] : signature);
        }
    }

    DynamicBean(MBeanNotificationInfo... notifications) {
        super(notifications);
    }

    /** @param writer null if it is only read */
    final void attribute(String name, Class<?> type, Reader reader, Writer writer) {
        attributes.put(name, new Property(type, reader, writer));
    }

    final void operation(String name, Class<?> result, Action action, Class<?>... parameters) {
        operations.add(new Operation(name, result, action, parameters));
    }

    private static <T> T unwrapped(Callable<T> call) throws MBeanException {
        try {
            return call.call();
        } catch (RuntimeException e) {
            throw new RuntimeMBeanException(e);
        } catch (Exception e) {
            throw new MBeanException(e);
        }
    }

    private Property property(String name) throws AttributeNotFoundException {
        Property property = attributes.get(name);
        if (property == null) {
            throw new AttributeNotFoundException(name);
        }
        return property;
    }

    @Override
    public final Object getAttribute(String name) throws AttributeNotFoundException, MBeanException {
        return unwrapped(property(name).reader()::read);
    }

    @Override
    public final void setAttribute(Attribute attribute) throws AttributeNotFoundException, MBeanException {
        Writer writer = property(attribute.getName()).writer();
        if (writer == null) {
            throw new AttributeNotFoundException(attribute.getName() + " is only read");
        }
        unwrapped(() -> {
            writer.write(attribute.getValue());
            return null;
        });
    }

    @Override
    public final AttributeList getAttributes(String[] names) {
        AttributeList values = new AttributeList();
        for (String name : names) {
            try {
                values.add(new Attribute(name, getAttribute(name)));
            } catch (JMException e) {
                continue;
            }
        }
        return values;
    }

    @Override
    public final AttributeList setAttributes(AttributeList wanted) {
        AttributeList done = new AttributeList();
        for (Attribute attribute : wanted.asList()) {
            try {
                setAttribute(attribute);
                done.add(attribute);
            } catch (JMException e) {
                continue;
            }
        }
        return done;
    }

    @Override
    public final Object invoke(String name, Object[] arguments, String[] signature)
            throws MBeanException, ReflectionException {
        for (Operation operation : operations) {
            if (operation.is(name, signature)) {
                return unwrapped(() -> operation.action().invoke(arguments));
            }
        }
        throw new ReflectionException(new NoSuchMethodException(name + Arrays.toString(signature)));
    }

    @Override
    public final MBeanInfo getMBeanInfo() {
        MBeanAttributeInfo[] attributeInfo = attributes.entrySet().stream()
                .map(entry -> new MBeanAttributeInfo(
                        entry.getKey(),
                        entry.getValue().type().getName(),
                        entry.getKey(),
                        true,
                        entry.getValue().writer() != null,
                        false))
                .toArray(MBeanAttributeInfo[]::new);
        MBeanOperationInfo[] operationInfo = operations.stream()
                .map(operation -> new MBeanOperationInfo(
                        operation.name(),
                        operation.name(),
                        Arrays.stream(operation.parameters())
                                .map(type -> new MBeanParameterInfo("p", type.getName(), ""))
                                .toArray(MBeanParameterInfo[]::new),
                        operation.result().getName(),
                        MBeanOperationInfo.ACTION))
                .toArray(MBeanOperationInfo[]::new);
        return new MBeanInfo(
                getClass().getName(),
                getClass().getSimpleName(),
                attributeInfo,
                null,
                operationInfo,
                getNotificationInfo());
    }
}
