package io.zongji.benchmarks.media;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the media engine costs, beside a bare relay of the same packets. The phones are another process; CPU is that of this
 * one, all threads of it. Prints a line of JSON for each run, then a table.
 */
public final class MediaMeasurement {
    private static final int CALLS = 200;
    private static final int MOST_CALLS = 1000;
    private static final int STEP = 100;
    private static final double LOSS_ALLOWED = 0.0001;

    private final long warmMillis;
    private final long windowMillis;
    private final PrintStream out;

    MediaMeasurement(long warmMillis, long windowMillis, PrintStream out) {
        this.warmMillis = warmMillis;
        this.windowMillis = windowMillis;
        this.out = out;
    }

    /** Opens what is measured, anew for each run. */
    @FunctionalInterface
    interface Opener {
        Subject open() throws IOException;
    }

    /**
     * One kind of load.
     *
     * @param calls groups of phones
     */
    record Scenario(String name, Sound sound, int calls, int group, Opener subject) {
        static Scenario relay(int calls) {
            return new Scenario("bare relay", Sound.STAMPED, calls, 2, BareRelay::new);
        }

        static Scenario engine(String name, int calls, Engine.Plan plan) {
            return new Scenario(name, plan.sound(), calls, plan.group(), () -> new Engine(plan));
        }

        static Scenario recorded(int calls) {
            return engine("recorded", calls, new Engine.Plan(Sound.STAMPED, 2, true, null));
        }
    }

    static List<Scenario> scenarios(int calls) {
        return List.of(
                Scenario.relay(calls),
                Scenario.engine("forwarded", calls, new Engine.Plan(Sound.STAMPED, 2, false, null)),
                Scenario.recorded(calls),
                Scenario.engine("SRTP both legs", calls, new Engine.Plan(Sound.SECURE, 2, false, null)),
                Scenario.engine("Opus to A-law", (calls + 3) / 4, new Engine.Plan(Sound.OPUS_AND_PCMA, 2, false, null)),
                Scenario.engine("3 parties mixed", (calls + 3) / 4, new Engine.Plan(Sound.CLICKS, 3, false, null)),
                Scenario.engine("8 parties mixed", (calls + 9) / 10, new Engine.Plan(Sound.CLICKS, 8, false, null)),
                Scenario.engine("prompt", calls * 5 / 2, new Engine.Plan(Sound.SILENT, 1, false, "queued")),
                Scenario.engine("music", calls * 5 / 2, new Engine.Plan(Sound.SILENT, 1, false, "music/default")));
    }

    /** Arguments: seconds of each window, 10 if missing; part of the names of the scenarios to run, all if missing. */
    public static void main(String[] arguments) throws IOException {
        long windowMillis = 1000 * (arguments.length > 0 ? Long.parseLong(arguments[0]) : 10);
        String part = arguments.length > 1 ? arguments[1] : "";
        MediaMeasurement measurement = new MediaMeasurement(6000, windowMillis, System.out);
        List<Result> results = new ArrayList<>();
        for (Scenario scenario : scenarios(CALLS)) {
            if (scenario.name().contains(part)) {
                results.add(measurement.measure(scenario));
            }
        }
        if ("recorded".contains(part)) {
            results.addAll(measurement.mostRecorded());
        }
        System.out.println(Result.TITLE);
        results.forEach(result -> System.out.println(result.row()));
    }

    /** More and more recorded calls until packets are lost. */
    private List<Result> mostRecorded() throws IOException {
        List<Result> results = new ArrayList<>();
        for (int calls = CALLS + STEP; calls <= MOST_CALLS; calls += STEP) {
            Result result = measure(Scenario.recorded(calls));
            results.add(result);
            if (result.loss() >= LOSS_ALLOWED) {
                break;
            }
        }
        return results;
    }

    Result measure(Scenario scenario) throws IOException {
        Process phones = start(scenario);
        try (Subject subject = scenario.subject().open();
                BufferedReader said =
                        new BufferedReader(new InputStreamReader(phones.getInputStream(), StandardCharsets.US_ASCII));
                PrintStream say = new PrintStream(phones.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            int[] ports = Arrays.stream(after(said, "PORTS").split(" "))
                    .mapToInt(Integer::parseInt)
                    .toArray();
            say.println(Arrays.stream(subject.connect(ports))
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining(" ")));
            after(said, "BEGIN");
            long cpu = cpuNanos();
            long begin = System.nanoTime();
            String[] end = after(said, "END").split(" ");
            double seconds = (System.nanoTime() - begin) / 1e9;
            Result result = Result.of(scenario, (cpuNanos() - cpu) / 1e9, seconds, end);
            out.println(result.json());
            return result;
        } finally {
            phones.destroy();
        }
    }

    private Process start(Scenario scenario) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LoadGenerator.class.getName(),
                        scenario.sound().name(),
                        String.valueOf(scenario.calls() * scenario.group()),
                        String.valueOf(scenario.group()),
                        String.valueOf(warmMillis),
                        String.valueOf(windowMillis))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The rest of the next line, which must begin with the word. */
    private static String after(BufferedReader said, String word) throws IOException {
        String line = said.readLine();
        if (line == null || !line.startsWith(word)) {
            throw new IOException("The phones said " + line + " instead of " + word);
        }
        return line.substring(word.length()).strip();
    }

    private static long cpuNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /**
     * What one run told.
     *
     * @param cpuSeconds of the process that is measured
     * @param due        packets that should have come to phones, by their sequence numbers
     * @param delays     microseconds: median, 99th percentile, largest; -1 if not measured
     */
    record Result(Scenario scenario, double cpuSeconds, double seconds, long sent, long due, long heard, int[] delays) {
        static final String TITLE = "| what | calls | CPU of a call, % of a core | µs a packet sent | loss, % |"
                + " delay p50, p99, largest, ms |\n| --- | --- | --- | --- | --- | --- |";

        static Result of(Scenario scenario, double cpuSeconds, double seconds, String[] told) {
            long[] values = Arrays.stream(told).mapToLong(Long::parseLong).toArray();
            int[] delays = {(int) values[3], (int) values[4], (int) values[5]};
            return new Result(scenario, cpuSeconds, seconds, values[0], values[1], values[2], delays);
        }

        double loss() {
            return due == 0 ? 1 : Math.max(0, due - heard) / (double) due;
        }

        double percentOfACore() {
            return 100 * cpuSeconds / seconds / scenario.calls();
        }

        String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"what\":\"%s\",\"calls\":%d,\"phones\":%d,\"cpu_pct_of_a_core_per_call\":%.4f,\"cpu_s\":%.2f,"
                            + "\"window_s\":%.2f,\"sent\":%d,\"due\":%d,\"heard\":%d,\"delay_us_p50\":%d,"
                            + "\"delay_us_p99\":%d,\"delay_us_max\":%d}",
                    scenario.name(),
                    scenario.calls(),
                    scenario.calls() * scenario.group(),
                    percentOfACore(),
                    cpuSeconds,
                    seconds,
                    sent,
                    due,
                    heard,
                    delays[0],
                    delays[1],
                    delays[2]);
        }

        String row() {
            String delay = delays[0] < 0
                    ? ""
                    : String.format(Locale.ROOT, "%.2f, %.2f, %.1f", delays[0] / 1e3, delays[1] / 1e3, delays[2] / 1e3);
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %.3f | %.1f | %.4f | %s |",
                    scenario.name(),
                    scenario.calls(),
                    percentOfACore(),
                    1e6 * cpuSeconds / heard,
                    100 * loss(),
                    delay);
        }
    }
}
