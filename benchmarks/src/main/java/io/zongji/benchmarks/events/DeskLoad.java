package io.zongji.benchmarks.events;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens the desks of the agents a1 to aN beside calls that somebody else makes, and tells when a desk hears that its call rings and that
 * it talks, counted from the moment that the server gives for it, and what the desks cost. Arguments: the portal's address with
 * {@code /zongji}, the agents' password, the server's process id, seconds, and the number of desks.
 */
public final class DeskLoad {
    private static final Duration ANSWER_EVERY = Duration.ofSeconds(3);

    private final URI portal;
    private final String password;
    private final ServerCpu cpu;
    private final Duration window;
    private final Executor threads = Executors.newFixedThreadPool(2, work -> {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    });
    private final Delays ringing = new Delays();
    private final Delays talking = new Delays();
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong characters = new AtomicLong();
    private final AtomicLong closed = new AtomicLong();

    private DeskLoad(String portal, String password, String pid, int seconds) {
        this.portal = URI.create(portal + "/");
        this.password = password;
        this.cpu = ServerCpu.of(pid);
        this.window = Duration.ofSeconds(seconds);
    }

    public static void main(String[] args) throws Exception {
        new DeskLoad(args[0], args[1], args[2], Integer.parseInt(args[3])).measure(Integer.parseInt(args[4]));
        System.exit(0);
    }

    /** One agent's page. */
    private final class Desk implements WebSocket.Listener {
        private final Pattern call;
        private final StringBuilder part = new StringBuilder();
        private String heardLast = "";
        private long saidNanos = System.nanoTime();

        Desk(String agent) {
            call = Pattern.compile("\"agent\":\"" + agent
                    + "\",\"stage\":\"(RINGING|TALKING)\",\"recordingPaused\":\\w+,\"started\":\\d+,\"since\":(\\d+)");
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                heard(System.currentTimeMillis());
                part.setLength(0);
                if (System.nanoTime() - saidNanos > ANSWER_EVERY.toNanos()) {
                    saidNanos = System.nanoTime();
                    socket.sendText("{}", true);
                }
            }
            socket.request(1);
            return null;
        }

        private void heard(long now) {
            messages.incrementAndGet();
            characters.addAndGet(part.length());
            Matcher found = call.matcher(part);
            while (found.find()) {
                if (!found.group().equals(heardLast)) {
                    heardLast = found.group();
                    (found.group(1).equals("RINGING") ? ringing : talking).add(now - Long.parseLong(found.group(2)));
                }
            }
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            closed.incrementAndGet();
            return null;
        }
    }

    private void measure(int desks) throws IOException, InterruptedException {
        double alone = load();
        List<WebSocket> open = new ArrayList<>();
        for (int i = 1; i <= desks; i++) {
            open.add(open("a" + i));
        }
        Thread.sleep(Duration.ofSeconds(5).toMillis());
        List.of(ringing, talking).forEach(Delays::forget);
        List.of(messages, characters, closed).forEach(count -> count.set(0));
        double together = load();
        System.out.printf(
                Locale.ROOT,
                "{\"desks\":%d,\"coresWithout\":%.3f,\"coresWith\":%.3f,\"messages\":%d,\"kilobytes\":%d,\"closed\":%d,"
                        + "\"rang\":%d,\"ringingMs\":%s,\"talkingMs\":%s}%n",
                desks,
                alone,
                together,
                messages.get(),
                characters.get() / 1000,
                closed.get(),
                ringing.count(),
                ringing,
                talking);
        open.forEach(WebSocket::abort);
    }

    /** Of a processor, in the window that begins now. */
    private double load() throws IOException, InterruptedException {
        double before = cpu.seconds();
        long begin = System.nanoTime();
        Thread.sleep(window.toMillis());
        return (cpu.seconds() - before) / ((System.nanoTime() - begin) / 1e9);
    }

    /** Signs in as a browser does, and opens the page's line. */
    private WebSocket open(String agent) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .executor(threads)
                .build();
        client.send(HttpRequest.newBuilder(portal.resolve("desk.xhtml")).build(), BodyHandlers.discarding());
        HttpRequest signIn = HttpRequest.newBuilder(portal.resolve("sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "j_username=" + agent + "&j_password=" + URLEncoder.encode(password, StandardCharsets.UTF_8)))
                .build();
        client.send(signIn, BodyHandlers.discarding());
        URI line = URI.create(portal.resolve("push").toString().replaceFirst("^http", "ws"));
        return client.newWebSocketBuilder()
                .header("Origin", portal.resolve("/").toString().replaceFirst("/$", ""))
                .buildAsync(line, new Desk(agent))
                .join();
    }
}
