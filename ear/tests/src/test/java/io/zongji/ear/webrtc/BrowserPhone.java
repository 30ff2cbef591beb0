package io.zongji.ear.webrtc;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A page with JsSIP in headless Chromium, whose microphone hears one tone for ever. Used by one thread. */
final class BrowserPhone implements AutoCloseable {
    private final HttpServer server;
    private final ToneBrowser browser;
    private final Page page;

    /** @param script JsSIP and our page's code in one file */
    BrowserPhone(Path folder, Path script, double hertz) throws IOException {
        // Browsers give a page of this machine a microphone, and connections to this machine, without TLS.
        server = serve(script);
        browser = ToneBrowser.chromium(folder, hertz);
        page = browser.profile(new Browser.NewContextOptions()).newPage();
        page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private static HttpServer serve(Path script) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] html = "<!doctype html><title>phone</title><link rel=icon href=data:,><script src=phone.js></script>"
                .getBytes(StandardCharsets.UTF_8);
        byte[] code = Files.readAllBytes(script);
        server.createContext("/", exchange -> {
            boolean page = exchange.getRequestURI().getPath().equals("/");
            byte[] body = page ? html : code;
            exchange.getResponseHeaders().set("Content-Type", page ? "text/html" : "text/javascript");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** Registers and waits until that is done. */
    void register(URI webSocket, String extension, String password) {
        page.evaluate(
                "([url, user, password, host]) => phone.register(url, user, password, host)",
                List.of(webSocket.toString(), extension, password, webSocket.getHost()));
        until("registered", () -> (Boolean) page.evaluate("phone.state.registered"));
    }

    void unregister() {
        page.evaluate("phone.unregister()");
        until("unregistered", () -> !(Boolean) page.evaluate("phone.state.registered"));
    }

    void call(String number) {
        page.evaluate("number => phone.call(number)", number);
    }

    void answer() {
        page.evaluate("phone.answer()");
    }

    void press(String digits) {
        page.evaluate("digits => phone.digits(digits)", digits);
    }

    void hangUp() {
        page.evaluate("phone.hangUp()");
    }

    /** @param state {@code ringing}, {@code talking} or {@code ended} */
    void await(String state) {
        until(state, () -> state.equals(page.evaluate("phone.state.call")));
    }

    /** Waits until this is the loudest tone that the page's analyser finds. */
    void awaitTone(double hertz) {
        until(hertz + " Hz heard", () -> Math.abs(loudest() - hertz) < 20);
    }

    void awaitSound() {
        until("any sound heard", () -> loudest() > 0);
    }

    private double loudest() {
        return ((Number) page.evaluate("phone.loudest()")).doubleValue();
    }

    /**
     * Waits until so many packets went each way.
     *
     * @return what the browser counts itself: {@code received}, {@code lost}, {@code codec}, {@code srtp} …
     */
    Map<String, Object> awaitPackets(int count) {
        until(count + " packets each way", () -> {
            Map<String, Object> now = statistics();
            return ((Number) now.get("received")).intValue() >= count && ((Number) now.get("sent")).intValue() >= count;
        });
        return statistics();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> statistics() {
        return (Map<String, Object>) page.evaluate("phone.statistics()");
    }

    private void until(String what, Callable<Boolean> condition) {
        try {
            Awaitility.await(what)
                    .pollInSameThread()
                    .pollInterval(Duration.ofMillis(50))
                    .atMost(Duration.ofSeconds(20))
                    .until(condition);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(what + ": " + page.evaluate("JSON.stringify(phone.state)"), e);
        }
    }

    @Override
    public void close() {
        browser.close();
        server.stop(0);
    }
}
