package io.zongji.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Whether the measurements still measure something; how much is not for a test run to say. */
class BenchmarksRunTest {
    private static final int VARIANTS = 2 * 2 + 2 * 2 + 2 * 2 + 2;

    @Test
    void everyBenchmarkRuns() throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include("io\\.zongji\\.benchmarks\\..*")
                        .mode(Mode.SingleShotTime)
                        .forks(0)
                        .warmupIterations(0)
                        .measurementIterations(1)
                        .measurementTime(TimeValue.NONE)
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run();

        assertThat(results).hasSize(VARIANTS);
        assertThat(results).allMatch(result -> result.getPrimaryResult().getScore() > 0);
    }

    @Test
    void anEntityOccupiesSomeHeap() {
        EntityFootprint.Bytes bytes = EntityFootprint.measure(2_000);

        assertThat(bytes.slee()).isPositive();
        assertThat(bytes.bare()).isPositive();
    }
}
