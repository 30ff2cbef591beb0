package io.zongji.web.phone;

import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One page's SIP: two WebSockets, each of which lives no longer than the other. Thread-safe. */
final class SipLine implements WebSocket.Listener {
    private static final Logger log = LoggerFactory.getLogger(SipLine.class);

    private final Session page;
    private final StringBuilder part = new StringBuilder();
    /** What was sent last; what comes next waits for it. */
    private CompletableFuture<WebSocket> sent;

    private volatile WebSocket sip;
    private volatile long heardNanos = System.nanoTime();
    private volatile boolean closed;

    SipLine(Session page) {
        this.page = page;
    }

    void connect(HttpClient client, URI address) {
        CompletableFuture<WebSocket> connecting =
                client.newWebSocketBuilder().subprotocols("sip").buildAsync(address, this);
        synchronized (this) {
            sent = connecting;
        }
        connecting.whenComplete((socket, failure) -> {
            sip = socket;
            if (failure != null) {
                log.warn("SIP at {} does not answer pages: {}", address, failure.toString());
                close();
            } else if (closed) {
                socket.abort();
            }
        });
    }

    /** From the page to SIP. */
    void pass(String message) {
        heard();
        synchronized (this) {
            sent = sent.thenCompose(socket -> socket.sendText(message, true));
            sent.exceptionally(failure -> {
                log.debug("A page's SIP could not be passed on", failure);
                close();
                return null;
            });
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            String message = part.toString();
            part.setLength(0);
            try {
                page.getBasicRemote().sendText(message);
            } catch (IOException | RuntimeException e) {
                log.debug("A page could not be told", e);
                close();
            }
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        return onText(socket, StandardCharsets.UTF_8.decode(data), last);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
        close();
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        close();
    }

    void heard() {
        heardNanos = System.nanoTime();
    }

    /** Asks the browser whether it is there. A line that has been silent for that long, is lost. */
    void check(long now, long patienceNanos) {
        if (now - heardNanos > patienceNanos) {
            log.info("A page's phone was silent for too long");
            close();
            return;
        }
        try {
            page.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException e) {
            log.debug("A page could not be asked", e);
            close();
        }
    }

    /** Ends both; without a handshake towards SIP, which shall know at once. Idempotent. */
    void close() {
        closed = true;
        WebSocket towardsSip = sip;
        if (towardsSip != null) {
            towardsSip.abort();
        }
        try {
            page.close();
        } catch (IOException | RuntimeException e) {
            log.debug("A page's line was closed already", e);
        }
    }
}
