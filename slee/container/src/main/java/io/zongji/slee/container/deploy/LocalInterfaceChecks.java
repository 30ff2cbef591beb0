package io.zongji.slee.container.deploy;

import java.lang.reflect.Method;
import java.rmi.RemoteException;
import java.util.Arrays;
import java.util.Optional;
import javax.slee.SbbLocalObject;
import org.mobicents.slee.SbbLocalObjectExt;

/** The business methods of an SBB local interface and their counterparts in the abstract class. */
final class LocalInterfaceChecks {

    private LocalInterfaceChecks() {}

    static void check(Check check, Class<?> local, ClassMethods implementation) {
        ClassMethods inherited = inherited(local);
        for (Method business : new ClassMethods(local).all()) {
            if (inherited.find(business.getName(), business.getParameterTypes()).isPresent()) {
                continue;
            }
            String what = "local interface method " + ClassMethods.text(business);
            if (ClassMethods.isReserved(business.getName())) {
                check.fault(
                        Rule.RESERVED_NAME,
                        what + " begins with a reserved word",
                        "names beginning with sbb or ejb belong to the container");
            }
            if (Arrays.stream(business.getExceptionTypes()).anyMatch(RemoteException.class::isAssignableFrom)) {
                check.fault(Rule.LOCAL_INTERFACE, what + " throws RemoteException", "calls are local: remove it");
            }
            Optional<Method> implementing = implementation.find(business.getName(), business.getParameterTypes());
            if (implementing.isEmpty() || !implementsProperly(implementing.get(), business)) {
                check.fault(
                        Rule.LOCAL_INTERFACE,
                        what + " has no counterpart in the abstract class"
                                + implementing
                                        .map(method -> " (found " + ClassMethods.text(method) + ")")
                                        .orElse(""),
                        "a public method of the same signature, return type and at most the same exceptions");
            }
        }
    }

    /** What the container implements for a class or interface that is a local object. */
    static ClassMethods inherited(Class<?> local) {
        return new ClassMethods(
                SbbLocalObjectExt.class.isAssignableFrom(local) ? SbbLocalObjectExt.class : SbbLocalObject.class);
    }

    /** An abstract counterpart is fine: an accessor the container fills in. If it is none, another rule says so. */
    private static boolean implementsProperly(Method method, Method business) {
        return (ClassMethods.isPublicConcrete(method) || ClassMethods.isPublicAbstract(method))
                && business.getReturnType().isAssignableFrom(method.getReturnType())
                && Arrays.stream(method.getExceptionTypes()).allMatch(thrown -> isAllowed(thrown, business));
    }

    private static boolean isAllowed(Class<?> thrown, Method business) {
        return RuntimeException.class.isAssignableFrom(thrown)
                || Error.class.isAssignableFrom(thrown)
                || Arrays.stream(business.getExceptionTypes()).anyMatch(allowed -> allowed.isAssignableFrom(thrown));
    }
}
