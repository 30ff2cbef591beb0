package io.zongji.slee.container.deploy;

import io.zongji.slee.container.descriptor.AttributeAlias;
import io.zongji.slee.container.descriptor.ProfileSpecReference;
import io.zongji.slee.container.descriptor.SbbClasses;
import io.zongji.slee.container.descriptor.SbbComponent;
import io.zongji.slee.container.descriptor.SbbEvent;
import io.zongji.slee.container.descriptor.SbbReference;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.stream.Stream;
import javax.slee.ActivityContextInterface;
import javax.slee.SbbLocalObject;
import org.mobicents.slee.ActivityContextInterfaceExt;

/** The rules of SBBs. */
final class SbbChecks {

    private SbbChecks() {}

    static void check(Check check, SbbComponent sbb) {
        checkNames(check, sbb);
        EnvironmentChecks.check(check, sbb);
        SbbClasses classes = sbb.classes();
        Optional<Class<?>> aci = check.publicInterface(
                classes.activityContextInterface(),
                "sbb-activity-context-interface",
                ActivityContextInterface.class,
                Rule.ACTIVITY_CONTEXT_INTERFACE);
        aci.ifPresent(type -> checkAttributes(check, type));
        checkAttributeAliases(check, sbb, aci);
        Optional<Class<?>> local = check.publicInterface(
                classes.localInterface(), "sbb-local-interface", SbbLocalObject.class, Rule.LOCAL_INTERFACE);
        Optional<Class<?>> usage = UsageChecks.check(check, classes.usage(), "sbb-usage-parameters-interface");
        check.load(classes.abstractClass(), "sbb-abstract-class").ifPresent(type -> {
            SbbClass sbbClass = new SbbClass(check, sbb, type, new ClassMethods(type), aci, usage);
            SbbClassChecks.check(sbbClass);
            SbbFieldChecks.check(sbbClass);
            SbbEventChecks.check(sbbClass);
            local.ifPresent(found -> LocalInterfaceChecks.check(check, found, sbbClass.methods()));
        });
    }

    private static void checkNames(Check check, SbbComponent sbb) {
        check.noneTwice(Stream.concat(sbb.alias().stream(), sbb.sbbs().stream().map(SbbReference::alias)), "sbb-alias");
        check.noneTwice(
                sbb.profileSpecs().stream().map(ProfileSpecReference::alias).flatMap(Optional::stream),
                "profile-spec-alias");
        check.noneTwice(sbb.events().stream().map(SbbEvent::name), "event-name");
        check.noneTwice(sbb.events().stream().map(event -> event.type().toString()), "event type");
        check.noneTwice(sbb.attributeAliases().stream().map(AttributeAlias::alias), "attribute-alias-name");
        sbb.addressProfileSpecAlias()
                .filter(alias -> sbb.profileSpecByAlias(alias).isEmpty())
                .ifPresent(alias -> check.fault(
                        Rule.ALIAS_UNKNOWN,
                        "address-profile-spec-alias-ref '" + alias + "' is no profile-spec-alias of this SBB",
                        "declare the alias in a profile-spec-ref"));
    }

    private static void checkAttributes(Check check, Class<?> aci) {
        ClassMethods methods = new ClassMethods(aci);
        ClassMethods inherited = new ClassMethods(
                ActivityContextInterfaceExt.class.isAssignableFrom(aci)
                        ? ActivityContextInterfaceExt.class
                        : ActivityContextInterface.class);
        for (Method method : methods.all()) {
            if (!ClassMethods.isAbstract(method)
                    || inherited
                            .find(method.getName(), method.getParameterTypes())
                            .isPresent()) {
                continue;
            }
            if (!Storable.isAccessor(method)) {
                check.fault(
                        Rule.ACTIVITY_CONTEXT_INTERFACE,
                        "method " + ClassMethods.text(method) + " of " + aci.getName() + " is no attribute accessor",
                        "only T getX() and void setX(T) are allowed");
            } else {
                checkAttribute(check, aci, methods, method);
            }
        }
    }

    private static void checkAttribute(Check check, Class<?> aci, ClassMethods methods, Method accessor) {
        boolean getter = Storable.isGetter(accessor);
        Class<?> type = getter ? accessor.getReturnType() : accessor.getParameterTypes()[0];
        if (!Storable.is(type)) {
            check.fault(
                    Rule.ACTIVITY_CONTEXT_INTERFACE,
                    "attribute type " + type.getName() + " of " + ClassMethods.text(accessor) + " is not serializable",
                    "use a primitive or serializable type");
        }
        Optional<Method> other = methods.find("get" + accessor.getName().substring(3));
        if (!getter && other.isPresent() && other.get().getReturnType() != type) {
            check.fault(
                    Rule.ACTIVITY_CONTEXT_INTERFACE,
                    "getter and setter of '" + Storable.attribute(accessor) + "' in " + aci.getName()
                            + " have different types",
                    "give both the same type");
        }
    }

    private static void checkAttributeAliases(Check check, SbbComponent sbb, Optional<Class<?>> aci) {
        for (AttributeAlias alias : sbb.attributeAliases()) {
            if (sbb.classes().activityContextInterface().isEmpty()) {
                check.fault(
                        Rule.ATTRIBUTE_ALIAS,
                        "attribute alias '" + alias.alias() + "' without an activity context interface",
                        "declare a sbb-activity-context-interface");
            }
            for (String attribute : alias.attributes()) {
                aci.filter(type -> new ClassMethods(type)
                                .all().stream().filter(Storable::isAccessor).noneMatch(method -> Storable.attribute(
                                                method)
                                        .equals(attribute)))
                        .ifPresent(type -> check.fault(
                                Rule.ATTRIBUTE_ALIAS,
                                "attribute '" + attribute + "' of alias '" + alias.alias() + "' is not in "
                                        + type.getName(),
                                "name an attribute by its accessors, first letter in lower case"));
            }
        }
        check.noneTwice(
                sbb.attributeAliases().stream().flatMap(alias -> alias.attributes().stream()), "aliased attribute");
    }
}
