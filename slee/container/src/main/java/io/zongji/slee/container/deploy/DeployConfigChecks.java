package io.zongji.slee.container.deploy;

import io.zongji.slee.container.descriptor.ConfigPropertyDefinition;
import io.zongji.slee.container.descriptor.EntityConfig;
import io.zongji.slee.container.descriptor.ResourceAdaptorComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the RA entities a unit asks for can be made of what is there. */
final class DeployConfigChecks {

    private final List<UnitFault> faults;

    private DeployConfigChecks(List<UnitFault> faults) {
        this.faults = faults;
    }

    static void check(Scope scope, List<EntityConfig> entities, List<UnitFault> faults) {
        DeployConfigChecks checks = new DeployConfigChecks(faults);
        Set<String> names = new HashSet<>();
        Set<String> links = new HashSet<>();
        for (EntityConfig entity : entities) {
            checks.unique(names, entity, entity.name(), "entity-name");
            entity.links().forEach(link -> checks.unique(links, entity, link, "ra-link"));
            Optional<ResourceAdaptorComponent> adaptor = scope.find(entity.adaptor(), ResourceAdaptorComponent.class);
            if (adaptor.isPresent()) {
                entity.properties().forEach(property -> checks.property(entity, property, adaptor.get()));
            } else if (scope.complete()) {
                checks.fault(
                        entity,
                        entity.adaptor() + " is neither in this unit nor installed",
                        "install its unit first or correct 'resource-adaptor-id'");
            }
        }
    }

    private void unique(Set<String> known, EntityConfig entity, String name, String what) {
        if (!known.add(name)) {
            fault(entity, what + " '" + name + "' is given more than once", "keep one");
        }
    }

    private void property(EntityConfig entity, EntityConfig.Property property, ResourceAdaptorComponent adaptor) {
        Optional<String> type = adaptor.configProperties().stream()
                .filter(known -> known.name().equals(property.name()))
                .map(ConfigPropertyDefinition::type)
                .findFirst();
        if (type.isEmpty()) {
            fault(entity, adaptor.id() + " has no property '" + property.name() + "'", "correct the name");
        } else if (property.type().filter(given -> !given.equals(type.get())).isPresent()) {
            fault(
                    entity,
                    "property '" + property.name() + "' has type "
                            + property.type().get(),
                    "it is a " + type.get());
        } else if (!Storable.parses(type.get(), property.value())) {
            fault(
                    entity,
                    "property '" + property.name() + "' has value '" + property.value() + "'",
                    "give a value of " + type.get());
        }
    }

    private void fault(EntityConfig entity, String found, String remedy) {
        faults.add(new UnitFault(
                "RA entity " + entity.name(), DeployableUnitSource.DEPLOY_CONFIG, Rule.DEPLOY_CONFIG, found, remedy));
    }
}
