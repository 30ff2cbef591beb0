package io.zongji.server.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.Map;

/**
 * Meters whose values and tags are looked up when they are read: each round says all that there is, and what is not said any
 * more (an SBB of a service that was uninstalled) is taken out of the registry. One round at a time.
 */
final class Samples {
    private static final String OURS = "zongji.";

    private final MeterRegistry registry;
    private final Map<Key, Sample> known = new HashMap<>();
    private int round;

    Samples(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Key(String name, Tags tags) {}

    private static final class Sample {
        private volatile double value;
        private int round;
        private Meter meter;

        double value() {
            return value;
        }
    }

    /** What is so now. */
    void gauge(String name, String help, double value, String... tags) {
        Sample sample = sample(name, tags);
        if (sample.meter == null) {
            sample.meter = Gauge.builder(OURS + name, sample, Sample::value)
                    .description(help)
                    .tags(tags)
                    .register(registry);
        }
        sample.value = value;
    }

    /** What has happened since the start. */
    void counter(String name, String help, double value, String... tags) {
        Sample sample = sample(name, tags);
        if (sample.meter == null) {
            sample.meter = FunctionCounter.builder(OURS + name, sample, Sample::value)
                    .description(help)
                    .tags(tags)
                    .register(registry);
        }
        sample.value = value;
    }

    private Sample sample(String name, String... tags) {
        Sample sample = known.computeIfAbsent(new Key(name, Tags.of(tags)), key -> new Sample());
        sample.round = round;
        return sample;
    }

    /** Forgets what was not said since the last call. */
    void endRound() {
        known.values().removeIf(sample -> {
            boolean gone = sample.round != round;
            if (gone) {
                registry.remove(sample.meter);
            }
            return gone;
        });
        round++;
    }
}
