package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.stub.StubResource;
import java.net.MalformedURLException;
import java.util.Set;
import java.util.stream.Stream;
import javax.slee.InvalidArgumentException;
import javax.slee.InvalidStateException;
import javax.slee.SbbID;
import javax.slee.ServiceID;
import javax.slee.UnrecognizedComponentException;
import javax.slee.UnrecognizedServiceException;
import javax.slee.management.AlreadyDeployedException;
import javax.slee.management.DependencyException;
import javax.slee.management.DeployableUnitID;
import javax.slee.management.DeploymentException;
import javax.slee.management.InvalidLinkNameBindingStateException;
import javax.slee.management.LinkNameAlreadyBoundException;
import javax.slee.management.ResourceAdaptorEntityAlreadyExistsException;
import javax.slee.management.ServiceState;
import javax.slee.management.UnrecognizedDeployableUnitException;
import javax.slee.management.UnrecognizedLinkNameException;
import javax.slee.management.UnrecognizedResourceAdaptorEntityException;
import javax.slee.management.UnrecognizedResourceAdaptorException;
import javax.slee.management.UnrecognizedSubsystemException;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.ConfigProperties.Property;
import javax.slee.resource.InvalidConfigurationException;
import javax.slee.resource.ResourceAdaptorID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every exception the standard MBeans declare, thrown for its reason. Before each: the service Probe is active and uses
 * the link "stub", the services High and Foreign are not active, RA entity "spare" is inactive and has no link.
 */
class RefusalsTest extends ManagedSleeTest {
    private static final ServiceID ACTIVE = Probe.service("Probe");
    private static final ServiceID INACTIVE = Probe.service("High");
    private static final ServiceID NO_SERVICE = Probe.service("Nobody");
    private static final ResourceAdaptorID NO_ADAPTOR = new ResourceAdaptorID("Nobody", "io.zongji", "1.0");
    private static final DeployableUnitID NO_UNIT = new DeployableUnitID("file:/nowhere");
    private static final SbbID NO_SBB = Probe.sbb("Nobody");

    private String foreign;

    @BeforeEach
    void setUp() throws Exception {
        foreign = unit("1.0");
        deployment.install(foreign);
        services.activate(ACTIVE);
        resources.createResourceAdaptorEntity(StubResource.RESOURCE_ADAPTOR, "spare", new ConfigProperties());
    }

    private interface Attempt {
        void in(RefusalsTest slee) throws Exception;
    }

    private record Refusal(String what, Class<? extends Throwable> expected, Attempt attempt) {
        @Override
        public String toString() {
            return what + ": " + expected.getSimpleName();
        }
    }

    private static Refusal refusal(String what, Class<? extends Throwable> expected, Attempt attempt) {
        return new Refusal(what, expected, attempt);
    }

    private DeployableUnitID probes() throws Exception {
        return deployment.getDeployableUnits()[0];
    }

    private static ConfigProperties with(String name, Object value) {
        return new ConfigProperties(
                new Property[] {new Property(name, value.getClass().getName(), value)});
    }

    private static ServiceID[] several(ServiceID... ids) {
        return ids;
    }

    static Stream<Refusal> ofDeployment() {
        return Stream.of(
                refusal("install nothing", NullPointerException.class, t -> t.deployment.install(null)),
                refusal("no URL", MalformedURLException.class, t -> t.deployment.install("nonsense")),
                refusal("no absolute URL", MalformedURLException.class, t -> t.deployment.install("file:a b.jar")),
                refusal("no file", DeploymentException.class, t -> t.deployment.install("file:/nowhere.jar")),
                refusal("installed", AlreadyDeployedException.class, t -> t.deployment.install(t.foreign)),
                refusal("same components", DeploymentException.class, t -> t.deployment.install(t.sameAgain())),
                refusal("no unit", UnrecognizedDeployableUnitException.class, t -> t.deployment.uninstall(NO_UNIT)),
                refusal("active service", InvalidStateException.class, t -> t.deployment.uninstall(t.probes())),
                refusal("referred to", DependencyException.class, RefusalsTest::uninstallReferred),
                refusal(
                        "unit of no URL",
                        UnrecognizedDeployableUnitException.class,
                        t -> t.deployment.getDeployableUnit("file:/nowhere")),
                refusal(
                        "describe no unit",
                        UnrecognizedDeployableUnitException.class,
                        t -> t.deployment.getDescriptor(NO_UNIT)),
                refusal(
                        "SBBs of no service",
                        UnrecognizedServiceException.class,
                        t -> t.deployment.getSbbs(NO_SERVICE)),
                refusal(
                        "describe no component",
                        UnrecognizedComponentException.class,
                        t -> t.deployment.getDescriptor(NO_SBB)),
                refusal(
                        "referring to no component",
                        UnrecognizedComponentException.class,
                        t -> t.deployment.getReferringComponents(NO_SBB)),
                refusal(
                        "is nothing installed",
                        NullPointerException.class,
                        t -> t.deployment.isInstalled((SbbID) null)));
    }

    private String sameAgain() throws Exception {
        return ForeignUnit.write(directory.resolve("same.jar"), "1.0").toUri().toString();
    }

    private void uninstallReferred() throws Exception {
        services.deactivate(ACTIVE);
        slee.settle();
        resources.deactivateResourceAdaptorEntity("stub");
        resources.unbindLinkName("stub");
        resources.removeResourceAdaptorEntity("stub");
        resources.removeResourceAdaptorEntity("spare");
        deployment.uninstall(probes());
    }

    static Stream<Refusal> ofServices() {
        return Stream.of(
                refusal("state", UnrecognizedServiceException.class, t -> t.services.getState(NO_SERVICE)),
                refusal("activate nothing", NullPointerException.class, t -> t.services.activate((ServiceID) null)),
                refusal("activate", UnrecognizedServiceException.class, t -> t.services.activate(NO_SERVICE)),
                refusal("activate active", InvalidStateException.class, t -> t.services.activate(ACTIVE)),
                refusal("no link", InvalidLinkNameBindingStateException.class, RefusalsTest::activateWithoutLink),
                refusal("activate none", InvalidArgumentException.class, t -> t.services.activate(several())),
                refusal(
                        "activate one twice",
                        InvalidArgumentException.class,
                        t -> t.services.activate(several(INACTIVE, INACTIVE))),
                refusal(
                        "activate one of nobody",
                        UnrecognizedServiceException.class,
                        t -> t.services.activate(several(INACTIVE, NO_SERVICE))),
                refusal(
                        "activate several active",
                        InvalidStateException.class,
                        t -> t.services.activate(several(INACTIVE, ACTIVE))),
                refusal("deactivate", UnrecognizedServiceException.class, t -> t.services.deactivate(NO_SERVICE)),
                refusal("deactivate inactive", InvalidStateException.class, t -> t.services.deactivate(INACTIVE)),
                refusal("deactivate none", InvalidArgumentException.class, t -> t.services.deactivate(several())),
                refusal(
                        "deactivate several inactive",
                        InvalidStateException.class,
                        t -> t.services.deactivate(several(ACTIVE, INACTIVE))),
                refusal(
                        "exchange for itself",
                        InvalidArgumentException.class,
                        t -> t.services.deactivateAndActivate(ACTIVE, ACTIVE)),
                refusal(
                        "exchange inactive",
                        InvalidStateException.class,
                        t -> t.services.deactivateAndActivate(INACTIVE, ForeignUnit.service("1.0"))),
                refusal(
                        "exchange for nobody",
                        UnrecognizedServiceException.class,
                        t -> t.services.deactivateAndActivate(ACTIVE, NO_SERVICE)),
                refusal(
                        "usage of nobody",
                        UnrecognizedServiceException.class,
                        t -> t.services.getServiceUsageMBean(NO_SERVICE)));
    }

    private void activateWithoutLink() throws Exception {
        services.deactivate(ACTIVE);
        slee.settle();
        resources.unbindLinkName("stub");
        services.activate(ACTIVE);
    }

    static Stream<Refusal> ofEntities() {
        ConfigProperties none = new ConfigProperties();
        ResourceAdaptorID stub = StubResource.RESOURCE_ADAPTOR;
        Class<? extends Throwable> nobody = UnrecognizedResourceAdaptorEntityException.class;
        return Stream.of(
                refusal(
                        "properties of no RA",
                        UnrecognizedResourceAdaptorException.class,
                        t -> t.resources.getConfigurationProperties(NO_ADAPTOR)),
                refusal("properties", nobody, t -> t.resources.getConfigurationProperties("nobody")),
                refusal(
                        "create of no RA",
                        UnrecognizedResourceAdaptorException.class,
                        t -> t.resources.createResourceAdaptorEntity(NO_ADAPTOR, "new", none)),
                refusal(
                        "create again",
                        ResourceAdaptorEntityAlreadyExistsException.class,
                        t -> t.resources.createResourceAdaptorEntity(stub, "spare", none)),
                refusal(
                        "create without name",
                        InvalidArgumentException.class,
                        t -> t.resources.createResourceAdaptorEntity(stub, "", none)),
                refusal(
                        "create with unknown property",
                        InvalidConfigurationException.class,
                        t -> t.resources.createResourceAdaptorEntity(stub, "new", with("colour", "red"))),
                refusal(
                        "create with wrong type",
                        InvalidConfigurationException.class,
                        t -> t.resources.createResourceAdaptorEntity(stub, "new", with("greeting", 7))),
                refusal(
                        "create without properties",
                        NullPointerException.class,
                        t -> t.resources.createResourceAdaptorEntity(stub, "new", null)));
    }

    static Stream<Refusal> ofExistingEntities() {
        ConfigProperties none = new ConfigProperties();
        Class<? extends Throwable> nobody = UnrecognizedResourceAdaptorEntityException.class;
        return Stream.of(
                refusal("remove", nobody, t -> t.resources.removeResourceAdaptorEntity("nobody")),
                refusal(
                        "remove linked",
                        DependencyException.class,
                        t -> t.resources.removeResourceAdaptorEntity("stub")),
                refusal("remove active", InvalidStateException.class, t -> {
                    t.resources.activateResourceAdaptorEntity("spare");
                    t.resources.removeResourceAdaptorEntity("spare");
                }),
                refusal("update", nobody, t -> t.resources.updateConfigurationProperties("nobody", none)),
                refusal(
                        "update active",
                        InvalidStateException.class,
                        t -> t.resources.updateConfigurationProperties("stub", none)),
                refusal(
                        "update unknown property",
                        InvalidConfigurationException.class,
                        t -> t.resources.updateConfigurationProperties("spare", with("colour", "red"))),
                refusal("RA of entity", nobody, t -> t.resources.getResourceAdaptor("nobody")),
                refusal("activate", nobody, t -> t.resources.activateResourceAdaptorEntity("nobody")),
                refusal(
                        "activate active",
                        InvalidStateException.class,
                        t -> t.resources.activateResourceAdaptorEntity("stub")),
                refusal("deactivate", nobody, t -> t.resources.deactivateResourceAdaptorEntity("nobody")),
                refusal(
                        "deactivate inactive",
                        InvalidStateException.class,
                        t -> t.resources.deactivateResourceAdaptorEntity("spare")),
                refusal("state", nobody, t -> t.resources.getState("nobody")),
                refusal(
                        "entities of no RA",
                        UnrecognizedResourceAdaptorException.class,
                        t -> t.resources.getResourceAdaptorEntities(NO_ADAPTOR)),
                refusal("usage", nobody, t -> t.resources.getResourceUsageMBean("nobody")),
                refusal(
                        "usage without parameters",
                        InvalidArgumentException.class,
                        t -> t.resources.getResourceUsageMBean("spare")));
    }

    static Stream<Refusal> ofLinks() {
        Class<? extends Throwable> unbound = UnrecognizedLinkNameException.class;
        Class<? extends Throwable> nobody = UnrecognizedResourceAdaptorEntityException.class;
        return Stream.of(
                refusal("bind nobody", nobody, t -> t.resources.bindLinkName("nobody", "link")),
                refusal("bind no name", InvalidArgumentException.class, t -> t.resources.bindLinkName("spare", "")),
                refusal(
                        "bind again",
                        LinkNameAlreadyBoundException.class,
                        t -> t.resources.bindLinkName("spare", "stub")),
                refusal("unbind", unbound, t -> t.resources.unbindLinkName("nothing")),
                refusal("unbind used", DependencyException.class, t -> t.resources.unbindLinkName("stub")),
                refusal("links of nobody", nobody, t -> t.resources.getLinkNames("nobody")),
                refusal("SBBs of no link", unbound, t -> t.resources.getBoundSbbs("nothing")),
                refusal("entity of no link", unbound, t -> t.resources.getResourceAdaptorEntity("nothing")),
                refusal(
                        "no subsystem",
                        UnrecognizedSubsystemException.class,
                        t -> t.management.getUsageParameterSets("nothing")));
    }

    @ParameterizedTest
    @MethodSource({"ofDeployment", "ofServices", "ofEntities", "ofExistingEntities", "ofLinks"})
    void refusalHasItsReasonAndChangesNothing(Refusal refusal) throws Exception {
        Set<String> activities = slee.statistics().activities().keySet();

        assertThatThrownBy(() -> refusal.attempt().in(this)).isInstanceOf(refusal.expected());

        assertThat(services.getState(INACTIVE)).isEqualTo(ServiceState.INACTIVE);
        assertThat(resources.getLinkNames()).isSubsetOf("stub");
        assertThat(slee.container().resourceAdaptorEntity("new")).isEmpty();
        assertThat(activities).containsAll(slee.statistics().activities().keySet());
    }

    @Test
    void linkIsFreeWhenTheLastEntityOfItsServiceIsGone() throws Exception {
        start("a");
        alpha("a", nothing());
        services.deactivate(ACTIVE);
        slee.settle();
        assertThatThrownBy(() -> resources.unbindLinkName("stub"))
                .isInstanceOf(DependencyException.class)
                .hasMessageContaining("Probe");

        end("a");
        resources.unbindLinkName("stub");

        assertThat(resources.getLinkNames()).isEmpty();
    }

    @Test
    void propertiesOfAnEntityAreACopy() throws Exception {
        resources.getConfigurationProperties("spare").getProperty("greeting").setValue("changed");

        assertThat(slee.container()
                        .resourceAdaptorEntity("spare")
                        .orElseThrow()
                        .properties()
                        .getProperty("greeting")
                        .getValue())
                .isNotEqualTo("changed");
    }
}
