package io.zongji.store.config;

import io.zongji.domain.AgentId;
import io.zongji.domain.TenantId;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.Device;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configuration at hand: calls read it without a lock and without the database. Whoever changes the database calls {@link #reload()} after
 * the commit, and from then on every new decision follows the change. Thread-safe.
 */
public final class ConfigurationCache implements Supplier<Configuration> {

    private static final Logger log = LoggerFactory.getLogger(ConfigurationCache.class);

    private final LongFunction<Configuration> loader;
    private final List<Consumer<Configuration>> listeners = new CopyOnWriteArrayList<>();
    private volatile Configuration current;

    /** Loads at once. */
    public ConfigurationCache(ConfigurationLoader loader) {
        this(loader::load);
    }

    ConfigurationCache(LongFunction<Configuration> loader) {
        this.loader = loader;
        this.current = loader.apply(1);
    }

    /** The default tenant's configuration. */
    public static ConfigurationCache of(DataSource database) {
        return new ConfigurationCache(new ConfigurationLoader(database, TenantId.DEFAULT));
    }

    /** The latest snapshot; never null, never blocks. */
    @Override
    public Configuration get() {
        return current;
    }

    /**
     * Reads the database again and tells the listeners. When that fails the last snapshot stays in force.
     *
     * @throws ConfigurationException when the database cannot be read
     */
    public synchronized Configuration reload() {
        Configuration next = loader.apply(current.version() + 1);
        current = next;
        for (Consumer<Configuration> listener : listeners) {
            try {
                listener.accept(next);
            } catch (RuntimeException e) {
                log.error("A listener failed on configuration {}", next.version(), e);
            }
        }
        return next;
    }

    /**
     * Puts this device in the place of the agent's last one. Listeners are not told: the set-up is the same.
     *
     * @param device null for the phone of the own extension
     */
    public synchronized void choose(AgentId agent, Device device) {
        Map<AgentId, Device> chosen = new HashMap<>(current.devices().chosen());
        if (device == null) {
            chosen.remove(agent);
        } else {
            chosen.put(agent, device);
        }
        current = current.withDevices(chosen);
    }

    /**
     * Tells every later snapshot, on the thread that reloads.
     *
     * @return ends it when run
     */
    public Runnable onChange(Consumer<Configuration> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
