package io.zongji.slee.container.usage;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicIntegerArray;
import javax.slee.InvalidArgumentException;
import javax.slee.management.NotificationSource;
import javax.slee.management.UsageParameterSetNameAlreadyExistsException;
import javax.slee.usage.UnrecognizedUsageParameterSetNameException;

/**
 * The usage parameter sets of one source (an SBB in a service, an RA entity, a profile table): the unnamed one, and named
 * ones that management creates and removes while it counts. Safe for all threads.
 */
public final class UsageParameterSets {
    private final NotificationSource source;
    private final UsageType type;
    private final UsageSet unnamed;
    private final Map<String, UsageSet> named = new ConcurrentSkipListMap<>();
    private final List<UsageListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicIntegerArray wanted;

    public UsageParameterSets(NotificationSource source, UsageType type) {
        this.source = requireNonNull(source, "source");
        this.type = requireNonNull(type, "type");
        this.unnamed = type.newSet();
        this.wanted = new AtomicIntegerArray(type.parameters().size());
        for (int i = 0; i < wanted.length(); i++) {
            wanted.set(i, type.parameters().get(i).notificationsEnabled() ? 1 : 0);
        }
    }

    public NotificationSource source() {
        return source;
    }

    public List<UsageParameter> parameters() {
        return type.parameters();
    }

    public UsageSet unnamed() {
        return unnamed;
    }

    /** A named set. */
    public UsageSet named(String name) throws UnrecognizedUsageParameterSetNameException {
        UsageSet set = named.get(requireNonNull(name, "usage parameter set name"));
        if (set == null) {
            throw new UnrecognizedUsageParameterSetNameException("No usage parameter set has the name " + name);
        }
        return set;
    }

    public List<String> names() {
        return List.copyOf(named.keySet());
    }

    /** Adds an empty set; its name must not be empty and have only printable characters. */
    public synchronized void create(String name)
            throws InvalidArgumentException, UsageParameterSetNameAlreadyExistsException {
        if (requireNonNull(name, "usage parameter set name").isEmpty()
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidArgumentException("Not the name of a usage parameter set: '" + name + "'");
        }
        if (named.containsKey(name)) {
            throw new UsageParameterSetNameAlreadyExistsException("A usage parameter set has the name " + name);
        }
        UsageSet set = type.newSet();
        if (!listeners.isEmpty()) {
            set.watch(watch(name));
        }
        named.put(name, set);
    }

    /** Takes a set away; who still holds it counts into nothing. */
    public synchronized void remove(String name) throws UnrecognizedUsageParameterSetNameException {
        named(name).watch(null);
        named.remove(name);
    }

    public void resetAll() {
        unnamed.reset();
        named.values().forEach(UsageSet::reset);
    }

    /** By index: whether listeners are told of changes of the parameter. */
    public boolean isNotifying(int parameter) {
        return wanted.get(parameter) != 0;
    }

    public void notifying(int parameter, boolean enabled) {
        wanted.set(parameter, enabled ? 1 : 0);
    }

    public synchronized void add(UsageListener listener) {
        listeners.add(requireNonNull(listener, "listener"));
        unnamed.watch(watch(null));
        named.forEach((name, set) -> set.watch(watch(name)));
    }

    /** With the last listener gone, counting costs no more than a counter. */
    public synchronized void remove(UsageListener listener) {
        listeners.remove(listener);
        if (listeners.isEmpty()) {
            unnamed.watch(null);
            named.values().forEach(set -> set.watch(null));
        }
    }

    private UsageSet.Watch watch(String set) {
        return new UsageSet.Watch() {
            @Override
            public boolean isWanted(int parameter) {
                return isNotifying(parameter);
            }

            @Override
            public void updated(int parameter, long value) {
                UsageParameter changed = type.parameters().get(parameter);
                listeners.forEach(listener -> listener.updated(set, changed, value));
            }
        };
    }
}
