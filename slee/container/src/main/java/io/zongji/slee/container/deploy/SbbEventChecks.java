package io.zongji.slee.container.deploy;

import io.zongji.slee.container.descriptor.EventTypeComponent;
import io.zongji.slee.container.descriptor.InitialEventVariable;
import io.zongji.slee.container.descriptor.SbbEvent;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import javax.slee.EventContext;
import javax.slee.InitialEventSelector;
import javax.slee.ServiceID;

/** Event handlers, fire methods and initial events of an SBB. */
final class SbbEventChecks {

    private final SbbClass sbbClass;
    private final Check check;

    private SbbEventChecks(SbbClass sbbClass) {
        this.sbbClass = sbbClass;
        this.check = sbbClass.check();
    }

    static void check(SbbClass sbbClass) {
        SbbEventChecks checks = new SbbEventChecks(sbbClass);
        sbbClass.sbb().events().forEach(checks::checkEvent);
    }

    private void checkEvent(SbbEvent event) {
        Optional<Class<?>> eventClass = check.scope()
                .find(event.type(), EventTypeComponent.class)
                .flatMap(type -> check.scope().load(type.id(), type.eventClass()));
        if (event.direction().receives()) {
            checkHandler(event, eventClass);
        }
        if (event.direction().fires()) {
            checkFireMethod(event, eventClass);
        }
        if (event.initial()) {
            checkInitial(event);
        }
        event.initialEventSelector().ifPresent(this::checkSelector);
    }

    private void checkHandler(SbbEvent event, Optional<Class<?>> eventClass) {
        String aci = sbbClass.activityContextInterface()
                .map(type -> "ActivityContextInterface or " + ClassMethods.shortName(type))
                .orElse("ActivityContextInterface");
        String remedy = "public void " + event.handlerMethod() + "(" + name(eventClass) + ", " + aci
                + "[, EventContext]) without checked exceptions";
        List<Method> named = sbbClass.methods().named(event.handlerMethod());
        long right =
                named.stream().filter(method -> isHandler(method, eventClass)).count();
        if (right == 0) {
            check.fault(Rule.EVENT_HANDLER, "event '" + event.name() + "' has no handler" + found(named), remedy);
        } else if (right > 1) {
            check.fault(
                    Rule.EVENT_HANDLER, "event '" + event.name() + "' has several handlers" + found(named), "keep one");
        }
    }

    private boolean isHandler(Method method, Optional<Class<?>> eventClass) {
        Class<?>[] parameters = method.getParameterTypes();
        return ClassMethods.isPublicConcrete(method)
                && method.getReturnType() == void.class
                && !ClassMethods.throwsChecked(method)
                && (parameters.length == 2 || parameters.length == 3 && parameters[2] == EventContext.class)
                && isEventClass(parameters[0], eventClass)
                && isActivityContext(parameters[1]);
    }

    private boolean isActivityContext(Class<?> type) {
        return type == ActivityContextInterface.class
                || sbbClass.activityContextInterface().filter(type::equals).isPresent();
    }

    private static boolean isEventClass(Class<?> type, Optional<Class<?>> eventClass) {
        return eventClass.isEmpty() || type == eventClass.get();
    }

    private void checkFireMethod(SbbEvent event, Optional<Class<?>> eventClass) {
        List<Method> named = sbbClass.methods().named(event.fireMethod());
        if (named.isEmpty() || !named.stream().allMatch(method -> isFireMethod(method, eventClass))) {
            check.fault(
                    Rule.FIRE_METHOD,
                    "event '" + event.name() + "' has no fire method as it should be" + found(named),
                    "public abstract void " + event.fireMethod() + "(" + name(eventClass)
                            + ", ActivityContextInterface, Address[, ServiceID])");
        }
    }

    private static boolean isFireMethod(Method method, Optional<Class<?>> eventClass) {
        Class<?>[] parameters = method.getParameterTypes();
        return ClassMethods.isPublicAbstract(method)
                && method.getReturnType() == void.class
                && method.getExceptionTypes().length == 0
                && (parameters.length == 3 || parameters.length == 4 && parameters[3] == ServiceID.class)
                && isEventClass(parameters[0], eventClass)
                && parameters[1] == ActivityContextInterface.class
                && parameters[2] == Address.class;
    }

    private void checkInitial(SbbEvent event) {
        if (!event.direction().receives()) {
            check.fault(
                    Rule.INITIAL_EVENT,
                    "event '" + event.name() + "' is initial but never received",
                    "event-direction Receive or FireAndReceive");
        }
        if (event.initialEventVariables().contains(InitialEventVariable.ADDRESS_PROFILE)
                && sbbClass.sbb().addressProfileSpecAlias().isEmpty()) {
            check.fault(
                    Rule.INITIAL_EVENT,
                    "event '" + event.name() + "' selects by AddressProfile without an address profile specification",
                    "add an address-profile-spec-alias-ref");
        }
    }

    private void checkSelector(String name) {
        Optional<Method> method = sbbClass.methods().find(name, InitialEventSelector.class);
        boolean right = method.filter(ClassMethods::isPublicConcrete).isPresent()
                && method.get().getReturnType() == InitialEventSelector.class
                && !ClassMethods.throwsChecked(method.get())
                && !ClassMethods.isReserved(name);
        if (!right) {
            check.fault(
                    Rule.INITIAL_EVENT_SELECTOR,
                    "initial event selector '" + name + "' is not declared as it should be"
                            + found(sbbClass.methods().named(name)),
                    "public InitialEventSelector " + name + "(InitialEventSelector) without checked exceptions");
        }
    }

    private static String name(Optional<Class<?>> eventClass) {
        return eventClass.map(ClassMethods::shortName).orElse("<event class>");
    }

    private static String found(List<Method> methods) {
        return methods.isEmpty()
                ? ""
                : " (found "
                        + String.join(
                                "; ",
                                methods.stream()
                                        .map(method -> ClassMethods.text(method) + loaders(method))
                                        .toList())
                        + ")";
    }

    /** Two classes of one name from two loaders are the most puzzling case, so the loaders are told. */
    private static String loaders(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .findFirst()
                .map(type -> ", " + type.getName() + " of " + type.getClassLoader())
                .orElse("");
    }
}
