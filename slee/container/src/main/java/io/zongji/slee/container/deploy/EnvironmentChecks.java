package io.zongji.slee.container.deploy;

import io.zongji.slee.container.descriptor.EnvEntry;
import io.zongji.slee.container.descriptor.ResourceAdaptorTypeBinding;
import io.zongji.slee.container.descriptor.ResourceAdaptorTypeBinding.EntityBinding;
import io.zongji.slee.container.descriptor.ResourceAdaptorTypeComponent;
import io.zongji.slee.container.descriptor.SbbComponent;
import java.util.List;
import java.util.stream.Stream;

/** What a component finds below {@code java:comp/env}: constants, RA interfaces and their factories. */
final class EnvironmentChecks {

    private EnvironmentChecks() {}

    static void check(Check check, SbbComponent sbb) {
        checkEntries(check, sbb.envEntries());
        sbb.resourceAdaptorTypes().forEach(binding -> checkBinding(check, binding));
        check.noneTwice(jndiNames(sbb), "JNDI name");
        jndiNames(sbb)
                .filter(name -> name.startsWith("java:") || name.startsWith("/"))
                .forEach(name -> check.fault(
                        Rule.RA_BINDING, "JNDI name '" + name + "' is absolute", "make it relative to java:comp/env"));
    }

    static void checkEntries(Check check, List<EnvEntry> entries) {
        for (EnvEntry entry : entries) {
            if (!Storable.isConstantType(entry.type())) {
                check.fault(
                        Rule.ENV_ENTRY_TYPE,
                        "env-entry '" + entry.name() + "' has type " + entry.type(),
                        "use java.lang.String, Character, Boolean, Byte, Short, Integer, Long, Float or Double");
            } else if (entry.value()
                    .filter(text -> !Storable.parses(entry.type(), text))
                    .isPresent()) {
                check.fault(
                        Rule.ENV_ENTRY_VALUE,
                        "env-entry '" + entry.name() + "' has value '"
                                + entry.value().get() + "'",
                        "give a value of " + entry.type());
            }
        }
    }

    private static void checkBinding(Check check, ResourceAdaptorTypeBinding binding) {
        check.scope().find(binding.type(), ResourceAdaptorTypeComponent.class).ifPresent(type -> {
            if (binding.activityContextInterfaceFactoryName().isPresent()
                    && type.activityContextInterfaceFactory().isEmpty()) {
                check.fault(
                        Rule.RA_BINDING,
                        "binds an activity context interface factory of " + type.id() + ", which has none",
                        "remove activity-context-interface-factory-name");
            }
            if (!binding.entities().isEmpty() && type.resourceAdaptorInterface().isEmpty()) {
                check.fault(
                        Rule.RA_BINDING,
                        "binds a resource adaptor interface of " + type.id() + ", which has none",
                        "remove resource-adaptor-entity-binding");
            }
        });
    }

    private static Stream<String> jndiNames(SbbComponent sbb) {
        return Stream.of(
                        sbb.envEntries().stream().map(EnvEntry::name),
                        sbb.resourceAdaptorTypes().stream()
                                .flatMap(binding -> binding.activityContextInterfaceFactoryName().stream())
                                .distinct(),
                        sbb.resourceAdaptorTypes().stream()
                                .flatMap(binding -> binding.entities().stream())
                                .map(EntityBinding::objectName))
                .flatMap(names -> names);
    }
}
