package io.zongji.web.events;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A WebSocket as the way out of a line. */
final class SessionExit implements EventLine.Exit {
    private static final Logger log = LoggerFactory.getLogger(SessionExit.class);

    private final Session session;

    SessionExit(Session session) {
        this.session = session;
    }

    @Override
    public void send(String message, Consumer<Boolean> sent) {
        session.getAsyncRemote().sendText(message, result -> sent.accept(result.isOK()));
    }

    @Override
    public void ping() {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException e) {
            log.debug("A line is gone", e);
        }
    }

    /** On a thread of its own: the other end may be what does not take anything. */
    @Override
    public void close(String reason) {
        CompletableFuture.runAsync(() -> {
            try {
                session.close(new CloseReason(CloseReason.CloseCodes.TRY_AGAIN_LATER, reason));
            } catch (IOException | RuntimeException e) {
                log.debug("A line was closed already", e);
            }
        });
    }
}
