package io.zongji.server.metrics;

import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.zongji.domain.live.LiveBoard;
import io.zongji.domain.trunk.TrunkState;
import io.zongji.slee.container.SleeContainer;
import io.zongji.store.journal.DurableJournal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * All meters. They cost nothing until they are read: each reading looks once at the SLEE, the live board and the RAs.
 * Thread-safe.
 */
public final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Samples samples = new Samples(registry);
    private final SleeMeters slee;
    private final CallMeters calls;
    private final LineMeters lines;
    private final DurableJournal journal;
    private final Supplier<Map<String, Long>> recordingProblems;
    private final LongSupplier auditLost;
    private final Supplier<Map<String, Long>> differences;
    private final Supplier<List<TrunkState>> trunks;
    private final JvmGcMetrics garbage = new JvmGcMetrics();

    /**
     * @param recordingProblems how many of each kind nobody has dealt with
     * @param auditLost         how many entries are not in the audit log
     * @param differences       how many of each kind the watchdog has found
     * @param trunks            which work
     * @param rtpPorts          how many UDP ports for voice there are
     */
    public Metrics(
            SleeContainer slee,
            LiveBoard board,
            DurableJournal journal,
            Supplier<Map<String, Long>> recordingProblems,
            LongSupplier auditLost,
            Supplier<Map<String, Long>> differences,
            Supplier<List<TrunkState>> trunks,
            int rtpPorts,
            Clock clock) {
        this.slee = new SleeMeters(slee);
        this.calls = new CallMeters(board, clock);
        this.lines = new LineMeters(slee, rtpPorts);
        this.journal = journal;
        this.recordingProblems = recordingProblems;
        this.auditLost = auditLost;
        this.differences = differences;
        this.trunks = trunks;
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        garbage.bindTo(registry);
    }

    /** All figures of this moment, in the text format of Prometheus. */
    public synchronized String text() {
        slee.tell(samples);
        calls.tell(samples);
        lines.tell(samples);
        samples.gauge(
                "journal.backlog",
                "Journal entries that the database does not have yet",
                journal.lastPosition() - journal.appliedPosition());
        recordingProblems
                .get()
                .forEach((kind, count) -> samples.gauge(
                        "recordings.problems", "Of recordings, not dealt with by anybody", count, "kind", kind));
        samples.counter(
                "audit.lost", "Entries of the audit log that are in the server's log only", auditLost.getAsLong());
        differences
                .get()
                .forEach((kind, count) -> samples.counter(
                        "watchdog.found", "What did not fit together and was repaired", count, "kind", kind));
        trunks.get()
                .forEach(trunk -> samples.gauge(
                        "trunk.up",
                        "Whether a trunk works, as far as it was used",
                        trunk.up() ? 1 : 0,
                        "trunk",
                        trunk.trunk()));
        samples.endRound();
        return registry.scrape();
    }

    @Override
    public void close() {
        garbage.close();
        registry.close();
    }
}
