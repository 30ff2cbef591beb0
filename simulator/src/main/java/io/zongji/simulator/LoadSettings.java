package io.zongji.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a load run does.
 *
 * @param server         the call centre's SIP address
 * @param number         what callers dial
 * @param keys           what they press, or empty when the number needs none
 * @param calls          how many calls in all
 * @param callsPerSecond how many begin in a second, evenly spread
 * @param agents         who answers
 * @param hazards        what goes wrong
 * @param talk           longest conversation
 * @param seed           of all randomness
 */
public record LoadSettings(
        InetSocketAddress server,
        String number,
        String keys,
        int calls,
        double callsPerSecond,
        Agents agents,
        Hazards hazards,
        Duration talk,
        long seed) {

    /**
     * Who answers.
     *
     * @param count    how many phones; they have to be signed in whenever they can be reached
     * @param password SIP password of the extensions 8001, 8002 ...; null for the fixed phones a1, a2 ... at 127.0.0.3
     * @param port     where the phones are; 0 for any free port, if they register
     */
    public record Agents(int count, String password, int port) {}

    /**
     * What goes wrong.
     *
     * @param hangUps  share of callers who hang up at some random point before they have talked, 0 to 1
     * @param refusals share of offers that an agent refuses, 0 to 1
     * @param patience how long the others wait for an agent
     */
    public record Hazards(double hangUps, double refusals, Duration patience) {}

    private static final String FIXED_AGENTS_PORT = "5070";

    private static final Set<String> OPTIONS = Set.of(
            "server",
            "number",
            "keys",
            "calls",
            "rate",
            "agents",
            "agents-port",
            "secrets",
            "hang-ups",
            "refusals",
            "talk",
            "patience",
            "seed");

    static final String USAGE = """
            Options, with their defaults:
              --server 127.0.0.1:5060   the call centre
              --number support          what callers dial
              --keys ''                 what they press
              --calls 1000  --rate 10   how many, and how many a second
              --agents 10               agents' phones: a1 ... at 127.0.0.3:5070 (a server started with --measure),
              --agents-port 5070        their SIP port
              --secrets FILE            or, with the file of first passwords, 8001 ... that register
              --hang-ups 0.5            share of callers who hang up before they have talked
              --refusals 0.02           share of offers that an agent refuses
              --talk 3  --patience 120  longest conversation and longest wait, seconds
              --seed N                  repeats a run""";

    public LoadSettings {
        Objects.requireNonNull(server, "server");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(talk, "talk");
        if (calls < 1 || callsPerSecond <= 0 || agents.count() < 0) {
            throw new IllegalArgumentException("calls and rate: above 0; agents: not negative");
        }
        if (server.isUnresolved()) {
            throw new IllegalArgumentException("server: unknown host " + server.getHostString());
        }
    }

    static LoadSettings parse(String... arguments) throws IOException {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].replaceFirst("^--", "");
            if (!OPTIONS.contains(name) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("no such option, or no value for it: " + arguments[i]);
            }
            given.put(name, arguments[i + 1]);
        }
        String secrets = given.get("secrets");
        return new LoadSettings(
                address(given.getOrDefault("server", "127.0.0.1:5060")),
                given.getOrDefault("number", "support"),
                given.getOrDefault("keys", ""),
                Integer.parseInt(given.getOrDefault("calls", "1000")),
                Double.parseDouble(given.getOrDefault("rate", "10")),
                new Agents(
                        Integer.parseInt(given.getOrDefault("agents", "10")),
                        secrets == null ? null : DemoSettings.password(secrets),
                        Integer.parseInt(given.getOrDefault("agents-port", secrets == null ? FIXED_AGENTS_PORT : "0"))),
                new Hazards(
                        Double.parseDouble(given.getOrDefault("hang-ups", "0.5")),
                        Double.parseDouble(given.getOrDefault("refusals", "0.02")),
                        seconds(given.getOrDefault("patience", "120"))),
                seconds(given.getOrDefault("talk", "3")),
                Long.parseLong(given.getOrDefault("seed", Long.toString(System.nanoTime()))));
    }

    private static Duration seconds(String text) {
        return Duration.ofMillis((long) (Double.parseDouble(text) * 1000));
    }

    private static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return new InetSocketAddress(text, 5060);
        }
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }
}
