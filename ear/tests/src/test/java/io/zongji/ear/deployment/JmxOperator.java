package io.zongji.ear.deployment;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.management.JMX;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import javax.slee.ServiceID;
import javax.slee.management.DeployableUnitID;
import javax.slee.management.DeploymentMBean;
import javax.slee.management.ResourceManagementMBean;
import javax.slee.management.ServiceManagementMBean;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.ResourceAdaptorID;

/** With the standard MBeans, through the server's management interface. */
final class JmxOperator implements Operator, AutoCloseable {
    private static final ResourceAdaptorID ADAPTOR = new ResourceAdaptorID("LineOverTcp", "io.zongji.example", "1.0");

    private final JMXConnector connector;
    private final MBeanServerConnection server;
    private final DeploymentMBean deployment;
    private final ServiceManagementMBean services;
    private final ResourceManagementMBean resources;
    private final Map<Path, DeployableUnitID> units = new HashMap<>();

    JmxOperator() throws IOException, MalformedObjectNameException {
        connector = JMXConnectorFactory.connect(new JMXServiceURL(
                "service:jmx:remote+http://127.0.0.1:" + System.getProperty("server.management-port")));
        server = connector.getMBeanServerConnection();
        deployment = JMX.newMBeanProxy(server, new ObjectName(DeploymentMBean.OBJECT_NAME), DeploymentMBean.class);
        services = JMX.newMBeanProxy(
                server, new ObjectName(ServiceManagementMBean.OBJECT_NAME), ServiceManagementMBean.class);
        resources = JMX.newMBeanProxy(
                server, new ObjectName(ResourceManagementMBean.OBJECT_NAME), ResourceManagementMBean.class);
    }

    MBeanServerConnection server() {
        return server;
    }

    DeploymentMBean deployment() {
        return deployment;
    }

    @Override
    public void install(Path unit) throws Exception {
        units.put(unit, deployment.install(unit.toAbsolutePath().toUri().toString()));
    }

    @Override
    public void setUpLine(int port) throws Exception {
        ConfigProperties properties = new ConfigProperties();
        properties.addProperty(new ConfigProperties.Property("port", "java.lang.Integer", port));
        resources.createResourceAdaptorEntity(ADAPTOR, "line", properties);
        resources.bindLinkName("line", "line");
        resources.activateResourceAdaptorEntity("line");
    }

    @Override
    public void activate(String version) throws Exception {
        services.activate(service(version));
    }

    @Override
    public void exchange(String old, String by) throws Exception {
        services.deactivateAndActivate(service(old), service(by));
    }

    @Override
    public void deactivate(String version) throws Exception {
        services.deactivate(service(version));
    }

    @Override
    public boolean isInactive(String version) throws Exception {
        return services.getState(service(version)).isInactive();
    }

    @Override
    public void removeLine() throws Exception {
        resources.deactivateResourceAdaptorEntity("line");
        await("no more connections")
                .atMost(Duration.ofSeconds(20))
                .until(() -> resources.getState("line").isInactive());
        resources.unbindLinkName("line");
        resources.removeResourceAdaptorEntity("line");
    }

    @Override
    public void uninstall(Path unit) throws Exception {
        deployment.uninstall(units.remove(unit));
    }

    private static ServiceID service(String version) {
        return new ServiceID("EggTimer", "io.zongji.example", version);
    }

    /** How many objects of a class there are in the server after a collection of its garbage. */
    long instances(String className) throws Exception {
        String histogram = (String) server.invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
        return histogram
                .lines()
                .map(line -> line.trim().split("\\s+"))
                .filter(words -> Arrays.asList(words).contains(className))
                .mapToLong(words -> Long.parseLong(words[1]))
                .sum();
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
