package io.zongji.slee.container.deploy;

import io.zongji.slee.container.descriptor.ProfileClasses;
import io.zongji.slee.container.descriptor.ProfileCmpField;
import io.zongji.slee.container.descriptor.ProfileCollator;
import io.zongji.slee.container.descriptor.ProfileQuery;
import io.zongji.slee.container.descriptor.ProfileSpecComponent;
import io.zongji.slee.container.descriptor.QueryTerm;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.slee.profile.Profile;
import javax.slee.profile.ProfileLocalObject;
import javax.slee.profile.ProfileManagement;
import javax.slee.profile.ProfileTable;

/** The rules of profile specifications. */
final class ProfileSpecChecks {

    private ProfileSpecChecks() {}

    static void check(Check check, ProfileSpecComponent spec) {
        ProfileClasses classes = spec.classes();
        check.publicInterface(
                        Optional.of(classes.cmpInterface()),
                        "profile-cmp-interface",
                        Object.class,
                        Rule.PROFILE_INTERFACE)
                .ifPresent(cmp -> checkAttributes(check, spec, cmp));
        check.publicInterface(
                classes.localInterface(), "profile-local-interface", ProfileLocalObject.class, Rule.PROFILE_INTERFACE);
        check.publicInterface(
                classes.managementInterface(), "profile-management-interface", Object.class, Rule.PROFILE_INTERFACE);
        check.publicInterface(
                classes.tableInterface(), "profile-table-interface", ProfileTable.class, Rule.PROFILE_INTERFACE);
        classes.abstractClass()
                .flatMap(name -> check.load(name, "profile-abstract-class"))
                .ifPresent(type -> checkClass(check, type));
        UsageChecks.check(check, classes.usage(), "profile-usage-parameters-interface");
        EnvironmentChecks.checkEntries(check, spec.envEntries());
        check.noneTwice(spec.queries().stream().map(ProfileQuery::name), "query");
        check.noneTwice(spec.collators().stream().map(ProfileCollator::alias), "collator-alias");
    }

    private static void checkClass(Check check, Class<?> type) {
        if (!Modifier.isPublic(type.getModifiers()) || !Modifier.isAbstract(type.getModifiers())) {
            check.fault(
                    Rule.CLASS_SHAPE,
                    "profile-abstract-class " + type.getName() + " is no public abstract class",
                    "declare it public abstract");
        }
        if (!Profile.class.isAssignableFrom(type) && !ProfileManagement.class.isAssignableFrom(type)) {
            check.fault(
                    Rule.CLASS_SUPERTYPE,
                    "profile-abstract-class " + type.getName() + " implements neither javax.slee.profile.Profile nor"
                            + " ProfileManagement",
                    "implement Profile");
        }
        check.publicConstructor(type, "profile-abstract-class");
    }

    private static void checkAttributes(Check check, ProfileSpecComponent spec, Class<?> cmp) {
        ClassMethods methods = new ClassMethods(cmp);
        Set<String> attributes = new HashSet<>();
        for (Method method : methods.all()) {
            if (Storable.isAccessor(method)) {
                attributes.add(Storable.attribute(method));
            } else if (ClassMethods.isAbstract(method)) {
                check.fault(
                        Rule.PROFILE_INTERFACE,
                        "method " + ClassMethods.text(method) + " of " + cmp.getName() + " is no attribute accessor",
                        "only T getX() and void setX(T) are allowed");
            }
        }
        attributes.forEach(attribute -> checkPair(check, cmp, methods, attribute));
        spec.classes().cmpFields().stream()
                .map(ProfileCmpField::name)
                .filter(name -> !attributes.contains(name))
                .forEach(name -> check.fault(
                        Rule.PROFILE_INTERFACE,
                        "cmp-field '" + name + "' is not in " + cmp.getName(),
                        "name an attribute of the interface, first letter in lower case"));
        spec.queries().forEach(query -> new QueryCheck(check, spec, query, attributes).term(query.term()));
    }

    private static void checkPair(Check check, Class<?> cmp, ClassMethods methods, String attribute) {
        String suffix = Character.toUpperCase(attribute.charAt(0)) + attribute.substring(1);
        Optional<Method> getter = methods.find("get" + suffix);
        boolean pair = getter.isPresent()
                && methods.find("set" + suffix, getter.get().getReturnType()).isPresent();
        if (!pair) {
            check.fault(
                    Rule.PROFILE_INTERFACE,
                    "attribute '" + attribute + "' of " + cmp.getName() + " has no getter and setter of one type",
                    "declare T get" + suffix + "() and void set" + suffix + "(T)");
        } else if (!Storable.is(getter.get().getReturnType())) {
            check.fault(
                    Rule.PROFILE_INTERFACE,
                    "attribute '" + attribute + "' of " + cmp.getName() + " is not serializable",
                    "use a primitive or serializable type");
        }
    }

    /** The names a query uses exist: attributes in the interface, parameters in the query, collators in the specification. */
    private record QueryCheck(Check check, ProfileSpecComponent spec, ProfileQuery query, Set<String> attributes) {

        void term(QueryTerm term) {
            if (term instanceof QueryTerm.And and) {
                and.terms().forEach(this::term);
            } else if (term instanceof QueryTerm.Or or) {
                or.terms().forEach(this::term);
            } else if (term instanceof QueryTerm.Not not) {
                term(not.term());
            } else if (term instanceof QueryTerm.Compare compare) {
                names(compare.attribute(), List.of(compare.operand()), compare.collator());
            } else if (term instanceof QueryTerm.RangeMatch range) {
                names(range.attribute(), List.of(range.from(), range.to()), range.collator());
            } else if (term instanceof QueryTerm.HasPrefix prefix) {
                names(prefix.attribute(), List.of(prefix.operand()), prefix.collator());
            } else if (term instanceof QueryTerm.LongestPrefixMatch longest) {
                names(longest.attribute(), List.of(longest.operand()), longest.collator());
            }
        }

        private void names(String attribute, List<QueryTerm.Operand> operands, Optional<String> collator) {
            known("attribute", attribute, attributes);
            Set<String> parameters = query.parameters().stream()
                    .map(ProfileQuery.Parameter::name)
                    .collect(Collectors.toSet());
            operands.forEach(operand -> operand.parameter().ifPresent(name -> known("parameter", name, parameters)));
            Set<String> collators =
                    spec.collators().stream().map(ProfileCollator::alias).collect(Collectors.toSet());
            collator.ifPresent(name -> known("collator", name, collators));
        }

        private void known(String what, String name, Set<String> names) {
            if (!names.contains(name)) {
                check.fault(
                        Rule.PROFILE_QUERY,
                        "query '" + query.name() + "' speaks of " + what + " '" + name + "', which is not declared",
                        "one of " + names.stream().sorted().toList());
            }
        }
    }
}
