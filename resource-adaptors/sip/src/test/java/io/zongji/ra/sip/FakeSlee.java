package io.zongji.ra.sip;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javax.slee.EventTypeID;
import javax.slee.ServiceID;
import javax.slee.facilities.EventLookupFacility;
import javax.slee.resource.ActivityHandle;
import javax.slee.resource.EventFlags;
import javax.slee.resource.FireEventException;
import javax.slee.resource.FireableEventType;
import javax.slee.resource.ReceivableService;
import javax.slee.resource.ResourceAdaptorContext;
import javax.slee.resource.SleeEndpoint;
import javax.slee.resource.UnrecognizedActivityHandleException;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;

/**
 * A SLEE that only writes down what the RA does: events wait in a queue, or go to a handler of the test on
 * the thread that fires. An activity ends as soon as the RA says so.
 */
final class FakeSlee {

    record Fired(String name, Object event, Object activity, int flags) {}

    private record Type(EventTypeID getEventType) implements FireableEventType {
        @Override
        public String getEventClassName() {
            return "?";
        }

        @Override
        public ClassLoader getEventClassLoader() {
            return getClass().getClassLoader();
        }
    }

    private record Receivable(EventTypeID getEventType) implements ReceivableService.ReceivableEvent {
        @Override
        public String getResourceOption() {
            return null;
        }

        @Override
        public boolean isInitialEvent() {
            return true;
        }
    }

    final Map<ActivityHandle, Object> activities = new ConcurrentHashMap<>();
    final BlockingQueue<Fired> events = new LinkedBlockingQueue<>();
    final BlockingQueue<Object> ended = new LinkedBlockingQueue<>();
    volatile Consumer<Fired> handler;
    volatile boolean refusing;
    private final Map<EventTypeID, FireableEventType> types = new ConcurrentHashMap<>();
    private final Timer timer = new Timer("fake-slee-timer", true);
    private SipResourceAdaptor adaptor;

    ResourceAdaptorContext contextFor(SipResourceAdaptor newAdaptor) {
        adaptor = newAdaptor;
        SleeEndpoint endpoint = proxy(SleeEndpoint.class, (name, args) -> switch (name) {
            case "startActivity", "startActivitySuspended" -> activities.put((ActivityHandle) args[0], args[1]);
            case "endActivity" -> {
                end((ActivityHandle) args[0]);
                yield null;
            }
            case "fireEvent" -> {
                fire(
                        (ActivityHandle) args[0],
                        (FireableEventType) args[1],
                        args[2],
                        args.length > 5 ? (int) args[5] : 0);
                yield null;
            }
            default -> throw new UnsupportedOperationException(name);
        });
        EventLookupFacility lookup = id -> types.computeIfAbsent(id, Type::new);
        return proxy(ResourceAdaptorContext.class, (name, args) -> switch (name) {
            case "getSleeEndpoint" -> endpoint;
            case "getEventLookupFacility" -> lookup;
            case "getTimer" -> timer;
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private void end(ActivityHandle handle) throws UnrecognizedActivityHandleException {
        Object activity = activities.remove(handle);
        if (activity == null) {
            throw new UnrecognizedActivityHandleException(handle.toString());
        }
        ended.add(activity);
        adaptor.activityEnded(handle);
    }

    private void fire(ActivityHandle handle, FireableEventType type, Object event, int flags) throws Exception {
        Object activity = activities.get(handle);
        if (activity == null) {
            throw new UnrecognizedActivityHandleException(handle.toString());
        }
        if (refusing) {
            throw new FireEventException("overload");
        }
        Fired fired = new Fired(type.getEventType().getName(), event, activity, flags);
        if (handler != null) {
            handler.accept(fired);
            if (EventFlags.hasRequestProcessingSuccessfulCallback(flags)) {
                adaptor.eventProcessingSuccessful(handle, type, event, null, null, flags);
            }
            if (EventFlags.hasRequestEventReferenceReleasedCallback(flags)) {
                adaptor.eventUnreferenced(handle, type, event, null, null, EventFlags.setSbbProcessedEvent(flags));
            }
        } else {
            events.add(fired);
        }
    }

    /** As if no SBB had handled it. */
    void unhandled(Fired fired) {
        adaptor.eventUnreferenced(
                adaptor.getActivityHandle(fired.activity()), null, fired.event(), null, null, fired.flags());
    }

    /** As if an SBB had handled it. */
    void handled(Fired fired) {
        adaptor.eventUnreferenced(
                adaptor.getActivityHandle(fired.activity()),
                null,
                fired.event(),
                null,
                null,
                EventFlags.setSbbProcessedEvent(fired.flags()));
    }

    void unreferenced(Object activity) {
        adaptor.activityUnreferenced(adaptor.getActivityHandle(activity));
    }

    /** The next event, which must be this one. */
    Fired next(String name) throws InterruptedException {
        Fired fired = events.poll(5, TimeUnit.SECONDS);
        if (fired == null) {
            throw new AssertionError("no event, expected " + name);
        }
        if (!fired.name().equals(name)) {
            throw new AssertionError("expected " + name + " but was " + fired);
        }
        return fired;
    }

    void awaitNoActivity() {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).untilAsserted(() -> Assertions.assertThat(activities)
                .isEmpty());
    }

    void awaitEnd(Object activity) {
        Awaitility.await().pollInterval(Duration.ofMillis(5)).untilAsserted(() -> Assertions.assertThat(ended)
                .contains(activity));
    }

    void activate(Predicate<EventTypeID> wanted) {
        adaptor.serviceActive(service(wanted));
    }

    /** The service of {@link #activate} takes nothing new. */
    void stopService() {
        adaptor.serviceStopping(service(id -> true));
    }

    private ReceivableService service(Predicate<EventTypeID> wanted) {
        List<ReceivableService.ReceivableEvent> receivable = new ArrayList<>();
        Collection<EventTypeID> known = types.keySet();
        known.stream().filter(wanted).forEach(id -> receivable.add(new Receivable(id)));
        ServiceID service = new ServiceID("test", "io.zongji", "1.0");
        return proxy(ReceivableService.class, (name, args) -> switch (name) {
            case "getService" -> service;
            case "getReceivableEvents" -> receivable.toArray(new ReceivableService.ReceivableEvent[0]);
            default -> throw new UnsupportedOperationException(name);
        });
    }

    private interface Answer {
        Object to(String method, Object[] args) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> answer.to(method.getName(), args)));
    }
}
