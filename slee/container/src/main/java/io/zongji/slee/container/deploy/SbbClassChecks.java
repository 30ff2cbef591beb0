package io.zongji.slee.container.deploy;

import io.zongji.slee.container.descriptor.ChildRelationMethod;
import io.zongji.slee.container.descriptor.ProfileCmpMethod;
import io.zongji.slee.container.descriptor.SbbComponent;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.slee.ActivityContextInterface;
import javax.slee.Sbb;

/** The SBB abstract class as a class: modifiers, life cycle, reserved names, and abstract methods nobody would fill in. */
final class SbbClassChecks {

    static final String NARROW = "asSbbActivityContextInterface";

    private static final ClassMethods LIFE_CYCLE = new ClassMethods(Sbb.class);

    private SbbClassChecks() {}

    static void check(SbbClass sbbClass) {
        checkShape(sbbClass.check(), sbbClass.type());
        if (Sbb.class.isAssignableFrom(sbbClass.type())) {
            checkLifeCycle(sbbClass);
        }
        checkReservedNames(sbbClass);
        checkNarrowing(sbbClass);
        UsageChecks.checkAccessors(sbbClass);
        checkAllExplained(sbbClass);
    }

    private static void checkShape(Check check, Class<?> type) {
        int modifiers = type.getModifiers();
        String name = "sbb-abstract-class " + type.getName();
        if (type.isInterface() || !Modifier.isPublic(modifiers) || !Modifier.isAbstract(modifiers)) {
            check.fault(Rule.CLASS_SHAPE, name + " is no public abstract class", "declare it public abstract");
        }
        if (!Sbb.class.isAssignableFrom(type)) {
            check.fault(Rule.CLASS_SUPERTYPE, name + " does not implement javax.slee.Sbb", "implement it");
        }
        check.publicConstructor(type, "sbb-abstract-class");
    }

    private static void checkLifeCycle(SbbClass sbbClass) {
        for (Method expected : LIFE_CYCLE.all()) {
            sbbClass.methods()
                    .find(expected.getName(), expected.getParameterTypes())
                    .filter(method -> !ClassMethods.isPublicConcrete(method))
                    .ifPresent(method -> sbbClass.check()
                            .fault(
                                    Rule.LIFE_CYCLE_METHOD,
                                    sbbClass.type().getName() + " does not implement " + expected.getName(),
                                    "implement it, if only with an empty body"));
        }
    }

    private static void checkReservedNames(SbbClass sbbClass) {
        for (Method method : sbbClass.methods().all()) {
            String name = method.getName();
            if (ClassMethods.isReserved(name)
                    && LIFE_CYCLE.find(name, method.getParameterTypes()).isEmpty()) {
                sbbClass.check()
                        .fault(
                                Rule.RESERVED_NAME,
                                "method " + ClassMethods.text(method) + " begins with a reserved word",
                                "names beginning with sbb or ejb belong to the container");
            }
        }
        if (sbbClass.methods().find("finalize").isPresent()) {
            sbbClass.check().fault(Rule.RESERVED_NAME, "finalize() is declared", "SBB objects are pooled: remove it");
        }
    }

    private static void checkNarrowing(SbbClass sbbClass) {
        for (Method method : sbbClass.methods().named(NARROW)) {
            Optional<Class<?>> aci = sbbClass.activityContextInterface();
            boolean declared =
                    sbbClass.sbb().classes().activityContextInterface().isPresent();
            boolean right = ClassMethods.isPublicAbstract(method)
                    && method.getParameterCount() == 1
                    && method.getParameterTypes()[0] == ActivityContextInterface.class
                    && (aci.isEmpty() || method.getReturnType() == aci.get());
            if (!declared || !right) {
                sbbClass.check()
                        .fault(
                                Rule.NARROW_METHOD,
                                ClassMethods.text(method) + (declared ? "" : " without an activity context interface"),
                                "public abstract <sbb-activity-context-interface> " + NARROW
                                        + "(ActivityContextInterface)");
            }
        }
    }

    /** The best net for misspelt names: an abstract method that no element of the descriptor accounts for. */
    private static void checkAllExplained(SbbClass sbbClass) {
        Set<String> explained = explained(sbbClass.sbb());
        ClassMethods localObject = LocalInterfaceChecks.inherited(sbbClass.type());
        for (Method method : sbbClass.methods().all()) {
            if (ClassMethods.isAbstract(method)
                    && !explained.contains(method.getName())
                    && LIFE_CYCLE
                            .find(method.getName(), method.getParameterTypes())
                            .isEmpty()
                    && localObject
                            .find(method.getName(), method.getParameterTypes())
                            .isEmpty()) {
                sbbClass.check()
                        .fault(
                                Rule.ABSTRACT_METHOD_UNEXPLAINED,
                                "nothing in the descriptor accounts for " + ClassMethods.text(method),
                                "declare it (cmp-field, event, get-child-relation-method, ...) or implement it");
            }
        }
    }

    private static Set<String> explained(SbbComponent sbb) {
        Set<String> names = new HashSet<>(Set.of(NARROW));
        names.addAll(UsageChecks.ACCESSORS);
        sbb.classes().cmpFields().forEach(field -> {
            names.add(field.getter());
            names.add(field.setter());
        });
        sbb.classes().childRelations().stream().map(ChildRelationMethod::method).forEach(names::add);
        sbb.classes().profileCmpMethods().stream().map(ProfileCmpMethod::method).forEach(names::add);
        sbb.events().forEach(event -> {
            if (event.direction().fires()) {
                names.add(event.fireMethod());
            }
            if (event.direction().receives()) {
                names.add(event.handlerMethod());
            }
            event.initialEventSelector().ifPresent(names::add);
        });
        return names;
    }
}
