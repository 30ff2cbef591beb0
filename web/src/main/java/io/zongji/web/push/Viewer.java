package io.zongji.web.push;

import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open page. Gets one message at a time: what changes while a message is on its way comes with the next, so that a
 * slow line gets fewer and larger messages instead of a growing backlog; one that takes nothing is ended. Thread-safe.
 */
final class Viewer {
    private static final Logger log = LoggerFactory.getLogger(Viewer.class);
    private static final String BEAT = "{\"t\":\"beat\"}";
    private static final long QUIET_MS = 900;
    /** A page that hears nothing for some seconds opens another line anyway. */
    private static final long LONGEST_SEND_MS = 10_000;

    /** That may wait: more than anybody asks while one message is on its way. */
    static final int MOST_ANSWERS = 200;

    private static final CloseReason TOO_SLOW = new CloseReason(CloseReason.CloseCodes.TRY_AGAIN_LATER, "too slow");

    private final Session session;
    private final Sight sight;
    private final Deque<String> answers = new ArrayDeque<>();
    /** What was told last, by its name. */
    private final Map<String, String> told = new HashMap<>();
    /** Of what waits to be told, the newest, by its name. */
    private final Map<String, String> newest = new LinkedHashMap<>();

    private boolean cut;
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

    /** Tells that the line works when nothing else was sent for a second; ends a line that takes nothing for long. */
    synchronized void beat(long nowMillis) {
        if (sending && nowMillis - sentAt > LONGEST_SEND_MS) {
            cut(TOO_SLOW);
        } else if (!sending && nowMillis - sentAt >= QUIET_MS) {
            send(BEAT);
        }
    }

    /**
     * Tells something whole, unless that is what was told under this name last. While the line is busy, the newest waits.
     *
     * @param name of what it is about
     */
    synchronized void tell(String name, String message) {
        if (message.equals(told.put(name, message))) {
            return;
        }
        if (sending) {
            newest.put(name, message);
        } else {
            send(message);
        }
    }

    /** Sends an answer as soon as the line is free. */
    synchronized void answer(String message) {
        if (!sending) {
            send(message);
        } else if (answers.size() < MOST_ANSWERS) {
            answers.add(message);
        } else {
            cut(TOO_SLOW);
        }
    }

    /** Whether the line was ended from here: nothing is told any more. */
    synchronized boolean isCut() {
        return cut;
    }

    /** Ends the line, as whoever opened it may not see the same any more. */
    void signOut() {
        cut(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, "sign in"));
    }

    /** On a thread of its own: the page may be what does not take anything. */
    private synchronized void cut(CloseReason reason) {
        if (cut) {
            return;
        }
        cut = true;
        answers.clear();
        newest.clear();
        CompletableFuture.runAsync(() -> {
            try {
                session.close(reason);
            } catch (IOException | RuntimeException e) {
                log.debug("A page's line was closed already", e);
            }
        });
    }

    private void send(String message) {
        if (cut) {
            return;
        }
        sending = true;
        sentAt = System.currentTimeMillis();
        session.getAsyncRemote().sendText(message, this::sent);
    }

    private synchronized void sent(SendResult result) {
        sending = false;
        if (!result.isOK()) {
            log.debug("A page could not be told", result.getException());
            cut(new CloseReason(CloseReason.CloseCodes.GOING_AWAY, "gone"));
        } else if (!answers.isEmpty()) {
            send(answers.poll());
        } else if (!newest.isEmpty()) {
            send(newest.remove(newest.keySet().iterator().next()));
        }
    }
}
