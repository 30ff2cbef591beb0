package io.zongji.ear;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.server.Startup;
import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.Statistics;
import io.zongji.slee.container.deploy.DeployableUnitSource;
import io.zongji.slee.container.resource.EntityState;
import io.zongji.slee.testkit.TestSlee;
import io.zongji.slee.testkit.contract.Invariants;
import io.zongji.slee.testkit.contract.RedeploymentContract;
import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.stub.StubResource;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import javax.management.MBeanServer;
import javax.naming.InitialContext;
import javax.slee.ServiceID;
import javax.slee.management.DeployableUnitID;
import javax.slee.management.ServiceState;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.ResourceAdaptorID;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The SLEE that takes the calls, in the server, obeys every rule: the first test installs the probe unit beside the
 * call centre's services, and each has an RA entity of its own.
 */
@ArquillianTest
class SleeContractIT implements Invariants, RedeploymentContract {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private SleeContainer slee;
    private Statistics before;
    private List<ServiceID> ofTheCallCentre;
    private StubResource stub;
    private int guestPort;

    @Deployment(name = "archive", order = 1, testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    /** Without a name, so that the tests, which know of no deployments, run in this one. */
    @Deployment(order = 2)
    static Archive<?> inside() throws URISyntaxException {
        return DeployedArchive.inside(SleeContractIT.class)
                .addAsLibraries(jarOf(Invariants.class), jarOf(Assertions.class))
                .addAsResource(new File(System.getProperty("zongji.example")), "egg-timer.jar");
    }

    private static File jarOf(Class<?> type) throws URISyntaxException {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    @BeforeEach
    void installTheProbes() throws Exception {
        Probe.reset();
        Startup startup = InitialContext.doLookup("java:global/zongji/zongji-server/Startup");
        slee = startup.callCentre().slee();
        ofTheCallCentre = slee.servicesInState(ServiceState.ACTIVE);
        before = slee.statistics();
        ClassLoader loader = Probe.class.getClassLoader();
        if (slee.repository().find(StubResource.RESOURCE_ADAPTOR).isEmpty()) {
            slee.install(
                    DeployableUnitSource.onClassPath(TestSlee.unitRoot(loader, "io/zongji/slee/testkit/unit"), loader));
        }
        slee.createResourceAdaptorEntity(StubResource.RESOURCE_ADAPTOR, "stub", new ConfigProperties());
        slee.bindLinkName("stub", "stub");
        slee.activateResourceAdaptorEntity("stub");
        stub = (StubResource) slee.resourceAdaptorInterface(StubResource.TYPE, "stub");
    }

    @AfterEach
    void takeTheProbesOut() throws Exception {
        List<Throwable> failed = Probe.failedAssertions();
        Probe.reset();
        for (ServiceID service : slee.servicesInState(ServiceState.ACTIVE)) {
            if (service.getVendor().equals(Probe.VENDOR)) {
                slee.deactivateService(service);
            }
        }
        if (slee.resourceAdaptorEntityState("stub") == EntityState.ACTIVE) {
            slee.deactivateResourceAdaptorEntity("stub");
        }
        stub.endAll();
        await(() -> slee.servicesInState(ServiceState.STOPPING).isEmpty());
        await(() -> slee.resourceAdaptorEntityState("stub") == EntityState.INACTIVE);
        slee.unbindLinkName("stub");
        slee.removeResourceAdaptorEntity("stub");
        assertThat(failed).as("assertions that failed inside SBBs").isEmpty();
        assertThat(slee.servicesInState(ServiceState.ACTIVE)).hasSameElementsAs(ofTheCallCentre);
        assertThat(slee.startFailures()).isEmpty();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(1);
        }
    }

    @Override
    public SleeContainer container() {
        return slee;
    }

    @Override
    public StubResource stub() {
        return stub;
    }

    @Override
    public Statistics before() {
        return before;
    }

    @Override
    public void settle() {
        try {
            await(slee::isQuiet);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void advance(Duration by) {
        try {
            Thread.sleep(by.toMillis());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        settle();
    }

    @Override
    public long now() {
        return System.currentTimeMillis();
    }

    // --- the unit that is deployed again and again ---

    @Override
    public MBeanServer beans() {
        return ManagementFactory.getPlatformMBeanServer();
    }

    @Override
    public String unit() {
        return getClass().getResource("/egg-timer.jar").toString();
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
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            guestPort = free.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        ConfigProperties properties = new ConfigProperties();
        properties.addProperty(new ConfigProperties.Property("port", "java.lang.Integer", guestPort));
        return properties;
    }

    @Override
    public void use() throws IOException {
        try (Socket guest = new Socket(InetAddress.getLoopbackAddress(), guestPort)) {
            guest.setSoTimeout((int) PATIENCE.toMillis());
            guest.getOutputStream().write("boil 180\nbye\n".getBytes(StandardCharsets.UTF_8));
            String heard = new String(guest.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(heard.strip()).isEqualTo("egg 1 is in the water");
        }
        settle();
    }

    @Override
    public ClassLoader loaderOf(DeployableUnitID id) {
        return slee.repository().unit(id).orElseThrow().components().get(0).classLoader();
    }

    @Override
    public boolean isOfTheUnit(Thread thread) {
        return thread.getName().startsWith("line-");
    }
}
