package io.zongji.slee.container.facility;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.slee.facilities.TraceLevel;
import javax.slee.facilities.Tracer;
import javax.slee.management.NotificationSource;

/**
 * The tracers of one notification source and their levels. A tracer whose level is not set has that of the nearest one
 * above it whose level is; if there is none, the logging system decides. Safe for all threads.
 */
public final class Tracers {
    private final NotificationSource source;
    private final String category;
    private final Tracing tracing;
    private final ConcurrentMap<String, SourceTracer> tracers = new ConcurrentHashMap<>();
    private final Map<String, TraceLevel> levels = new TreeMap<>();

    Tracers(NotificationSource source, String category, Tracing tracing) {
        this.source = requireNonNull(source, "source");
        this.category = "slee." + requireNonNull(category, "category");
        this.tracing = requireNonNull(tracing, "tracing");
    }

    /** The name of the tracer above, null for the root. */
    static String parentOf(String name) {
        int dot = name.lastIndexOf('.');
        return name.isEmpty() ? null : dot < 0 ? "" : name.substring(0, dot);
    }

    /** Whether a tracer can have this name: parts that are not empty, joined by dots, or nothing for the root. */
    public static boolean isName(String name) {
        return !name.startsWith(".") && !name.endsWith(".") && !name.contains("..");
    }

    private static void requireName(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("A tracer name has no empty parts: " + name);
        }
    }

    /** @throws IllegalArgumentException the name has empty parts */
    public Tracer tracer(String name) {
        Tracer known = tracers.get(requireNonNull(name, "tracer name"));
        return known == null ? create(name) : known;
    }

    private synchronized Tracer create(String name) {
        requireName(name);
        return tracers.computeIfAbsent(name, key -> {
            TraceLog log = new TraceLog(categoryOf(key));
            log.choose(chosen(key));
            return new SourceTracer(this, key, log);
        });
    }

    private String categoryOf(String name) {
        return name.isEmpty() ? category : category + "." + name;
    }

    private TraceLevel chosen(String name) {
        for (String at = name; at != null; at = parentOf(at)) {
            TraceLevel level = levels.get(at);
            if (level != null) {
                return level;
            }
        }
        return null;
    }

    /**
     * The level of a tracer, which nobody need have asked for.
     *
     * @throws IllegalArgumentException the name has empty parts
     */
    public synchronized TraceLevel level(String name) {
        requireName(name);
        TraceLevel level = chosen(name);
        return level == null ? new TraceLog(categoryOf(name)).level() : level;
    }

    /**
     * Sets the level of a tracer, and so of those below it that have none of their own.
     *
     * @throws IllegalArgumentException the name has empty parts
     */
    public synchronized void set(String name, TraceLevel level) {
        requireName(name);
        levels.put(name, requireNonNull(level, "level"));
        apply();
    }

    /**
     * Takes the level of a tracer back; nothing happens if it is not set.
     *
     * @throws IllegalArgumentException the name has empty parts
     */
    public synchronized void unset(String name) {
        requireName(name);
        levels.remove(name);
        apply();
    }

    private void apply() {
        tracers.forEach((name, tracer) -> tracer.log().choose(chosen(name)));
    }

    /** The names of the tracers the source has asked for. */
    public Collection<String> used() {
        return new TreeSet<>(tracers.keySet());
    }

    /** The names of the tracers whose level is set. */
    public synchronized Collection<String> withLevel() {
        return new TreeSet<>(levels.keySet());
    }

    void heard(String name, TraceLevel level, String message, Throwable cause) {
        tracing.listener().traced(source, name, level, message, cause);
    }
}
