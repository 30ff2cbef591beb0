package io.zongji.benchmarks;

import java.util.concurrent.Semaphore;
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

/** What 999 activities notice of one whose handler sleeps for 50 ms, again and again. */
@State(Scope.Benchmark)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
public class SlowHandlerBenchmark {
    private static final int OTHERS = 999;
    private static final long SLOW_MILLIS = 50;

    @Param
    public TargetKind target;

    @Param({"false", "true"})
    public boolean slow;

    private Target measured;
    private Batch batch;
    private Thread feeder;

    @Setup
    public void open() {
        measured = target == TargetKind.SLEE
                ? new SleeTarget(SleeTarget.COUNTING, 1 + OTHERS)
                : new BareTarget(1 + OTHERS, false);
        batch = new Batch(measured, 1, OTHERS);
        feeder = new Thread(this::keepOneHandlerAsleep, "feeder");
        if (slow) {
            feeder.start();
        }
    }

    private void keepOneHandlerAsleep() {
        Semaphore asleep = new Semaphore(0);
        Work sleeping = count -> {
            sleep();
            asleep.release();
        };
        try {
            while (true) {
                measured.fire(0, sleeping);
                asleep.acquire();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(SLOW_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @TearDown
    public void close() throws InterruptedException {
        if (slow) {
            feeder.interrupt();
            feeder.join();
        }
        batch.close();
        measured.close();
    }

    /** Events of the others. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @OperationsPerInvocation(OTHERS * Batch.EVENTS_PER_ACTIVITY)
    @Fork(value = 2, jvmArgs = "-Xmx1g")
    public void others() throws InterruptedException {
        batch.run();
    }
}
