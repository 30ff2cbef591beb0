package io.zongji.slee.container.descriptor;

import java.util.List;

/** The readers, one for each kind of descriptor file. */
public final class Descriptors {

    public static final DescriptorReader<DeployableUnitContent> DEPLOYABLE_UNIT =
            new DescriptorReader<>("deployable-unit", Descriptors::deployableUnit);
    public static final DescriptorReader<List<EventTypeComponent>> EVENT_JAR =
            new DescriptorReader<>("event-jar", Descriptors::eventTypes);
    public static final DescriptorReader<List<LibraryComponent>> LIBRARY_JAR =
            new DescriptorReader<>("library-jar", Descriptors::libraries);
    public static final DescriptorReader<List<ServiceComponent>> SERVICE =
            new DescriptorReader<>("service-xml", Descriptors::services);
    public static final DescriptorReader<List<SbbComponent>> SBB_JAR =
            new DescriptorReader<>("sbb-jar", SbbElements::sbbs);
    public static final DescriptorReader<List<ResourceAdaptorTypeComponent>> RESOURCE_ADAPTOR_TYPE_JAR =
            new DescriptorReader<>("resource-adaptor-type-jar", ResourceAdaptorElements::types);
    public static final DescriptorReader<List<ResourceAdaptorComponent>> RESOURCE_ADAPTOR_JAR =
            new DescriptorReader<>("resource-adaptor-jar", ResourceAdaptorElements::adaptors);
    public static final DescriptorReader<List<ProfileSpecComponent>> PROFILE_SPEC_JAR =
            new DescriptorReader<>("profile-spec-jar", ProfileElements::profileSpecs);
    public static final DescriptorReader<List<EntityConfig>> DEPLOY_CONFIG =
            new DescriptorReader<>("deploy-config", DeployConfigElements::entities);

    private Descriptors() {}

    private static DeployableUnitContent deployableUnit(Element root) {
        List<String> jars = texts(root, "jar");
        List<String> services = texts(root, "service-xml");
        if (jars.isEmpty() && services.isEmpty()) {
            root.fault("needs at least one <jar> or <service-xml>");
        }
        return new DeployableUnitContent(jars, services);
    }

    private static List<String> texts(Element root, String name) {
        return root.children(name).stream().map(Element::ownRequiredText).toList();
    }

    private static List<EventTypeComponent> eventTypes(Element root) {
        var libraries = Ids.libraries(root);
        return root.atLeastOne("event-definition").stream()
                .map(event ->
                        new EventTypeComponent(Ids.eventType(event), event.requiredText("event-class-name"), libraries))
                .toList();
    }

    private static List<LibraryComponent> libraries(Element root) {
        return root.atLeastOne("library").stream()
                .map(library -> new LibraryComponent(
                        Ids.library(library),
                        Ids.libraries(library),
                        library.children("jar").stream()
                                .map(jar -> jar.requiredText("jar-name"))
                                .toList()))
                .toList();
    }

    private static List<ServiceComponent> services(Element root) {
        return root.atLeastOne("service").stream()
                .map(service -> new ServiceComponent(
                        Ids.service(service),
                        Ids.sbb(service.required("root-sbb")),
                        service.requiredPriority("default-priority"),
                        service.optionalText("address-profile-table"),
                        service.optionalText("resource-info-profile-table")))
                .toList();
    }
}
