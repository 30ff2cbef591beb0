package io.zongji.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.testkit.TestSlee;
import io.zongji.slee.testkit.contract.RedeploymentContract;
import java.io.IOException;
import java.nio.file.Path;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.slee.ServiceID;
import javax.slee.management.DeployableUnitID;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.ResourceAdaptorID;
import org.junit.jupiter.api.AfterEach;

/** The packaged unit in the SLEE of the test kit. */
class RedeploymentTest implements RedeploymentContract {
    private final MBeanServer beans = MBeanServerFactory.newMBeanServer();
    private final TestSlee slee = new TestSlee(settings -> settings.mbeanServer(beans));
    private int port;

    @AfterEach
    void stop() {
        slee.close();
    }

    @Override
    public MBeanServer beans() {
        return beans;
    }

    @Override
    public String unit() {
        return Path.of(System.getProperty("example.unit")).toUri().toString();
    }

    @Override
    public ServiceID service() {
        return new ServiceID("EggTimer", "io.zongji.example", "1.0");
    }

    @Override
    public ResourceAdaptorID adaptor() {
        return new ResourceAdaptorID("LineOverTcp", "io.zongji.example", "1.0");
    }

    @Override
    public String link() {
        return "line";
    }

    @Override
    public ConfigProperties properties() {
        try {
            port = Guest.freePort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        ConfigProperties properties = new ConfigProperties();
        properties.addProperty(new ConfigProperties.Property("port", "java.lang.Integer", port));
        return properties;
    }

    @Override
    public void use() throws Exception {
        try (Guest guest = new Guest(port)) {
            assertThat(guest.ask("boil 180")).isEqualTo("egg 1 is in the water");
            assertThat(guest.ask("bye")).isNull();
        }
        slee.settle();
    }

    @Override
    public ClassLoader loaderOf(DeployableUnitID id) {
        return slee.container()
                .repository()
                .unit(id)
                .orElseThrow()
                .components()
                .get(0)
                .classLoader();
    }

    @Override
    public boolean isOfTheUnit(Thread thread) {
        return thread.getName().startsWith("line-");
    }
}
