package io.zongji.benchmarks.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.benchmarks.media.MediaMeasurement.Result;
import io.zongji.benchmarks.media.MediaMeasurement.Scenario;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Whether the measurement still measures something; how much is not for a test run to say. */
class MediaMeasurementTest {

    @Test
    void everyScenarioRuns() throws Exception {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        MediaMeasurement measurement =
                new MediaMeasurement(300, 1000, new PrintStream(lines, true, StandardCharsets.UTF_8));

        for (Scenario scenario : MediaMeasurement.scenarios(2)) {
            Result result = measurement.measure(scenario);

            assertThat(result.heard()).as(scenario.name()).isPositive();
            assertThat(result.cpuSeconds()).as(scenario.name()).isPositive();
            boolean timed = scenario.sound() == Sound.STAMPED || scenario.sound() == Sound.CLICKS;
            assertThat(result.delays()[0] > 0).as(scenario.name()).isEqualTo(timed);
        }

        assertThat(lines.toString(StandardCharsets.UTF_8).lines()).hasSize(9).allMatch(line -> line.startsWith("{"));
    }
}
