package io.zongji.slee.container.deploy;

import io.zongji.slee.container.descriptor.ChildRelationMethod;
import io.zongji.slee.container.descriptor.CmpField;
import io.zongji.slee.container.descriptor.ProfileCmpMethod;
import io.zongji.slee.container.descriptor.ProfileSpecComponent;
import io.zongji.slee.container.descriptor.SbbComponent;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.slee.ChildRelation;
import javax.slee.SbbLocalObject;
import javax.slee.profile.ProfileID;
import javax.slee.profile.UnrecognizedProfileNameException;
import javax.slee.profile.UnrecognizedProfileTableNameException;
import org.mobicents.slee.ChildRelationExt;

/** The abstract methods of an SBB that stand for state: CMP accessors, child relations, profile CMP methods. */
final class SbbFieldChecks {

    private SbbFieldChecks() {}

    static void check(SbbClass sbbClass) {
        SbbComponent sbb = sbbClass.sbb();
        sbb.classes().cmpFields().forEach(field -> checkField(sbbClass, field));
        sbb.classes().childRelations().forEach(relation -> checkRelation(sbbClass, relation));
        sbb.classes().profileCmpMethods().forEach(method -> checkProfileMethod(sbbClass, method));
        sbbClass.check()
                .noneTwice(
                        Stream.of(
                                        sbb.classes().cmpFields().stream().map(CmpField::getter),
                                        sbb.classes().childRelations().stream().map(ChildRelationMethod::method),
                                        sbb.classes().profileCmpMethods().stream()
                                                .map(ProfileCmpMethod::method))
                                .flatMap(names -> names),
                        "getter");
    }

    private static void checkField(SbbClass sbbClass, CmpField field) {
        Check check = sbbClass.check();
        String what = "CMP field '" + field.name() + "'";
        if (!SourceVersion.isIdentifier(field.name())
                || !Character.isLowerCase(field.name().charAt(0))) {
            check.fault(
                    Rule.CMP_FIELD_NAME,
                    what + " is no Java identifier that begins with a lower case letter",
                    "correct the name");
            return;
        }
        Optional<Method> getter = sbbClass.methods().find(field.getter());
        if (getter.isEmpty() || !ClassMethods.isPublicAbstract(getter.get())) {
            check.fault(
                    Rule.CMP_ACCESSOR,
                    what + " has no getter" + found(sbbClass.methods().named(field.getter())),
                    "public abstract <type> " + field.getter() + "()");
        }
        getter.map(Method::getReturnType).ifPresent(type -> {
            if (!Storable.is(type)) {
                check.fault(
                        Rule.CMP_TYPE,
                        what + " has type " + type.getName() + ", which is not serializable",
                        "use a primitive or serializable type or a reference to something of the SLEE");
            }
            field.sbbAlias().ifPresent(alias -> checkAlias(sbbClass, field, alias, type));
        });
        checkSetter(sbbClass, field, getter.map(Method::getReturnType));
    }

    private static void checkSetter(SbbClass sbbClass, CmpField field, Optional<Class<?>> type) {
        List<Method> setters = sbbClass.methods().named(field.setter());
        boolean right = setters.stream()
                .anyMatch(setter -> ClassMethods.isPublicAbstract(setter)
                        && Storable.isSetter(setter)
                        && (type.isEmpty() || setter.getParameterTypes()[0] == type.get()));
        if (!right) {
            sbbClass.check()
                    .fault(
                            Rule.CMP_ACCESSOR,
                            "CMP field '" + field.name() + "' has no setter of the getter's type" + found(setters),
                            "public abstract void " + field.setter() + "("
                                    + type.map(ClassMethods::shortName).orElse("<type>") + ")");
        }
    }

    private static void checkAlias(SbbClass sbbClass, CmpField field, String alias, Class<?> type) {
        Optional<Class<?>> held = localInterface(sbbClass, alias, "CMP field '" + field.name() + "'");
        if (held.isPresent() && !type.isAssignableFrom(held.get())) {
            sbbClass.check()
                    .fault(
                            Rule.CMP_TYPE,
                            "CMP field '" + field.name() + "' has type " + type.getName() + ", which cannot hold SBB '"
                                    + alias + "'",
                            "use " + held.get().getName());
        }
    }

    /** The local interface of the SBB behind an alias; empty after a fault, or if that SBB is itself faulty. */
    private static Optional<Class<?>> localInterface(SbbClass sbbClass, String alias, String what) {
        var id = sbbClass.sbb().sbbByAlias(alias);
        if (id.isEmpty()) {
            sbbClass.check()
                    .fault(
                            Rule.ALIAS_UNKNOWN,
                            what + " speaks of SBB alias '" + alias + "', which is not declared",
                            "add a sbb-ref with this sbb-alias");
            return Optional.empty();
        }
        Scope scope = sbbClass.check().scope();
        Optional<SbbComponent> referred = scope.find(id.get(), SbbComponent.class);
        if (referred.isPresent() && referred.get().classes().localInterface().isEmpty()) {
            return Optional.of(SbbLocalObject.class);
        }
        return referred.flatMap(found -> found.classes().localInterface()).flatMap(name -> scope.load(id.get(), name));
    }

    private static void checkRelation(SbbClass sbbClass, ChildRelationMethod relation) {
        String what = "child relation " + relation.method();
        localInterface(sbbClass, relation.sbbAlias(), what);
        Optional<Method> method = sbbClass.methods().find(relation.method());
        boolean right = relation.method().startsWith("get")
                && method.filter(ClassMethods::isPublicAbstract).isPresent()
                && (method.get().getReturnType() == ChildRelation.class
                        || method.get().getReturnType() == ChildRelationExt.class)
                && !ClassMethods.throwsChecked(method.get());
        if (!right) {
            sbbClass.check()
                    .fault(
                            Rule.CHILD_RELATION_METHOD,
                            what + " is not declared as it should be"
                                    + found(sbbClass.methods().named(relation.method())),
                            "public abstract ChildRelation get...()");
        }
    }

    private static void checkProfileMethod(SbbClass sbbClass, ProfileCmpMethod declared) {
        Check check = sbbClass.check();
        var spec = sbbClass.sbb().profileSpecByAlias(declared.profileSpecAlias());
        if (spec.isEmpty()) {
            check.fault(
                    Rule.ALIAS_UNKNOWN,
                    "profile CMP method " + declared.method() + " speaks of profile specification alias '"
                            + declared.profileSpecAlias() + "', which is not declared",
                    "add a profile-spec-ref with this profile-spec-alias");
        }
        Optional<Class<?>> cmp = spec.flatMap(
                id -> check.scope().find(id, ProfileSpecComponent.class).flatMap(found -> check.scope()
                        .load(id, found.classes().cmpInterface())));
        Optional<Method> method = sbbClass.methods().find(declared.method(), ProfileID.class);
        boolean right = declared.method().startsWith("get")
                && method.filter(ClassMethods::isPublicAbstract).isPresent()
                && (cmp.isEmpty() || method.get().getReturnType().isAssignableFrom(cmp.get()))
                && Set.of(method.get().getExceptionTypes())
                        .equals(Set.of(
                                UnrecognizedProfileTableNameException.class, UnrecognizedProfileNameException.class));
        if (!right) {
            check.fault(
                    Rule.PROFILE_CMP_METHOD,
                    "profile CMP method " + declared.method() + " is not declared as it should be"
                            + found(sbbClass.methods().named(declared.method())),
                    "public abstract " + cmp.map(ClassMethods::shortName).orElse("<profile CMP interface>") + " "
                            + declared.method() + "(ProfileID) throws UnrecognizedProfileTableNameException,"
                            + " UnrecognizedProfileNameException");
        }
    }

    private static String found(List<Method> methods) {
        return methods.isEmpty()
                ? ""
                : " (found "
                        + String.join(
                                "; ", methods.stream().map(ClassMethods::text).toList()) + ")";
    }
}
