package io.zongji.slee.container.facility;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import javax.slee.ComponentID;
import javax.slee.UnrecognizedComponentException;
import javax.slee.facilities.Level;
import javax.slee.facilities.TraceFacility;
import javax.slee.facilities.TraceLevel;
import javax.slee.management.NotificationSource;

/** The tracers of all notification sources, and the trace facility of 1.0, which knows components only. */
@SuppressWarnings("deprecation")
public final class Tracing implements TraceFacility {
    private static final Listener NOBODY = new Listener() {
        @Override
        public void traced(
                NotificationSource source, String tracer, TraceLevel level, String message, Throwable cause) {}

        @Override
        public void traced(
                ComponentID source, String type, Level level, String message, Throwable cause, long timestamp) {}
    };

    private final Predicate<ComponentID> installed;
    private final Map<NotificationSource, Tracers> sources = new ConcurrentHashMap<>();
    private final ConcurrentMap<ComponentID, TraceLog> components = new ConcurrentHashMap<>();
    private volatile Listener listener = NOBODY;

    /** @param installed whether a component is installed now */
    public Tracing(Predicate<ComponentID> installed) {
        this.installed = requireNonNull(installed, "installed");
    }

    /** Told of each message that passes its level, on the thread that traces. Does not block. The cause may be null. */
    public interface Listener {
        void traced(NotificationSource source, String tracer, TraceLevel level, String message, Throwable cause);

        /** In terms of 1.0; the timestamp is the caller's, in milliseconds since the epoch. */
        void traced(ComponentID source, String type, Level level, String message, Throwable cause, long timestamp);
    }

    /** At most one: a new one takes the place of the one before. */
    public void listen(Listener value) {
        listener = requireNonNull(value, "listener");
    }

    Listener listener() {
        return listener;
    }

    // --- sources ---

    /**
     * The tracers of a new source.
     *
     * @param category of the log, below {@code slee.}
     */
    public Tracers add(NotificationSource source, String category) {
        Tracers tracers = new Tracers(source, category, this);
        sources.put(source, tracers);
        return tracers;
    }

    /** Forgets a source that is gone; nothing happens if it is not known. */
    public void remove(NotificationSource source) {
        sources.remove(source);
    }

    public Optional<Tracers> find(NotificationSource source) {
        return Optional.ofNullable(sources.get(source));
    }

    // --- components, as 1.0 has it ---

    /** Sets the level of a component for the trace facility of 1.0. */
    public void setTraceLevel(ComponentID component, Level level) throws UnrecognizedComponentException {
        logOf(component).choose(TraceLevel.fromInt(level.toInt()));
    }

    @Override
    public Level getTraceLevel(ComponentID component) throws UnrecognizedComponentException {
        return Level.fromInt(logOf(component).level().toInt());
    }

    private TraceLog logOf(ComponentID component) throws UnrecognizedComponentException {
        if (!installed.test(requireNonNull(component, "component"))) {
            components.remove(component);
            throw new UnrecognizedComponentException("Not installed: " + component);
        }
        return components.computeIfAbsent(component, key -> new TraceLog("slee.component." + key.getName()));
    }

    @Override
    public void createTrace(ComponentID source, Level level, String type, String message, long timestamp)
            throws UnrecognizedComponentException {
        createTrace(source, level, type, message, null, timestamp);
    }

    @Override
    public void createTrace(
            ComponentID source, Level level, String type, String message, Throwable cause, long timestamp)
            throws UnrecognizedComponentException {
        requireNonNull(type, "message type");
        requireNonNull(message, "message");
        if (level.isOff()) {
            throw new IllegalArgumentException("OFF is no level to trace at");
        }
        TraceLog log = logOf(source);
        TraceLevel modern = TraceLevel.fromInt(level.toInt());
        if (log.passes(modern)) {
            log.write(modern, type + ": " + message, cause);
            listener.traced(source, type, level, message, cause, timestamp);
        }
    }
}
