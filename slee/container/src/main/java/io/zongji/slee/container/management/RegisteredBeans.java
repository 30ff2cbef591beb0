package io.zongji.slee.container.management;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.slee.management.ManagementException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The MBeans of one SLEE in its MBean server: all of them are gone after {@link #close}. Safe for all threads. */
public final class RegisteredBeans implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RegisteredBeans.class);

    private final MBeanServer server;
    private final Set<ObjectName> names = ConcurrentHashMap.newKeySet();

    public RegisteredBeans(MBeanServer server) {
        this.server = requireNonNull(server, "server");
    }

    /**
     * Registers an MBean under a name.
     *
     * @throws ManagementException an MBean of this name is there, or it is no MBean
     */
    public ObjectName register(Object bean, String name) throws ManagementException {
        try {
            ObjectName registered = server.registerMBean(bean, name(name)).getObjectName();
            names.add(registered);
            return registered;
        } catch (JMException e) {
            throw new ManagementException("Cannot register " + name + ": " + e.getMessage(), e);
        }
    }

    /** Takes an MBean out; nothing happens if it is not there. */
    public void unregister(ObjectName name) {
        if (!names.remove(name)) {
            return;
        }
        try {
            server.unregisterMBean(name);
        } catch (InstanceNotFoundException e) {
            log.debug("{} was gone already", name, e);
        } catch (JMException e) {
            log.warn("Cannot unregister {}: {}", name, e.toString());
        }
    }

    @Override
    public void close() {
        names.forEach(this::unregister);
    }

    static ObjectName name(String name) {
        try {
            return new ObjectName(name);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException("no object name: " + name, e);
        }
    }
}
