package io.zongji.slee.container.descriptor;

import java.util.List;

/** Reads resource adaptor types and resource adaptors. */
final class ResourceAdaptorElements {

    private ResourceAdaptorElements() {}

    static List<ResourceAdaptorTypeComponent> types(Element root) {
        return root.atLeastOne("resource-adaptor-type").stream()
                .map(ResourceAdaptorElements::type)
                .toList();
    }

    private static ResourceAdaptorTypeComponent type(Element type) {
        Element classes = type.required("resource-adaptor-type-classes");
        return new ResourceAdaptorTypeComponent(
                Ids.resourceAdaptorType(type),
                Ids.libraries(type),
                classes.children("activity-type").stream()
                        .map(activity -> activity.requiredText("activity-type-name"))
                        .toList(),
                Ids.named(classes, "activity-context-interface-factory-interface"),
                Ids.named(classes, "resource-adaptor-interface"),
                type.children("event-type-ref").stream().map(Ids::eventType).toList());
    }

    static List<ResourceAdaptorComponent> adaptors(Element root) {
        return root.atLeastOne("resource-adaptor").stream()
                .map(ResourceAdaptorElements::adaptor)
                .toList();
    }

    private static ResourceAdaptorComponent adaptor(Element adaptor) {
        Element classes = adaptor.required("resource-adaptor-classes");
        Element main = classes.required("resource-adaptor-class");
        return new ResourceAdaptorComponent(
                Ids.resourceAdaptor(adaptor),
                adaptor.atLeastOne("resource-adaptor-type-ref").stream()
                        .map(Ids::resourceAdaptorType)
                        .toList(),
                Ids.libraries(adaptor),
                Ids.profileSpecs(adaptor),
                main.requiredText("resource-adaptor-class-name"),
                main.flag("supports-active-reconfiguration", false),
                adaptor.flag("ignore-ra-type-event-type-check", false),
                Ids.usage(classes, "resource-adaptor-usage-parameters"),
                adaptor.children("config-property").stream()
                        .map(ResourceAdaptorElements::property)
                        .toList());
    }

    private static ConfigPropertyDefinition property(Element property) {
        String type = property.requiredText("config-property-type");
        return new ConfigPropertyDefinition(
                property.requiredText("config-property-name"),
                type,
                Ids.value(property, "config-property-value", type));
    }
}
