package io.zongji.slee.container.usage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.slee.management.NotificationSource;

/** Everything in the SLEE that has usage parameters, for management. Safe for all threads. */
public final class UsageSources {
    private final Map<NotificationSource, UsageParameterSets> sources = new ConcurrentHashMap<>();
    private volatile Consumer<UsageParameterSets> whenRemoved = removed -> {};

    /** The sets of a new source. */
    public UsageParameterSets add(NotificationSource source, UsageType type) {
        UsageParameterSets sets = new UsageParameterSets(source, type);
        sources.put(source, sets);
        return sets;
    }

    /** Forgets a source that is gone; nothing happens if it had no usage parameters. */
    public void remove(NotificationSource source) {
        UsageParameterSets removed = sources.remove(source);
        if (removed != null) {
            whenRemoved.accept(removed);
        }
    }

    /** Asks to be told of sources that are gone; there is one who asks. */
    public void whenRemoved(Consumer<UsageParameterSets> action) {
        whenRemoved = action;
    }

    /** Empty if there is no such source, or it declares no usage parameters. */
    public Optional<UsageParameterSets> find(NotificationSource source) {
        return Optional.ofNullable(sources.get(source));
    }

    public Collection<UsageParameterSets> all() {
        return List.copyOf(sources.values());
    }
}
