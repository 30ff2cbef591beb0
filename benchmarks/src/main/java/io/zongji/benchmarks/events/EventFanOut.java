package io.zongji.benchmarks.events;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
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

    private final URI events;
    private final String token;
    private final ServerCpu cpu;
    private final Duration window;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicLong closed = new AtomicLong();
    private final Delays delays = new Delays();

    private EventFanOut(String portal, String token, String pid, int seconds) {
        this.events = URI.create(portal.replaceFirst("^http", "ws") + "/events");
        this.token = token;
        this.cpu = ServerCpu.of(pid);
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
            delays.add(Duration.between(Instant.parse(event.group(1)), Instant.now())
                    .toMillis());
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
        delays.forget();
        closed.set(0);
        double before = cpu.seconds();
        long begin = System.nanoTime();
        Thread.sleep(window.toMillis());
        double seconds = (System.nanoTime() - begin) / 1e9;
        double load = (cpu.seconds() - before) / seconds;
        print(lines, load, idle, seconds);
        open.forEach(WebSocket::abort);
        Thread.sleep(Duration.ofSeconds(2).toMillis());
        return load;
    }

    private void print(int lines, double load, double idle, double seconds) {
        int count = delays.count();
        System.out.printf(
                Locale.ROOT,
                "{\"lines\":%d,\"cores\":%.3f,\"eventsPerSecond\":%.1f,\"messages\":%d,\"closed\":%d,"
                        + "\"microsPerMessage\":%.1f,\"delayMs\":%s}%n",
                lines,
                load,
                lines == 0 ? 0 : count / seconds / lines,
                count,
                closed.get(),
                count == 0 ? 0 : (load - idle) * seconds * 1e6 / count,
                delays);
    }
}
