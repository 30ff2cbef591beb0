package io.zongji.slee.container.deploy;

import io.zongji.slee.container.descriptor.ConfigPropertyDefinition;
import io.zongji.slee.container.descriptor.ResourceAdaptorComponent;
import io.zongji.slee.container.descriptor.ResourceAdaptorTypeComponent;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import javax.slee.ActivityContextInterface;
import javax.slee.resource.ResourceAdaptor;

/** The rules of resource adaptors and their types. */
final class ResourceAdaptorChecks {

    private ResourceAdaptorChecks() {}

    /**
     * Activity types are not loaded: nothing ever does, and the published JAIN SIP type names a class that exists only
     * under another package.
     */
    static void check(Check check, ResourceAdaptorTypeComponent type) {
        check.publicInterface(
                        type.activityContextInterfaceFactory(),
                        "activity-context-interface-factory-interface",
                        Object.class,
                        Rule.FACTORY_INTERFACE)
                .ifPresent(factory -> checkFactory(check, factory));
        type.resourceAdaptorInterface().ifPresent(name -> check.load(name, "resource-adaptor-interface"));
    }

    private static void checkFactory(Check check, Class<?> factory) {
        for (Method method : new ClassMethods(factory).all()) {
            if (ClassMethods.isAbstract(method)
                    && (method.getParameterCount() != 1
                            || !method.getReturnType().isAssignableFrom(ActivityContextInterface.class))) {
                check.fault(
                        Rule.FACTORY_INTERFACE,
                        "method " + ClassMethods.text(method) + " of " + factory.getName()
                                + " makes no activity context",
                        "ActivityContextInterface getActivityContextInterface(<activity>)");
            }
        }
    }

    static void check(Check check, ResourceAdaptorComponent adaptor) {
        check.load(adaptor.resourceAdaptorClass(), "resource-adaptor-class").ifPresent(type -> checkClass(check, type));
        UsageChecks.check(check, adaptor.usage(), "resource-adaptor-usage-parameters-interface");
        adaptor.configProperties().forEach(property -> checkProperty(check, property));
        check.noneTwice(adaptor.configProperties().stream().map(ConfigPropertyDefinition::name), "config-property");
        check.noneTwice(adaptor.types().stream().map(Object::toString), "resource-adaptor-type-ref");
    }

    private static void checkClass(Check check, Class<?> type) {
        String name = "resource-adaptor-class " + type.getName();
        int modifiers = type.getModifiers();
        if (!Modifier.isPublic(modifiers) || Modifier.isAbstract(modifiers)) {
            check.fault(Rule.CLASS_SHAPE, name + " is no public concrete class", "declare it public and not abstract");
        }
        if (!ResourceAdaptor.class.isAssignableFrom(type)) {
            check.fault(
                    Rule.CLASS_SUPERTYPE,
                    name + " does not implement javax.slee.resource.ResourceAdaptor",
                    "implement it");
        }
        check.publicConstructor(type, "resource-adaptor-class");
    }

    private static void checkProperty(Check check, ConfigPropertyDefinition property) {
        if (!Storable.isConstantType(property.type())) {
            check.fault(
                    Rule.CONFIG_PROPERTY,
                    "config-property '" + property.name() + "' has type " + property.type(),
                    "use java.lang.String, Character, Boolean, Byte, Short, Integer, Long, Float or Double");
        } else if (property.defaultValue()
                .filter(text -> !Storable.parses(property.type(), text))
                .isPresent()) {
            check.fault(
                    Rule.CONFIG_PROPERTY,
                    "config-property '" + property.name() + "' has value '"
                            + property.defaultValue().get() + "'",
                    "give a value of " + property.type());
        }
    }
}
