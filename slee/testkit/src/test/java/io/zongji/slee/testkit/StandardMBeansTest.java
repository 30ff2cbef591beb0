package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.stub.StubResource;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.management.ObjectName;
import javax.slee.InvalidArgumentException;
import javax.slee.InvalidStateException;
import javax.slee.ServiceID;
import javax.slee.UnrecognizedServiceException;
import javax.slee.management.AlreadyDeployedException;
import javax.slee.management.DependencyException;
import javax.slee.management.DeployableUnitID;
import javax.slee.management.InvalidLinkNameBindingStateException;
import javax.slee.management.ManagementException;
import javax.slee.management.ResourceAdaptorEntityState;
import javax.slee.management.SbbDescriptor;
import javax.slee.management.ServiceManagementMBean;
import javax.slee.management.ServiceState;
import javax.slee.management.ServiceStateChangeNotification;
import javax.slee.management.SleeManagementMBean;
import javax.slee.management.SleeProviderFactory;
import javax.slee.management.SleeState;
import javax.slee.management.SleeStateChangeNotification;
import javax.slee.management.UnrecognizedDeployableUnitException;
import javax.slee.management.UnrecognizedResourceAdaptorEntityException;
import org.junit.jupiter.api.Test;

/** A SLEE managed through its standard MBeans, as a client of JSR 240 does it. */
class StandardMBeansTest extends ManagedSleeTest {
    private static final ServiceID PROBE = Probe.service("Probe");

    private Set<ObjectName> standardBeans() {
        return server.queryNames(name("javax.slee.*:*"), null);
    }

    // --- the SLEE ---

    @Test
    void beansAreThereUntilTheSleeIsClosed() throws Exception {
        assertThat(standardBeans())
                .contains(
                        management.getDeploymentMBean(),
                        management.getServiceManagementMBean(),
                        management.getResourceManagementMBean(),
                        name(SleeManagementMBean.OBJECT_NAME));

        management.stop();
        awaitStopped();
        management.shutdown();

        assertThat(standardBeans()).isEmpty();
    }

    @Test
    void stoppedSleeIsStartedAgain() throws Exception {
        services.activate(PROBE);

        management.stop();
        awaitStopped();
        management.start();

        assertThat(management.getState()).isEqualTo(SleeState.RUNNING);
        assertThat(services.getState(PROBE)).isEqualTo(ServiceState.ACTIVE);
        assertThat(resources.getState("stub")).isEqualTo(ResourceAdaptorEntityState.ACTIVE);
    }

    @Test
    void aListenerHearsWhatIsAskedThatCanChangeSomething() throws Exception {
        services.getServices(ServiceState.ACTIVE);
        resources.getConfigurationProperties("stub");

        services.activate(PROBE);
        assertThatThrownBy(() -> services.activate(PROBE)).isInstanceOf(InvalidStateException.class);
        assertThatThrownBy(() -> deployment.uninstall(new DeployableUnitID("none")))
                .isInstanceOf(UnrecognizedDeployableUnitException.class);
        resources.deactivateResourceAdaptorEntity("stub");

        assertThat(operations)
                .containsExactly(
                        "ServiceManagement activate [" + PROBE + "]",
                        "ServiceManagement activate [" + PROBE + "] InvalidStateException",
                        "Deployment uninstall [" + new DeployableUnitID("none")
                                + "] UnrecognizedDeployableUnitException",
                        "ResourceManagement deactivateResourceAdaptorEntity [stub]");
    }

    @Test
    void clientsFindTheManagementBeanByTheNameOfTheProvider() throws Exception {
        ObjectName found = SleeProviderFactory.getSleeProvider("io.zongji.slee.container.management.ZongjiSlee")
                .getSleeManagementMBean();

        assertThat(server.isRegistered(found)).isTrue();
    }

    @Test
    void aSecondSleeFindsNoRoomInTheServer() {
        Set<ObjectName> before = standardBeans();

        assertThatThrownBy(() -> new TestSlee(settings -> settings.mbeanServer(server)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(standardBeans()).isEqualTo(before);
    }

    @Test
    void runningSleeIsNotShutDown() {
        assertThatThrownBy(management::shutdown).isInstanceOf(InvalidStateException.class);
        assertThatThrownBy(management::start).isInstanceOf(InvalidStateException.class);
    }

    @Test
    void listenersHearOfTheStatesOfTheSlee() throws Exception {
        List<String> heard = new ArrayList<>();
        server.addNotificationListener(
                name(SleeManagementMBean.OBJECT_NAME),
                (notification, handback) -> {
                    SleeStateChangeNotification change = (SleeStateChangeNotification) notification;
                    heard.add(change.getType() + " " + change.getOldState() + "-" + change.getNewState() + " "
                            + change.getSource());
                },
                null,
                null);

        management.stop();

        awaitStopped();
        String type = SleeManagementMBean.SLEE_STATE_CHANGE_NOTIFICATION_TYPE;
        assertThat(heard)
                .containsExactly(
                        type + " Running-Stopping " + SleeManagementMBean.OBJECT_NAME,
                        type + " Stopping-Stopped " + SleeManagementMBean.OBJECT_NAME);
    }

    // --- deployment ---

    @Test
    void unitIsInstalledFromItsUrlAndDescribed() throws Exception {
        String url = unit("1.0");

        DeployableUnitID id = deployment.install(url);

        assertThat(id.getURL()).isEqualTo(url);
        assertThat(deployment.getDeployableUnit(url)).isEqualTo(id);
        assertThat(deployment.getDeployableUnits()).contains(id);
        assertThat(deployment.getDescriptor(id).getComponents())
                .containsExactly(ForeignUnit.sbb("1.0"), ForeignUnit.service("1.0"));
        assertThat(deployment.getSbbs(ForeignUnit.service("1.0"))).containsExactly(ForeignUnit.sbb("1.0"));
        assertThat(deployment.getServices()).contains(ForeignUnit.service("1.0"));
        SbbDescriptor sbb = (SbbDescriptor) deployment.getDescriptor(ForeignUnit.sbb("1.0"));
        assertThat(sbb.getEventTypes()).containsExactly(StubResource.ALPHA);
        assertThat(sbb.getDeployableUnit()).isEqualTo(id);
        assertThat(deployment.getReferringComponents(ForeignUnit.sbb("1.0")))
                .containsExactly(ForeignUnit.service("1.0"));
        assertThat(deployment.getReferringComponents(StubResource.ALPHA)).contains(ForeignUnit.sbb("1.0"));
    }

    @Test
    void everyInstalledComponentHasADescriptor() throws Exception {
        assertThat(deployment.getDescriptors(deployment.getSbbs())).doesNotContainNull();
        assertThat(deployment.getDescriptors(deployment.getEventTypes())).doesNotContainNull();
        assertThat(deployment.getDescriptors(deployment.getProfileSpecifications()))
                .doesNotContainNull();
        assertThat(deployment.getDescriptors(deployment.getResourceAdaptors())).hasSize(1);
        assertThat(deployment.getDescriptors(deployment.getResourceAdaptorTypes()))
                .hasSize(1);
        assertThat(deployment.getDescriptors(new ServiceID[] {PROBE, ForeignUnit.service("9")}))
                .satisfiesExactly(known -> assertThat(known.getID()).isEqualTo(PROBE), unknown -> assertThat(unknown)
                        .isNull());
    }

    @Test
    void unitIsInstalledOnce() throws Exception {
        String url = unit("1.0");
        deployment.install(url);

        assertThatThrownBy(() -> deployment.install(url)).isInstanceOf(AlreadyDeployedException.class);
    }

    @Test
    void unitThatOthersReferToStays() throws Exception {
        DeployableUnitID probes = deployment.getDeployableUnits()[0];
        deployment.install(unit("1.0"));
        resources.deactivateResourceAdaptorEntity("stub");
        resources.unbindLinkName("stub");
        resources.removeResourceAdaptorEntity("stub");

        assertThatThrownBy(() -> deployment.uninstall(probes)).isInstanceOf(DependencyException.class);

        assertThat(deployment.isInstalled(probes)).isTrue();
        assertThat(deployment.isInstalled(StubResource.ALPHA)).isTrue();
    }

    @Test
    void tenRoundsLeaveNoLoaderThreadOrBeanBehind() throws Exception {
        Set<Thread> threads = Thread.getAllStackTraces().keySet();
        Set<ObjectName> beans = standardBeans();
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();

        for (int round = 0; round < 10; round++) {
            loaders.add(installUseAndUninstall("round" + round));
        }

        for (int i = 0; i < 50 && loaders.stream().anyMatch(loader -> loader.get() != null); i++) {
            System.gc();
            Thread.sleep(5);
        }
        assertThat(loaders).hasSize(10).allMatch(loader -> loader.get() == null);
        assertThat(Probe.about("Foreign Alpha")).hasSize(10);
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !thread.getName().startsWith("test-slee-router"))
                .isSubsetOf(threads);
        assertThat(standardBeans()).isEqualTo(beans);
    }

    private WeakReference<ClassLoader> installUseAndUninstall(String activity) throws Exception {
        DeployableUnitID id = deployment.install(unit("1.0"));
        services.activate(ForeignUnit.service("1.0"));
        start(activity);
        alpha(activity, nothing());
        services.getServiceUsageMBean(ForeignUnit.service("1.0"));
        services.deactivate(ForeignUnit.service("1.0"));
        assertThat(services.getState(ForeignUnit.service("1.0"))).isEqualTo(ServiceState.STOPPING);
        assertThatThrownBy(() -> deployment.uninstall(id)).isInstanceOf(InvalidStateException.class);
        end(activity);
        WeakReference<ClassLoader> loader = new WeakReference<>(slee.container()
                .repository()
                .find(ForeignUnit.sbb("1.0"))
                .orElseThrow()
                .classLoader());
        deployment.uninstall(id);
        return loader;
    }

    @Test
    void whatIsNotInstalledIsNamedInTheRefusal() {
        DeployableUnitID unknown = new DeployableUnitID("file:/nowhere");

        assertThatThrownBy(() -> deployment.uninstall(unknown))
                .isInstanceOf(UnrecognizedDeployableUnitException.class)
                .hasMessageContaining("file:/nowhere");
        assertThat(deploymentSays(unknown)).isFalse();
        assertThatThrownBy(() -> services.activate(ForeignUnit.service("1.0")))
                .isInstanceOf(UnrecognizedServiceException.class)
                .hasMessageContaining("Foreign");
        assertThatThrownBy(() -> resources.getState("nobody"))
                .isInstanceOf(UnrecognizedResourceAdaptorEntityException.class);
    }

    private boolean deploymentSays(DeployableUnitID id) {
        try {
            return deployment.isInstalled(id);
        } catch (ManagementException e) {
            throw new AssertionError(e);
        }
    }

    // --- services ---

    @Test
    void runningCallsFinishOnTheOldVersionWhileNewOnesUseTheNew() throws Exception {
        DeployableUnitID old = deployment.install(unit("1.0"));
        services.activate(ForeignUnit.service("1.0"));
        start("old");
        alpha("old", nothing());
        deployment.install(unit("2.0"));

        services.deactivateAndActivate(ForeignUnit.service("1.0"), ForeignUnit.service("2.0"));
        start("new");
        alpha("new", nothing());
        alpha("old", nothing());

        assertThat(foreignEntities("1.0")).isEqualTo(1);
        assertThat(foreignEntities("2.0")).isEqualTo(2);
        assertThat(services.getServices(ServiceState.STOPPING)).containsExactly(ForeignUnit.service("1.0"));
        assertThat(services.getServices(ServiceState.ACTIVE)).containsExactly(ForeignUnit.service("2.0"));

        end("old");
        assertThat(services.getState(ForeignUnit.service("1.0"))).isEqualTo(ServiceState.INACTIVE);
        deployment.uninstall(old);
        assertThat(foreignEntities("2.0")).isEqualTo(1);
    }

    private int foreignEntities(String version) {
        return slee.statistics().entities().get(ForeignUnit.sbb(version));
    }

    @Test
    void severalServicesChangeTogetherOrNotAtAll() throws Exception {
        ServiceID high = Probe.service("High");
        services.activate(high);

        assertThatThrownBy(() -> services.activate(new ServiceID[] {PROBE, high}))
                .isInstanceOf(InvalidStateException.class);

        assertThat(services.getState(PROBE)).isEqualTo(ServiceState.INACTIVE);
        assertThatThrownBy(() -> services.deactivateAndActivate(high, high))
                .isInstanceOf(InvalidArgumentException.class);
        assertThat(services.getState(high)).isEqualTo(ServiceState.ACTIVE);
    }

    @Test
    void listenersHearOfTheStatesOfServices() throws Exception {
        List<String> heard = new ArrayList<>();
        server.addNotificationListener(
                name(ServiceManagementMBean.OBJECT_NAME),
                (notification, handback) -> {
                    ServiceStateChangeNotification change = (ServiceStateChangeNotification) notification;
                    heard.add(change.getService().getName() + " " + change.getNewState());
                },
                null,
                null);

        services.activate(PROBE);
        start("a");
        alpha("a", nothing());
        services.deactivate(PROBE);
        end("a");

        assertThat(heard).containsExactly("Probe Active", "Probe Stopping", "Probe Inactive");
    }

    @Test
    void serviceWhoseLinkIsNotBoundIsNotActivated() throws Exception {
        resources.unbindLinkName("stub");

        assertThatThrownBy(() -> services.activate(PROBE))
                .isInstanceOf(InvalidLinkNameBindingStateException.class)
                .hasMessageContaining("stub");
    }
}
