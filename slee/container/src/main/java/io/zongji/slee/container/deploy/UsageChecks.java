package io.zongji.slee.container.deploy;

import io.zongji.slee.container.descriptor.UsageInterface;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.slee.usage.SampleStatistics;
import javax.slee.usage.UnrecognizedUsageParameterSetNameException;

/** Usage parameters interfaces and the SBB methods that hand them out. */
final class UsageChecks {

    static final Set<String> ACCESSORS = Set.of("getDefaultSbbUsageParameterSet", "getSbbUsageParameterSet");

    private UsageChecks() {}

    static Optional<Class<?>> check(Check check, Optional<UsageInterface> usage, String element) {
        Optional<Class<?>> type = check.publicInterface(
                usage.map(UsageInterface::interfaceName), element, Object.class, Rule.USAGE_INTERFACE);
        type.ifPresent(found -> {
            Set<String> parameters = checkMethods(check, found);
            usage.orElseThrow().parameters().stream()
                    .map(UsageInterface.Parameter::name)
                    .filter(name -> !parameters.contains(name))
                    .forEach(name -> check.fault(
                            Rule.USAGE_INTERFACE,
                            "usage parameter '" + name + "' is not in " + found.getName(),
                            "name a parameter of the interface, first letter in lower case"));
        });
        return type;
    }

    private static Set<String> checkMethods(Check check, Class<?> type) {
        Set<String> parameters = new HashSet<>();
        for (Method method : new ClassMethods(type).all()) {
            String prefix = prefix(method);
            if (prefix.isEmpty()) {
                check.fault(
                        Rule.USAGE_INTERFACE,
                        "method " + ClassMethods.text(method) + " of " + type.getName() + " is no usage method",
                        "void increment<Name>(long), void sample<Name>(long), long get<Name>() or"
                                + " SampleStatistics get<Name>()");
            } else {
                String name = method.getName().substring(prefix.length());
                parameters.add(Character.toLowerCase(name.charAt(0)) + name.substring(1));
            }
        }
        return parameters;
    }

    private static String prefix(Method method) {
        Class<?> result = method.getReturnType();
        if (Storable.isGetter(method) && (result == long.class || result == SampleStatistics.class)) {
            return "get";
        }
        for (String prefix : new String[] {"increment", "sample"}) {
            if (method.getName().startsWith(prefix)
                    && method.getName().length() > prefix.length()
                    && result == void.class
                    && method.getParameterCount() == 1
                    && method.getParameterTypes()[0] == long.class) {
                return prefix;
            }
        }
        return "";
    }

    static void checkAccessors(SbbClass sbbClass) {
        for (String name : ACCESSORS) {
            for (Method method : sbbClass.methods().named(name)) {
                if (ClassMethods.isAbstract(method) && !isAccessor(sbbClass, method)) {
                    sbbClass.check()
                            .fault(
                                    Rule.USAGE_METHOD,
                                    ClassMethods.text(method) + " is not declared as it should be",
                                    "public abstract <usage interface> getDefaultSbbUsageParameterSet() or"
                                            + " getSbbUsageParameterSet(String) throws"
                                            + " UnrecognizedUsageParameterSetNameException,"
                                            + " with a sbb-usage-parameters-interface in the descriptor");
                }
            }
        }
    }

    private static boolean isAccessor(SbbClass sbbClass, Method method) {
        boolean named = method.getName().equals("getSbbUsageParameterSet");
        Class<?>[] expected = named ? new Class<?>[] {String.class} : new Class<?>[0];
        boolean throwsRightly = named
                ? Set.of(method.getExceptionTypes()).equals(Set.of(UnrecognizedUsageParameterSetNameException.class))
                : method.getExceptionTypes().length == 0;
        return ClassMethods.isPublicAbstract(method)
                && sbbClass.sbb().classes().usage().isPresent()
                && (sbbClass.usage().isEmpty()
                        || method.getReturnType() == sbbClass.usage().get())
                && Arrays.equals(method.getParameterTypes(), expected)
                && throwsRightly;
    }
}
