package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.container.deploy.DeployableUnitSource;
import io.zongji.slee.container.resource.EntityState;
import io.zongji.slee.testkit.stub.StubResource;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.slee.InvalidStateException;
import javax.slee.management.DeployableUnitID;
import javax.slee.management.DeploymentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** RA entities that a unit brings along. */
class DeployConfigTest extends ProbeTest {
    @TempDir
    private Path directory;

    @Test
    void entityComesLinkedAndActiveWithTheUnitAndGoesWithIt() throws Exception {
        DeployableUnitID unit = install("unit", entity("second", "<ra-link name='a'/><ra-link name='b'/>"));

        assertThat(slee.container().resourceAdaptorEntityState("second")).isEqualTo(EntityState.ACTIVE);
        assertThat(slee.container().links()).containsEntry("a", "second").containsEntry("b", "second");
        assertThat(slee.container().resourceAdaptorInterface(StubResource.TYPE, "b"))
                .isNotNull()
                .isNotSameAs(stub);

        slee.container().uninstall(unit);

        assertThat(slee.container().resourceAdaptorEntity("second")).isEmpty();
        assertThat(slee.container().links()).containsOnlyKeys("stub");
        assertThat(install("unit", entity("second", ""))).isEqualTo(unit);
    }

    @Test
    void unitWhoseEntitiesCannotBeMadeIsRefusedAndNothingOfItStays() {
        assertThatThrownBy(() -> install("unit", entity("second", "<ra-link name='stub'/>")))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("The link name is bound: stub");

        assertThat(slee.container().resourceAdaptorEntity("second")).isEmpty();
        assertThat(slee.container().repository().units()).hasSize(1);
    }

    @Test
    void faultsAreTheUnitsOwn() {
        String text = entity("one", "<properties><property name='port' value='5060'/></properties>")
                + entity("one", "").replace("StubResourceAdaptor", "Nobody");

        assertThatThrownBy(() -> install("unit", text))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("META-INF/deploy-config.xml: RA entity one: [DEPLOY_CONFIG]")
                .hasMessageContaining("has no property 'port'")
                .hasMessageContaining("entity-name 'one' is given more than once")
                .hasMessageContaining("is neither in this unit nor installed");
    }

    @Test
    void entityWithAnActivityKeepsItsUnitUntilThatEnds() throws Exception {
        DeployableUnitID unit = install("unit", entity("second", "<ra-link name='b'/>"));
        StubResource second = (StubResource) slee.container().resourceAdaptorInterface(StubResource.TYPE, "b");
        second.start("call", StubResource.Mode.PLAIN);

        assertThatThrownBy(() -> slee.container().uninstall(unit))
                .isInstanceOf(InvalidStateException.class)
                .hasMessageContaining("RA entity second is stopping");

        second.end("call", StubResource.Mode.PLAIN);
        slee.settle();
        slee.container().uninstall(unit);

        assertThat(slee.container().resourceAdaptorEntity("second")).isEmpty();
    }

    private static String entity(String name, String content) {
        return "<ra-entity resource-adaptor-id='" + StubResource.RESOURCE_ADAPTOR + "' entity-name='" + name + "'>"
                + content + "</ra-entity>";
    }

    private DeployableUnitID install(String name, String entities) throws Exception {
        Path unit = directory.resolve(name);
        Files.createDirectories(unit.resolve("META-INF"));
        Files.writeString(
                unit.resolve("META-INF/deployable-unit.xml"), "<deployable-unit><jar>.</jar></deployable-unit>");
        Files.writeString(unit.resolve("META-INF/event-jar.xml"), """
                <event-jar><event-definition>
                  <event-type-name>Any</event-type-name>
                  <event-type-vendor>test</event-type-vendor>
                  <event-type-version>1</event-type-version>
                  <event-class-name>java.lang.String</event-class-name>
                </event-definition></event-jar>""");
        Files.writeString(
                unit.resolve("META-INF/deploy-config.xml"), "<deploy-config>" + entities + "</deploy-config>");
        return slee.container()
                .install(DeployableUnitSource.onDisk(unit, getClass().getClassLoader(), directory.resolve("work")))
                .id();
    }
}
