package io.zongji.web.push;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open page. Gets one message at a time: what changes while a message is on its way comes with the next, so that a
 * slow line gets fewer and larger messages instead of a growing backlog. Thread-safe.
 */
final class Viewer {
    private static final Logger log = LoggerFactory.getLogger(Viewer.class);
    private static final String BEAT = "{\"t\":\"beat\"}";
    private static final long QUIET_MS = 900;

    private final Session session;
    private final Sight sight;
    private final Deque<String> answers = new ArrayDeque<>();
    private final Map<String, String> told = new HashMap<>();
    private long version;
    private boolean sending;
    private long sentAt;

    Viewer(Session session, Sight sight, long version) {
        this.session = session;
        this.sight = sight;
        this.version = version;
    }

    Sight sight() {
        return sight;
    }

    /**
     * Sends what is new.
     *
     * @param now     the board's version
     * @param changes gives the message with what came after a version
     * @return false when the line is busy: to be tried again
     */
    synchronized boolean update(long now, LongFunction<String> changes) {
        if (version == now) {
            return true;
        }
        if (sending) {
            return false;
        }
        String message = changes.apply(version);
        // What the board learnt since then is in the message too, and comes once more: that does no harm.
        version = now;
        send(message);
        return true;
    }

    /** Tells that the line works when nothing else was sent for a second. */
    synchronized void beat(long nowMillis) {
        if (!sending && nowMillis - sentAt >= QUIET_MS) {
            send(BEAT);
        }
    }

    /**
     * Tells something whole, unless that is what was told under this name last.
     *
     * @param name of what it is about
     */
    synchronized void tell(String name, String message) {
        if (!message.equals(told.put(name, message))) {
            answer(message);
        }
    }

    /** Sends an answer as soon as the line is free. */
    synchronized void answer(String message) {
        if (sending) {
            answers.add(message);
        } else {
            send(message);
        }
    }

    /** Ends the line; on a thread of its own, as the page may be what does not take anything. */
    void cut() {
        CompletableFuture.runAsync(() -> {
            try {
                session.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "sign in"));
            } catch (IOException | RuntimeException e) {
                log.debug("A page's line was closed already", e);
            }
        });
    }

    private void send(String message) {
        sending = true;
        sentAt = System.currentTimeMillis();
        session.getAsyncRemote().sendText(message, this::sent);
    }

    private synchronized void sent(SendResult result) {
        sending = false;
        if (!result.isOK()) {
            log.debug("A page could not be told", result.getException());
        } else if (!answers.isEmpty()) {
            send(answers.poll());
        }
    }
}
