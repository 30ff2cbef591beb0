package io.zongji.slee.container.deploy;

import io.zongji.slee.container.descriptor.Component;
import io.zongji.slee.container.descriptor.EventTypeComponent;
import io.zongji.slee.container.descriptor.ProfileSpecComponent;
import io.zongji.slee.container.descriptor.ResourceAdaptorComponent;
import io.zongji.slee.container.descriptor.ResourceAdaptorTypeComponent;
import io.zongji.slee.container.descriptor.SbbComponent;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.slee.ComponentID;

/** Checks a unit against the rules of JAIN SLEE 1.1 and what is installed, and finds all its faults in one pass. */
final class Validator {

    private final ComponentRepository repository;

    Validator(ComponentRepository repository) {
        this.repository = repository;
    }

    /** All faults, those of the descriptors first; empty if the unit may go in. */
    List<UnitFault> check(DeployableUnit unit) {
        List<UnitFault> faults = new ArrayList<>(unit.faults());
        Scope scope = new Scope(unit, repository);
        Map<ComponentID, String> files = new HashMap<>();
        for (UnitComponent component : unit.components()) {
            Check check = new Check(scope, component, faults);
            String other = files.putIfAbsent(component.component().id(), component.file());
            if (other != null) {
                check.fault(Rule.DUPLICATE_COMPONENT, "also declared in " + other, "keep one");
                continue;
            }
            checkNew(check);
            checkComponent(check);
        }
        DeployConfigChecks.check(scope, unit.entities(), faults);
        return faults;
    }

    private void checkNew(Check check) {
        Optional<InstalledComponent> installed =
                repository.find(check.component().id());
        installed.ifPresent(found -> check.fault(
                Rule.ALREADY_DEPLOYED,
                "already installed by unit " + found.unit(),
                "uninstall that unit or give this component another version"));
    }

    private static void checkComponent(Check check) {
        try {
            ReferenceChecks.check(check);
            Component component = check.component();
            if (component instanceof EventTypeComponent event) {
                checkEventType(check, event);
            } else if (component instanceof ResourceAdaptorTypeComponent type) {
                ResourceAdaptorChecks.check(check, type);
            } else if (component instanceof ResourceAdaptorComponent adaptor) {
                ResourceAdaptorChecks.check(check, adaptor);
            } else if (component instanceof SbbComponent sbb) {
                SbbChecks.check(check, sbb);
            } else if (component instanceof ProfileSpecComponent spec) {
                ProfileSpecChecks.check(check, spec);
            }
        } catch (LinkageError e) {
            check.fault(Rule.CLASS_NOT_LINKABLE, "a class cannot be linked: " + e, "add what it needs to the unit");
        }
    }

    private static void checkEventType(Check check, EventTypeComponent event) {
        check.load(event.eventClass(), "event class")
                .filter(type -> !Modifier.isPublic(type.getModifiers()))
                .ifPresent(type -> check.fault(
                        Rule.CLASS_SHAPE, "event class " + type.getName() + " is not public", "make it public"));
    }
}
