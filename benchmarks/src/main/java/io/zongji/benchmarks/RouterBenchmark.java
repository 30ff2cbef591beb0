package io.zongji.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Events for entities that are there: 1,000 activities with one entity each, two producers. Each delivery has a
 * transaction, a mask check, and reads and writes a CMP field.
 */
@State(Scope.Benchmark)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
public class RouterBenchmark {
    private static final int ACTIVITIES = 1_000;

    @Param
    public TargetKind target;

    private Target measured;
    private Batch batch;
    private RoundTrip roundTrip;
    private int next;

    @Setup
    public void open() {
        measured = target == TargetKind.SLEE
                ? new SleeTarget(SleeTarget.COUNTING, ACTIVITIES)
                : new BareTarget(ACTIVITIES, false);
        batch = new Batch(measured, 0, ACTIVITIES);
        roundTrip = new RoundTrip(measured);
    }

    @TearDown
    public void close() {
        batch.close();
        measured.close();
    }

    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @OperationsPerInvocation(ACTIVITIES * Batch.EVENTS_PER_ACTIVITY)
    @Fork(value = 2, jvmArgs = "-Xmx1g")
    public void events() throws InterruptedException {
        batch.run();
    }

    /** From firing to the end of the handler, one event at a time. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    @Fork(value = 1, jvmArgs = "-Xmx1g")
    public int latency() {
        next = (next + 1) % ACTIVITIES;
        return roundTrip.on(next);
    }
}
