package io.zongji.ra.media.adaptor;

import jakarta.transaction.Transaction;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.slee.EventTypeID;
import javax.slee.facilities.EventLookupFacility;
import javax.slee.facilities.Tracer;
import javax.slee.resource.ActivityHandle;
import javax.slee.resource.FireableEventType;
import javax.slee.resource.ResourceAdaptor;
import javax.slee.resource.ResourceAdaptorContext;
import javax.slee.resource.SleeEndpoint;
import javax.slee.resource.UnrecognizedActivityHandleException;
import javax.slee.transaction.SleeTransactionManager;

/** As much of a SLEE as the adaptor sees: an endpoint that writes down what is started, fired and ended. */
final class FakeSlee {
    private final Map<ActivityHandle, Object> activities = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private volatile boolean inTransaction;
    private volatile ResourceAdaptor adaptor;

    void adaptor(ResourceAdaptor entity) {
        adaptor = entity;
    }

    void inTransaction(boolean now) {
        inTransaction = now;
    }

    List<String> calls() {
        return calls;
    }

    List<Object> events() {
        return events;
    }

    Map<ActivityHandle, Object> activities() {
        return activities;
    }

    ResourceAdaptorContext context() {
        return fake(ResourceAdaptorContext.class, (proxy, method, args) -> switch (method.getName()) {
            case "getSleeEndpoint" -> endpoint();
            case "getTracer" -> fake(Tracer.class, (p, m, a) -> null);
            case "getEventLookupFacility" ->
                fake(EventLookupFacility.class, (p, m, a) -> eventType((EventTypeID) a[0]));
            case "getSleeTransactionManager" ->
                fake(
                        SleeTransactionManager.class,
                        (p, m, a) -> m.getName().equals("getTransaction") && inTransaction
                                ? fake(Transaction.class, (x, y, z) -> null)
                                : null);
            default -> null;
        });
    }

    private static FireableEventType eventType(EventTypeID id) {
        return fake(FireableEventType.class, (p, m, a) -> m.getName().equals("getEventType") ? id : id.getName());
    }

    private SleeEndpoint endpoint() {
        return fake(SleeEndpoint.class, (proxy, method, args) -> {
            ActivityHandle handle = (ActivityHandle) args[0];
            calls.add(method.getName());
            if (method.getName().startsWith("startActivity")) {
                activities.put(handle, args[1]);
                return null;
            }
            if (!activities.containsKey(handle)) {
                throw new UnrecognizedActivityHandleException(handle.toString());
            }
            if (method.getName().equals("fireEvent")) {
                FireableEventType type = (FireableEventType) args[1];
                if (!type.getEventType().getName().equals(args[2].getClass().getName())) {
                    throw new IllegalArgumentException("Event of another type: " + args[2]);
                }
                events.add(args[2]);
            } else if (method.getName().equals("endActivity")) {
                activities.remove(handle);
                adaptor.activityEnded(handle);
            }
            return null;
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
