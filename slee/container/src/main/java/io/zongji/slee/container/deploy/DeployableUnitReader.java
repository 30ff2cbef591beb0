package io.zongji.slee.container.deploy;

import io.zongji.slee.container.descriptor.Component;
import io.zongji.slee.container.descriptor.DeployableUnitContent;
import io.zongji.slee.container.descriptor.DescriptorException;
import io.zongji.slee.container.descriptor.DescriptorReader;
import io.zongji.slee.container.descriptor.Descriptors;
import io.zongji.slee.container.descriptor.EntityConfig;
import io.zongji.slee.container.descriptor.LibraryComponent;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads all descriptors of one unit and makes its class loader. Used once for one source. */
final class DeployableUnitReader {

    private static final Map<String, DescriptorReader<? extends List<? extends Component>>> COMPONENT_JAR =
            componentJar();

    private final DeployableUnitSource source;
    private final List<UnitComponent> components = new ArrayList<>();
    private final List<UnitFault> faults = new ArrayList<>();
    private final List<EntityConfig> entities = new ArrayList<>();
    private final List<URL> locations = new ArrayList<>();

    private DeployableUnitReader(DeployableUnitSource source) {
        this.source = source;
    }

    /** Faults of descriptors are part of the answer; only a failing disk is an exception. */
    static DeployableUnit read(DeployableUnitSource source) throws IOException {
        DeployableUnitReader reader = new DeployableUnitReader(source);
        reader.readUnit();
        if (source.hasOwnClassLoader()) {
            source.createClassLoader(reader.locations);
        }
        return new DeployableUnit(source, reader.components, reader.entities, reader.faults);
    }

    private void readUnit() throws IOException {
        Optional<InputStream> descriptor = source.open(DeployableUnitSource.DESCRIPTOR);
        if (descriptor.isEmpty()) {
            fault(source.url(), Rule.DESCRIPTOR_MISSING, "no " + DeployableUnitSource.DESCRIPTOR, "add one");
            return;
        }
        Optional<DeployableUnitContent> content =
                content(Descriptors.DEPLOYABLE_UNIT, descriptor.get(), DeployableUnitSource.DESCRIPTOR);
        if (content.isPresent()) {
            for (String jar : content.get().jars()) {
                readJar(jar);
            }
            for (String service : content.get().services()) {
                readService(service);
            }
        }
        Optional<InputStream> config = source.open(DeployableUnitSource.DEPLOY_CONFIG);
        if (config.isPresent()) {
            content(Descriptors.DEPLOY_CONFIG, config.get(), DeployableUnitSource.DEPLOY_CONFIG)
                    .ifPresent(entities::addAll);
        }
    }

    private void readJar(String entry) throws IOException {
        Optional<Archive> jar;
        try {
            jar = source.componentJar(entry);
        } catch (IOException e) {
            fault(DeployableUnitSource.DESCRIPTOR, Rule.JAR_MISSING, "<jar>" + entry + "</jar>: " + e.getMessage(), "");
            return;
        }
        if (jar.isEmpty()) {
            fault(
                    DeployableUnitSource.DESCRIPTOR,
                    Rule.JAR_MISSING,
                    "<jar>" + entry + "</jar> is not in the unit",
                    "name a jar inside the unit, or \".\" for the unit itself");
            return;
        }
        locations.add(jar.get().location());
        boolean any = false;
        for (var kind : COMPONENT_JAR.entrySet()) {
            Optional<InputStream> in = jar.get().open(kind.getKey());
            if (in.isPresent()) {
                any = true;
                String file = entry.equals(".") ? kind.getKey() : entry + "!/" + kind.getKey();
                content(kind.getValue(), in.get(), file).ifPresent(found -> add(found, file));
            }
        }
        if (!any) {
            fault(entry, Rule.DESCRIPTOR_MISSING, "no component descriptor", "one of " + COMPONENT_JAR.keySet());
        }
        addLibraryJars(jar.get(), entry);
    }

    private void addLibraryJars(Archive jar, String entry) throws IOException {
        for (UnitComponent found : components) {
            if (found.component() instanceof LibraryComponent library && isOf(found, entry)) {
                for (String name : library.jars()) {
                    addLibraryJar(jar, found, name);
                }
            }
        }
    }

    private static boolean isOf(UnitComponent found, String entry) {
        return entry.equals(".") ? !found.file().contains("!/") : found.file().startsWith(entry + "!/");
    }

    private void addLibraryJar(Archive jar, UnitComponent library, String name) throws IOException {
        if (!source.hasOwnClassLoader()) {
            return; // the class path's business
        }
        Optional<Archive> nested = source.nested(jar, name);
        if (nested.isEmpty()) {
            faults.add(new UnitFault(
                    library.component().id().toString(),
                    library.file(),
                    Rule.JAR_MISSING,
                    "<jar-name>" + name + "</jar-name> is not in the component jar",
                    "name a jar inside the component jar"));
        } else {
            locations.add(nested.get().location());
        }
    }

    private void readService(String path) throws IOException {
        Optional<InputStream> in;
        try {
            in = source.open(path);
        } catch (IOException e) {
            in = Optional.empty();
        }
        if (in.isEmpty()) {
            fault(
                    DeployableUnitSource.DESCRIPTOR,
                    Rule.SERVICE_FILE_MISSING,
                    "<service-xml>" + path + "</service-xml> is not in the unit",
                    "name a file of the unit by its path");
            return;
        }
        content(Descriptors.SERVICE, in.get(), path).ifPresent(found -> add(found, path));
    }

    private void add(List<? extends Component> found, String file) {
        found.forEach(component -> components.add(new UnitComponent(component, file)));
    }

    private <T> Optional<T> content(DescriptorReader<T> reader, InputStream stream, String file) throws IOException {
        try (InputStream in = stream) {
            return Optional.of(reader.read(in, file));
        } catch (DescriptorException e) {
            e.faults()
                    .forEach(found -> fault(
                            file + ":" + found.line(),
                            Rule.DESCRIPTOR_MALFORMED,
                            "<" + found.element() + "> " + found.message(),
                            ""));
            return Optional.empty();
        }
    }

    private void fault(String file, Rule rule, String found, String remedy) {
        faults.add(new UnitFault("", file, rule, found, remedy));
    }

    private static Map<String, DescriptorReader<? extends List<? extends Component>>> componentJar() {
        Map<String, DescriptorReader<? extends List<? extends Component>>> kinds = new LinkedHashMap<>();
        kinds.put("META-INF/library-jar.xml", Descriptors.LIBRARY_JAR);
        kinds.put("META-INF/event-jar.xml", Descriptors.EVENT_JAR);
        kinds.put("META-INF/profile-spec-jar.xml", Descriptors.PROFILE_SPEC_JAR);
        kinds.put("META-INF/resource-adaptor-type-jar.xml", Descriptors.RESOURCE_ADAPTOR_TYPE_JAR);
        kinds.put("META-INF/resource-adaptor-jar.xml", Descriptors.RESOURCE_ADAPTOR_JAR);
        kinds.put("META-INF/sbb-jar.xml", Descriptors.SBB_JAR);
        return kinds;
    }
}
