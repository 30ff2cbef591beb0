package io.zongji.slee.container.deploy;

import io.zongji.slee.container.descriptor.Component;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The check of one component: its surroundings, and where its faults go. */
final class Check {

    private final Scope scope;
    private final UnitComponent subject;
    private final List<UnitFault> faults;

    Check(Scope scope, UnitComponent subject, List<UnitFault> faults) {
        this.scope = scope;
        this.subject = subject;
        this.faults = faults;
    }

    Scope scope() {
        return scope;
    }

    Component component() {
        return subject.component();
    }

    void fault(Rule rule, String found, String remedy) {
        faults.add(new UnitFault(subject.component().id().toString(), subject.file(), rule, found, remedy));
    }

    /** Loads a class the component names; its absence is a fault. */
    Optional<Class<?>> load(String className, String element) {
        try {
            return Optional.of(Class.forName(className, false, scope.unitLoader()));
        } catch (ClassNotFoundException e) {
            fault(
                    Rule.CLASS_NOT_FOUND,
                    element + " " + className + " is not found",
                    "put it into the unit or correct the name");
        } catch (LinkageError e) {
            fault(Rule.CLASS_NOT_LINKABLE, element + " " + className + " cannot be loaded: " + e, "add what it needs");
        }
        return Optional.empty();
    }

    /** Loads a public interface that extends another one ({@code Object.class} for any). */
    Optional<Class<?>> publicInterface(Optional<String> className, String element, Class<?> superType, Rule rule) {
        Optional<Class<?>> type = className.flatMap(name -> load(name, element));
        type.ifPresent(found -> {
            if (!found.isInterface() || !Modifier.isPublic(found.getModifiers())) {
                fault(rule, element + " " + found.getName() + " is no public interface", "declare a public interface");
            }
            if (!superType.isAssignableFrom(found)) {
                fault(rule, element + " " + found.getName() + " does not extend " + superType.getName(), "extend it");
            }
        });
        return type;
    }

    void publicConstructor(Class<?> type, String element) {
        try {
            if (Modifier.isPublic(type.getDeclaredConstructor().getModifiers())) {
                return;
            }
        } catch (NoSuchMethodException e) {
            // reported below, together with one that is not public
        }
        fault(
                Rule.CLASS_CONSTRUCTOR,
                element + " " + type.getName() + " has no public constructor without arguments",
                "add one; an inner class must be static");
    }

    void noneTwice(Stream<String> names, String what) {
        Set<String> seen = new HashSet<>();
        Set<String> reported = new HashSet<>();
        names.filter(name -> !seen.add(name))
                .filter(reported::add)
                .forEach(name ->
                        fault(Rule.NAME_TWICE, what + " '" + name + "' is declared more than once", "keep one"));
    }
}
