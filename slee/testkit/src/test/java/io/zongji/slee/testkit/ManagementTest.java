package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.StartFailure;
import io.zongji.slee.container.deploy.DeployableUnitSource;
import io.zongji.slee.container.deploy.InstalledUnit;
import io.zongji.slee.container.naming.ThreadNaming;
import io.zongji.slee.container.resource.EntityState;
import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import java.net.URL;
import java.time.Duration;
import javax.slee.InvalidArgumentException;
import javax.slee.InvalidStateException;
import javax.slee.facilities.AlarmFacility;
import javax.slee.facilities.AlarmLevel;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.ConfigProperties.Property;
import javax.slee.resource.InvalidConfigurationException;
import org.junit.jupiter.api.Test;

/** Installing, configuring, starting and stopping. */
class ManagementTest extends ProbeTest {
    private static final ClassLoader LOADER = Probe.class.getClassLoader();

    private static URL unit() {
        return TestSlee.unitRoot(LOADER, "io/zongji/slee/testkit/unit");
    }

    private static SleeContainer stoppedSlee() {
        return SleeContainer.builder()
                .naming(ThreadNaming.install())
                .drainTime(Duration.ZERO)
                .build();
    }

    @Test
    void whatIsActivatedBeforeTheStartBecomesActiveWithIt() throws Exception {
        SleeContainer container = stoppedSlee();
        container.install(DeployableUnitSource.onClassPath(unit(), LOADER));
        container.createResourceAdaptorEntity(StubResource.RESOURCE_ADAPTOR, "stub", new ConfigProperties());
        container.bindLinkName("stub", "stub");
        container.activateService(Probe.service("Probe"));
        container.activateResourceAdaptorEntity("stub");
        StubResource resource = (StubResource) container.resourceAdaptorInterface(StubResource.TYPE, "stub");
        assertThat(resource.callbacks()).doesNotContain("raActive");

        container.start();

        assertThat(resource.callbacks()).endsWith("raActive", "serviceActive Probe");
        assertThat(container.isServiceActive(Probe.service("Probe"))).isTrue();
        container.stop();
        assertThat(resource.callbacks())
                .containsSubsequence("serviceStopping Probe", "raStopping", "raInactive")
                .endsWith("raInactive");
    }

    @Test
    void unitCanBeTakenOutAndInstalledAgain() throws Exception {
        services("Probe");
        start("a");
        alpha("a", nothing());
        InstalledUnit unit = slee.container().repository().units().get(0);
        assertThatThrownBy(() -> slee.container().uninstall(unit.id())).isInstanceOf(InvalidStateException.class);

        end("a");
        slee.deactivate(Probe.service("Probe"));
        slee.container().deactivateResourceAdaptorEntity("stub");
        slee.container().unbindLinkName("stub");
        slee.container().removeResourceAdaptorEntity("stub");
        slee.container().uninstall(unit.id());
        assertThat(slee.container().repository().units()).isEmpty();

        slee.install(unit(), LOADER);
        slee.resourceAdaptor(StubResource.RESOURCE_ADAPTOR, "stub", new ConfigProperties());
        stub = (StubResource) slee.container().resourceAdaptorInterface(StubResource.TYPE, "stub");
        services("Probe");
        start("a");
        alpha("a", nothing());
        assertThat(Probe.about("Root Alpha")).hasSize(2);
    }

    @Test
    void serviceNeedsTheLinksItNames() throws Exception {
        slee.container().unbindLinkName("stub");

        assertThatThrownBy(() -> slee.container().activateService(Probe.service("Probe")))
                .isInstanceOf(InvalidStateException.class)
                .hasMessageContaining("stub");
    }

    @Test
    void configurationIsCompletedAndChecked() {
        ConfigProperties unknown = new ConfigProperties();
        unknown.addProperty(new Property("colour", "java.lang.String", "red"));

        assertThatThrownBy(() ->
                        slee.container().createResourceAdaptorEntity(StubResource.RESOURCE_ADAPTOR, "second", unknown))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> slee.container()
                        .createResourceAdaptorEntity(StubResource.RESOURCE_ADAPTOR, "stub", new ConfigProperties()))
                .isInstanceOf(InvalidArgumentException.class);
    }

    @Test
    void activeEntityIsNotReconfiguredUnlessTheRaSupportsIt() throws Exception {
        ConfigProperties other = new ConfigProperties();
        other.addProperty(new Property("greeting", "java.lang.String", "good day"));
        assertThatThrownBy(() -> slee.container().updateConfigurationProperties("stub", other))
                .isInstanceOf(InvalidStateException.class);

        slee.container().deactivateResourceAdaptorEntity("stub");
        slee.container().updateConfigurationProperties("stub", other);

        assertThat(stub.callbacks()).endsWith("raVerifyConfiguration", "raConfigurationUpdate");
    }

    @Test
    void entityStatesFollowTheirOrder() throws Exception {
        SleeContainer container = slee.container();
        assertThatThrownBy(() -> container.activateResourceAdaptorEntity("stub"))
                .isInstanceOf(InvalidStateException.class);
        assertThatThrownBy(() -> container.removeResourceAdaptorEntity("stub"))
                .isInstanceOf(InvalidStateException.class);

        container.deactivateResourceAdaptorEntity("stub");
        assertThat(container.resourceAdaptorEntityState("stub")).isEqualTo(EntityState.INACTIVE);
        container.activateResourceAdaptorEntity("stub");

        assertThat(container.resourceAdaptorEntityState("stub")).isEqualTo(EntityState.ACTIVE);
    }

    @Test
    void stopEndsWhatIsLeftWithItsEvents() {
        services("Probe");
        start("a");
        alpha("a", (sbb, aci, event) -> event.suspendDelivery());

        slee.close();

        assertThat(Probe.handlers()).containsExactly("Root Alpha", "Root End");
        assertThat(slee.statistics().entityCount()).isZero();
    }

    @Test
    void raStaysReachableUntilTheLastEntityIsGone() {
        services("Probe");
        start("a");
        alpha("a", in("Root", (sbb, aci, event) -> {
            sbb.contextOf(sbb.nullActivity()).attach(sbb.self());
            aci.detach(sbb.self());
        }));
        end("a");
        assertThat(entities("Root")).isEqualTo(1);
        Probe.when("sbbRemove", (sbb, aci, event) -> {
            assertThat(sbb.resource().callbacks()).contains("raStopping").doesNotContain("raInactive");
            Probe.note("RA reached");
        });

        slee.close();

        assertThat(Probe.about("RA reached")).hasSize(1);
        assertThat(Probe.about("sbbExceptionThrown")).isEmpty();
        assertThat(stub.callbacks()).endsWith("raInactive").containsOnlyOnce("raInactive");
        assertThat(slee.statistics().entityCount()).isZero();
    }

    @Test
    void failuresOfTheStartAreKnownByTheirPart() throws Exception {
        SleeContainer container = stoppedSlee();
        container.install(DeployableUnitSource.onClassPath(unit(), LOADER));
        ConfigProperties hostile = new ConfigProperties();
        hostile.addProperty(new Property("greeting", "java.lang.String", StubResource.UNWELCOME));
        container.createResourceAdaptorEntity(StubResource.RESOURCE_ADAPTOR, "stub", hostile);
        container.activateResourceAdaptorEntity("stub");
        container.activateService(Probe.service("Probe"));

        container.start();

        assertThat(container.startFailures())
                .extracting(StartFailure::part, failure -> failure.cause().getMessage())
                .satisfiesExactly(
                        first -> assertThat(first.toList()).containsExactly("RA entity stub", "nobody is welcome"),
                        second -> assertThat(second.toList().toString()).contains("Probe", "not bound"));
        container.stop();
    }

    @Test
    void alarmsBelongToTheirSource() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> {
            AlarmFacility alarms = sbb.lookup("slee/facilities/alarm", AlarmFacility.class);
            String id = alarms.raiseAlarm("trunk", "one", AlarmLevel.MAJOR, "down");
            assertThat(alarms.raiseAlarm("trunk", "one", AlarmLevel.MAJOR, "down"))
                    .isEqualTo(id);
            sbb.resource().context().getAlarmFacility().raiseAlarm("trunk", "one", AlarmLevel.MAJOR, "down");
            assertThat(sbb.resource().context().getAlarmFacility().clearAlarm(id))
                    .isFalse();
            assertThat(alarms.clearAlarms()).isEqualTo(1);
        });

        assertThat(slee.container().alarms().active()).hasSize(1);
    }

    @Test
    void raKnowsWhichServiceCallsIt() {
        services("Probe");
        start("a");

        alpha("a", (sbb, aci, event) -> assertThat(sbb.resource().context().getInvokingService())
                .isEqualTo(Probe.service("Probe")));

        assertThat(stub.context().getInvokingService()).isNull();
        assertThat(new StubEvent("x").payload()).isEqualTo("x");
    }
}
