package io.zongji.slee.container.usage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.slee.management.NotificationSource;

/** Everything in the SLEE that has usage parameters, for management. Safe for all threads. */
public final class UsageSources {
    private final Map<NotificationSource, UsageParameterSets> sources = new ConcurrentHashMap<>();

    /** The sets of a new source. */
    public UsageParameterSets add(NotificationSource source, UsageType type) {
        UsageParameterSets sets = new UsageParameterSets(source, type);
        sources.put(source, sets);
        return sets;
    }

    /** Forgets a source that is gone; nothing happens if it had no usage parameters. */
    public void remove(NotificationSource source) {
        sources.remove(source);
    }

    /** Empty if there is no such source, or it declares no usage parameters. */
    public Optional<UsageParameterSets> find(NotificationSource source) {
        return Optional.ofNullable(sources.get(source));
    }

    public Collection<UsageParameterSets> all() {
        return List.copyOf(sources.values());
    }
}
