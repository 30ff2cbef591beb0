package io.zongji.slee.container.descriptor;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.slee.resource.ResourceAdaptorID;

/** Reads the RA entities of a {@code deploy-config.xml}, a file of RestComm's that JSR 240 does not know. */
final class DeployConfigElements {

    private static final ResourceAdaptorID PLACEHOLDER = new ResourceAdaptorID("?", "?", "?");
    private static final Pattern IN_WORDS =
            Pattern.compile("\\w*\\s*\\[\\s*name=(.+?)\\s*,\\s*vendor=(.+?)\\s*,\\s*version=(.+?)\\s*]");
    private static final Pattern WITH_HASHES = Pattern.compile("(.+?)\\s*#\\s*(.+?)\\s*#\\s*(.+)");

    private DeployConfigElements() {}

    static List<EntityConfig> entities(Element root) {
        return root.children("ra-entity").stream()
                .map(DeployConfigElements::entity)
                .toList();
    }

    private static EntityConfig entity(Element entity) {
        return new EntityConfig(
                adaptor(entity),
                entity.requiredAttribute("entity-name"),
                entity.child("properties").map(DeployConfigElements::properties).orElse(List.of()),
                entity.children("ra-link").stream()
                        .map(link -> link.requiredAttribute("name"))
                        .toList());
    }

    private static List<EntityConfig.Property> properties(Element properties) {
        if (properties.attribute("file").or(() -> properties.attribute("url")).isPresent()) {
            properties.fault("properties of another file are not read; write each as a <property>");
        }
        return properties.children("property").stream()
                .map(property -> new EntityConfig.Property(
                        property.requiredAttribute("name"), property.attribute("type"), value(property)))
                .toList();
    }

    /** Empty text is a value, so that an RA's default can be taken back. */
    private static String value(Element property) {
        return property.attribute("value").orElse("");
    }

    /** As {@code ResourceAdaptorID[name=,vendor=,version=]} or {@code name#vendor#version}. */
    private static ResourceAdaptorID adaptor(Element entity) {
        String text = entity.requiredAttribute("resource-adaptor-id");
        for (Pattern pattern : List.of(IN_WORDS, WITH_HASHES)) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.matches()) {
                return new ResourceAdaptorID(matcher.group(1), matcher.group(2), matcher.group(3));
            }
        }
        entity.fault("attribute 'resource-adaptor-id' must be ResourceAdaptorID[name=,vendor=,version=], but is '"
                + text + "'");
        return PLACEHOLDER;
    }
}
