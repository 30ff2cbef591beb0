package io.zongji.ra.store;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where the application leaves its resources for the resource adaptor that the SLEE creates: under a name, which the adaptor's
 * configuration property {@value StoreResourceAdaptor#STORE} repeats. Several installations in one process use several names. Thread-safe.
 */
public final class StoreRegistry {

    private static final Map<String, CallCentreResources> OFFERED = new ConcurrentHashMap<>();

    private StoreRegistry() {}

    /**
     * Offers resources until the registration is closed.
     *
     * @throws IllegalStateException when the name is taken
     */
    public static Registration offer(String name, CallCentreResources resources) {
        Objects.requireNonNull(resources, "resources");
        if (OFFERED.putIfAbsent(name, resources) != null) {
            throw new IllegalStateException("A store named \"" + name + "\" is offered already");
        }
        return () -> OFFERED.remove(name, resources);
    }

    static Optional<CallCentreResources> find(String name) {
        return Optional.ofNullable(OFFERED.get(name));
    }

    /** An offer in force. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
