package io.zongji.slee.container.resource;

import io.zongji.slee.container.descriptor.ConfigPropertyDefinition;
import io.zongji.slee.container.descriptor.ResourceAdaptorComponent;
import java.util.Objects;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.ConfigProperties.Property;
import javax.slee.resource.InvalidConfigurationException;

/** Completes an RA entity's configuration with the defaults of the descriptor and checks names, types and gaps. */
final class RaConfiguration {
    private RaConfiguration() {}

    static ConfigProperties complete(ResourceAdaptorComponent component, ConfigProperties given)
            throws InvalidConfigurationException {
        return merged(component, new ConfigProperties(), given);
    }

    /** Given values before current ones before defaults. */
    static ConfigProperties merged(ResourceAdaptorComponent component, ConfigProperties current, ConfigProperties given)
            throws InvalidConfigurationException {
        for (Property property : given.getProperties()) {
            if (component.configProperties().stream().noneMatch(it -> it.name().equals(property.getName()))) {
                throw new InvalidConfigurationException(component.id() + " has no property " + property.getName());
            }
        }
        ConfigProperties result = new ConfigProperties();
        for (ConfigPropertyDefinition definition : component.configProperties()) {
            result.addProperty(
                    new Property(definition.name(), definition.type(), value(component, definition, current, given)));
        }
        return result;
    }

    private static Object value(
            ResourceAdaptorComponent component,
            ConfigPropertyDefinition definition,
            ConfigProperties current,
            ConfigProperties given)
            throws InvalidConfigurationException {
        Property set = given.getProperty(definition.name());
        if (set == null) {
            set = current.getProperty(definition.name());
        }
        try {
            Object value = set != null
                    ? set.getValue()
                    : definition
                            .defaultValue()
                            .map(text -> Property.toObject(definition.type(), text))
                            .orElse(null);
            if (value != null && !Objects.equals(value.getClass().getName(), definition.type())) {
                throw new IllegalArgumentException("not a " + definition.type());
            }
            if (value == null) {
                throw new IllegalArgumentException("no value and no default");
            }
            return value;
        } catch (IllegalArgumentException e) {
            throw new InvalidConfigurationException(
                    "Property " + definition.name() + " of " + component.id() + ": " + e.getMessage(), e);
        }
    }
}
