package io.zongji.benchmarks.events;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens lines of programs that hear everything, beside the traffic that there is, and tells what they cost the server and how late they
 * hear. Arguments: the portal's address with {@code /zongji}, a token that reads events, the server's process id, seconds of each
 * window, and the numbers of lines. The first window has none: what the traffic itself costs.
 */
public final class EventFanOut {
    private static final Pattern TIME = Pattern.compile("\"t\":\"event\".*?\"time\":\"([^\"]+)\"");
    private static final double TICKS_PER_SECOND = 100;
    private static final int MOST_DELAYS = 4_000_000;

    private final URI events;
    private final String token;
    private final Path cpu;
    private final Duration window;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong closed = new AtomicLong();
    private final long[] delays = new long[MOST_DELAYS];

    private EventFanOut(String portal, String token, String pid, int seconds) {
        this.events = URI.create(portal.replaceFirst("^http", "ws") + "/events");
        this.token = token;
        this.cpu = Path.of("/proc", pid, "stat");
        this.window = Duration.ofSeconds(seconds);
    }

    public static void main(String[] args) throws Exception {
        EventFanOut run = new EventFanOut(args[0], args[1], args[2], Integer.parseInt(args[3]));
        double idle = run.measure(0, 0);
        for (String lines : Arrays.copyOfRange(args, 4, args.length)) {
            run.measure(Integer.parseInt(lines), idle);
        }
        System.exit(0);
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                heard(part.toString());
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.incrementAndGet();
            return null;
        }
    }

    private void heard(String message) {
        Matcher event = TIME.matcher(message);
        if (event.find()) {
            long delay = Duration.between(Instant.parse(event.group(1)), Instant.now())
                    .toMillis();
            long count = messages.getAndIncrement();
            if (count < MOST_DELAYS) {
                delays[(int) count] = delay;
            }
        }
    }

    /** CPU seconds of the server for each second of the window. */
    private double measure(int lines, double idle) throws IOException, InterruptedException {
        List<WebSocket> open = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            WebSocket socket = client.newWebSocketBuilder()
                    .subprotocols("zongji.v1")
                    .header("Authorization", "Bearer " + token)
                    .buildAsync(events, new Listener())
                    .join();
            socket.sendText("{\"t\":\"subscribe\",\"id\":\"1\",\"topics\":[\"calls\",\"agents\"]}", true)
                    .join();
            open.add(socket);
        }
        Thread.sleep(Duration.ofSeconds(5).toMillis());
        messages.set(0);
        closed.set(0);
        double before = cpuSeconds();
        long begin = System.nanoTime();
        Thread.sleep(window.toMillis());
        double seconds = (System.nanoTime() - begin) / 1e9;
        double load = (cpuSeconds() - before) / seconds;
        print(lines, load, idle, seconds);
        open.forEach(WebSocket::abort);
        Thread.sleep(Duration.ofSeconds(2).toMillis());
        return load;
    }

    private void print(int lines, double load, double idle, double seconds) {
        long count = messages.get();
        int known = (int) Math.min(count, MOST_DELAYS);
        long[] sorted = Arrays.copyOf(delays, known);
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "{\"lines\":%d,\"cores\":%.3f,\"eventsPerSecond\":%.1f,\"messages\":%d,\"closed\":%d,"
                        + "\"microsPerMessage\":%.1f,\"delayMs\":{\"p50\":%d,\"p99\":%d,\"max\":%d}}%n",
                lines,
                load,
                lines == 0 ? 0 : count / seconds / lines,
                count,
                closed.get(),
                count == 0 ? 0 : (load - idle) * seconds * 1e6 / count,
                known == 0 ? 0 : sorted[known / 2],
                known == 0 ? 0 : sorted[(int) (known * 0.99)],
                known == 0 ? 0 : sorted[known - 1]);
    }

    /** User and system time of the process. */
    private double cpuSeconds() throws IOException {
        String stat = Files.readString(cpu);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }
}
