package io.zongji.slee.container.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zongji.slee.container.deploy.UnitFolder.Entry;
import io.zongji.slee.container.descriptor.EventTypeComponent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.slee.EventTypeID;
import javax.slee.SbbID;
import javax.slee.ServiceID;
import javax.slee.management.AlreadyDeployedException;
import javax.slee.management.DependencyException;
import javax.slee.management.DeployableUnitID;
import javax.slee.management.DeploymentException;
import javax.slee.management.UnrecognizedDeployableUnitException;
import javax.slee.profile.ProfileSpecificationID;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployerTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final EventTypeID RING = new EventTypeID("Ring", "zj", "1");
    private static final SbbID ROOT = new SbbID("Root", "zj", "1");
    private static final ServiceID CALL = new ServiceID("Call", "zj", "1");
    private static final String ROOT_ITSELF = "<deployable-unit><jar>.</jar></deployable-unit>";

    private final ComponentRepository repository = new ComponentRepository();
    private final Deployer deployer = new Deployer(repository, Clock.fixed(NOW, ZoneOffset.UTC));

    @TempDir
    private Path folder;

    @Test
    void standardComponentsAreThereFromTheStart() {
        for (String version : List.of("1.0", "1.1")) {
            assertThat(repository.eventType(
                            new EventTypeID("javax.slee.serviceactivity.ServiceStartedEvent", "javax.slee", version)))
                    .isPresent();
            assertThat(repository.profileSpec(new ProfileSpecificationID("AddressProfileSpec", "javax.slee", version)))
                    .isPresent();
        }
        assertThat(repository.units()).isEmpty();
    }

    @Test
    void classesOfStandardComponentsExist() {
        assertThat(repository.all(EventTypeComponent.class)).hasSize(7).allSatisfy(event -> assertThat(
                        repository.find(event.id()).orElseThrow().load(event.eventClass()))
                .isNotNull());
    }

    @Test
    void unitsBuildOnEachOtherAndGoInReverse() throws Exception {
        InstalledUnit events = deployer.deploy(events());
        InstalledUnit sbbs = deployer.deploy(sbbs());
        InstalledUnit service = deployer.deploy(service());

        assertThat(repository.units()).containsExactly(events, sbbs, service);
        assertThat(events.installed()).isEqualTo(NOW);
        assertThat(repository.referringTo(RING)).containsExactly(ROOT);
        assertThat(repository.referredBy(CALL)).containsExactly(ROOT);
        assertThatThrownBy(() -> deployer.undeploy(events.id()))
                .isInstanceOf(DependencyException.class)
                .hasMessageContaining("Ring")
                .hasMessageContaining("Root");

        deployer.undeploy(service.id());
        deployer.undeploy(sbbs.id());
        deployer.undeploy(events.id());

        assertThat(repository.units()).isEmpty();
        assertThat(repository.find(RING)).isEmpty();
    }

    @Test
    void unitsGivenInAnyOrderAreInstalledInThatOfTheirReferences() throws Exception {
        List<InstalledUnit> installed = deployer.deployAll(List.of(service(), sbbs(), events()));

        assertThat(installed)
                .extracting(unit -> unit.components().get(0).component().id().getName())
                .containsExactly("Ring", "Child", "Call");
    }

    @Test
    void sameUnitTwiceAtOnceIsRefused() {
        assertThatThrownBy(() -> deployer.deployAll(List.of(events(), events())))
                .isInstanceOf(AlreadyDeployedException.class);
        assertThat(repository.units()).hasSize(1);
    }

    @Test
    void sameUnitTwiceIsAlreadyDeployed() throws Exception {
        deployer.deploy(events());

        assertThatThrownBy(() -> deployer.deploy(events())).isInstanceOf(AlreadyDeployedException.class);
    }

    @Test
    void sameComponentInAnotherUnitIsRefused() throws Exception {
        deployer.deploy(events());
        UnitFolder other = new UnitFolder(folder.resolve("other"))
                .with(UnitFolder.UNIT, ROOT_ITSELF)
                .with("META-INF/event-jar.xml", RightThings.EVENT_JAR);

        assertThat(refused(other.onClassPath())).containsExactly(Rule.ALREADY_DEPLOYED);
    }

    @Test
    void undeployedUnitCanBeDeployedAgain() throws Exception {
        deployer.undeploy(deployer.deploy(events()).id());

        assertThat(deployer.deploy(events()).components()).hasSize(1);
    }

    @Test
    void unknownAndStandardUnitsCannotBeUndeployed() {
        assertThatThrownBy(() -> deployer.undeploy(new DeployableUnitID("nowhere")))
                .isInstanceOf(UnrecognizedDeployableUnitException.class);
        assertThatThrownBy(() -> deployer.undeploy(StandardComponents.UNIT))
                .isInstanceOf(UnrecognizedDeployableUnitException.class);
    }

    @Test
    void unitWithoutDescriptorIsRefused() throws Exception {
        assertThat(refused(new UnitFolder(folder).onClassPath())).containsExactly(Rule.DESCRIPTOR_MISSING);
    }

    @Test
    void jarsAndServicesThatAreNotThereAreReported() throws Exception {
        UnitFolder unit = new UnitFolder(folder)
                .with(
                        UnitFolder.UNIT,
                        "<deployable-unit><jar>lost.jar</jar><jar>../../out.jar</jar><jar>.</jar>"
                                + "<service-xml>lost.xml</service-xml><service-xml>../out.xml</service-xml>"
                                + "</deployable-unit>");

        assertThat(refused(unit.onClassPath()))
                .containsExactly(
                        Rule.JAR_MISSING,
                        Rule.JAR_MISSING,
                        Rule.DESCRIPTOR_MISSING,
                        Rule.SERVICE_FILE_MISSING,
                        Rule.SERVICE_FILE_MISSING);
    }

    @Test
    void allUnitsOfTheClassPathAreFoundInFoldersAndJars() throws Exception {
        new UnitFolder(folder.resolve("one")).with(UnitFolder.UNIT, ROOT_ITSELF);
        Path jar = UnitFolder.writeJar(
                folder.resolve("two.jar"),
                Entry.text(UnitFolder.UNIT, ROOT_ITSELF),
                Entry.text("META-INF/event-jar.xml", RightThings.EVENT_JAR));
        URL[] urls = {folder.resolve("one").toUri().toURL(), jar.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            List<DeployableUnitSource> sources = DeployableUnitSource.allOnClassPath(loader);

            assertThat(sources).hasSize(2);
            assertThat(deployer.deploy(sources.get(1)).components()).hasSize(1);
        }
    }

    @Test
    void unitOnDiskBringsItsOwnClassesAndSeesThoseOfReferredUnits() throws Exception {
        ClassLoader server = withoutTestClasses();
        Path events = UnitFolder.writeJar(
                folder.resolve("events.jar"),
                Entry.text(UnitFolder.UNIT, "<deployable-unit><jar>lib/events.jar</jar></deployable-unit>"),
                Entry.jar(
                        "lib/events.jar",
                        Entry.text("META-INF/event-jar.xml", RightThings.EVENT_JAR),
                        Entry.classFile(RightThings.class),
                        Entry.classFile(RightThings.Ring.class)));
        Path sbbs = UnitFolder.writeJar(
                folder.resolve("sbbs.jar"),
                Entry.text(
                        UnitFolder.UNIT,
                        "<deployable-unit><jar>sbbs.jar</jar><service-xml>call.xml</service-xml></deployable-unit>"),
                Entry.text("call.xml", UnitFolder.service("Call", "Root")),
                Entry.jar(
                        "sbbs.jar",
                        Entry.text("META-INF/sbb-jar.xml", RightThings.SBB_JAR),
                        Entry.classFile(EmptySbb.class),
                        Entry.classFile(RightThings.ChildSbb.class),
                        Entry.classFile(RightThings.ChildLocal.class),
                        Entry.classFile(RightThings.RootSbb.class),
                        Entry.classFile(RightThings.RootLocal.class),
                        Entry.classFile(RightThings.RootAci.class),
                        Entry.classFile(RightThings.RootUsage.class)));
        Path scratch = folder.resolve("scratch");

        deployer.deploy(DeployableUnitSource.onDisk(events, server, scratch.resolve("1")));
        InstalledUnit installed = deployer.deploy(DeployableUnitSource.onDisk(sbbs, server, scratch.resolve("2")));

        Class<?> root = repository.find(ROOT).orElseThrow().load(RightThings.PREFIX + "RootSbb");
        assertThat(root).isNotSameAs(RightThings.RootSbb.class);
        assertThat(root.getClassLoader())
                .isSameAs(repository.find(CALL).orElseThrow().classLoader());
        assertThat(repository.find(RING).orElseThrow().classLoader()).isNotSameAs(root.getClassLoader());
        assertThat(root.getClassLoader().getResource(RightThings.PREFIX.replace('.', '/') + "Ring.class"))
                .as("class file of the event, for code generation")
                .isNotNull();
        deployer.undeploy(installed.id());
        assertThat(scratch.resolve("1")).isDirectory();
        assertThat(scratch.resolve("2")).doesNotExist();
    }

    @Test
    void refusedUnitOnDiskCleansUpItsScratchDirectory() throws Exception {
        Path unit = UnitFolder.writeJar(
                folder.resolve("bad.jar"),
                Entry.text(UnitFolder.UNIT, "<deployable-unit><jar>events.jar</jar></deployable-unit>"),
                Entry.jar("events.jar", Entry.text("META-INF/event-jar.xml", RightThings.EVENT_JAR)));
        Path scratch = folder.resolve("scratch");

        assertThat(refused(DeployableUnitSource.onDisk(unit, withoutTestClasses(), scratch)))
                .containsExactly(Rule.CLASS_NOT_FOUND);
        assertThat(Files.exists(scratch)).isFalse();
    }

    @Test
    void libraryJarsInsideTheComponentJarJoinTheClassPath() throws Exception {
        String library = "<library-jar>"
                + UnitFolder.ref("library", "library", "L", "<jar><jar-name>inner.jar</jar-name></jar>")
                + "</library-jar>";
        String lost = library.replace("inner.jar", "lost.jar").replace(">L<", ">M<");
        Path unit = UnitFolder.writeJar(
                folder.resolve("library.jar"),
                Entry.text(UnitFolder.UNIT, "<deployable-unit><jar>l.jar</jar></deployable-unit>"),
                Entry.jar(
                        "l.jar",
                        Entry.text("META-INF/library-jar.xml", library),
                        Entry.text("META-INF/event-jar.xml", RightThings.EVENT_JAR),
                        Entry.jar(
                                "inner.jar",
                                Entry.classFile(RightThings.class),
                                Entry.classFile(RightThings.Ring.class))));
        Path broken = UnitFolder.writeJar(
                folder.resolve("broken.jar"),
                Entry.text(UnitFolder.UNIT, "<deployable-unit><jar>l.jar</jar></deployable-unit>"),
                Entry.jar("l.jar", Entry.text("META-INF/library-jar.xml", lost)));

        deployer.deploy(DeployableUnitSource.onDisk(unit, withoutTestClasses(), folder.resolve("s1")));

        assertThat(repository.find(RING).orElseThrow().load(RightThings.PREFIX + "Ring"))
                .isNotNull();
        assertThat(refused(DeployableUnitSource.onDisk(broken, withoutTestClasses(), folder.resolve("s2"))))
                .containsExactly(Rule.JAR_MISSING);
    }

    @Test
    void refusalReachesClientsThatKnowOnlyTheStandard() throws Exception {
        UnitFault fault = new UnitFault("Root", "sbb-jar.xml:7", Rule.CMP_TYPE, "Thread", "a serializable type");
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(wire)) {
            out.writeObject(new InvalidDeployableUnitException("unit.jar", List.of(fault, fault)));
        }

        Object received = new ObjectInputStream(new ByteArrayInputStream(wire.toByteArray())).readObject();

        assertThat(received)
                .isExactlyInstanceOf(DeploymentException.class)
                .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                .hasMessageContaining("2 fault")
                .hasMessageContaining(fault.toString());
    }

    private List<Rule> refused(DeployableUnitSource source) {
        InvalidDeployableUnitException refused =
                catchThrowableOfType(InvalidDeployableUnitException.class, () -> deployer.deploy(source));
        assertThat(refused).as("the unit must be refused").isNotNull();
        return refused.faults().stream().map(UnitFault::rule).toList();
    }

    private DeployableUnitSource events() throws IOException {
        return new UnitFolder(folder.resolve("events"))
                .with(UnitFolder.UNIT, ROOT_ITSELF)
                .with("META-INF/event-jar.xml", RightThings.EVENT_JAR)
                .onClassPath();
    }

    private DeployableUnitSource sbbs() throws IOException {
        return new UnitFolder(folder.resolve("sbbs"))
                .with(UnitFolder.UNIT, ROOT_ITSELF)
                .with("META-INF/sbb-jar.xml", RightThings.SBB_JAR)
                .onClassPath();
    }

    private DeployableUnitSource service() throws IOException {
        return new UnitFolder(folder.resolve("service"))
                .with(UnitFolder.UNIT, "<deployable-unit><service-xml>s/c.xml</service-xml></deployable-unit>")
                .with("s/c.xml", UnitFolder.service("Call", "Root"))
                .onClassPath();
    }

    /** A server's loader: it has the javax.slee types but none of the classes that units bring. */
    private static ClassLoader withoutTestClasses() {
        return new ClassLoader(DeployerTest.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith("io.zongji.")) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        };
    }
}
