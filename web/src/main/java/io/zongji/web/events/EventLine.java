package io.zongji.web.events;

import io.zongji.store.journal.Positioned;
import io.zongji.web.SignedInUser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One program's line. Messages go out in order, one at a time; who takes them too slowly is cut off with a reason and may come
 * back and go on where it was. Thread-safe.
 */
final class EventLine {
    /** Messages that may wait: a burst, or a network that hangs for some seconds. */
    static final int MOST_WAITING = 2_000;

    private static final int MOST_WAITING_CHARACTERS = 4_000_000;

    /** Where messages go. */
    interface Exit {
        /** Sends one message and tells when the next may come; false when that is never. */
        void send(String message, java.util.function.Consumer<Boolean> sent);

        /** Asks whether the other end is there. */
        void ping();

        /** Ends the line; may be called twice. */
        void close(String reason);
    }

    private final Exit exit;
    private final SignedInUser user;
    private final Deque<String> waiting = new ArrayDeque<>();
    private Subscription subscription;
    private boolean begun;
    private boolean live;
    private long told;
    private long boardVersion;
    private int characters;
    private boolean sending;
    private boolean draining;
    private boolean cut;
    private long lastNanos = System.nanoTime();

    EventLine(Exit exit, SignedInUser user) {
        this.exit = exit;
        this.user = user;
    }

    SignedInUser user() {
        return user;
    }

    /** False when there is one already. */
    synchronized boolean subscribe(Subscription wanted) {
        if (subscription != null) {
            return false;
        }
        subscription = wanted;
        return true;
    }

    /** Takes the wish back: it could not be fulfilled. */
    synchronized void unsubscribe() {
        subscription = null;
    }

    /** Null before there is one. */
    synchronized Subscription subscription() {
        return subscription;
    }

    /** Everything up to the position is known at the other end. */
    synchronized void beginBehind(long position) {
        begun = true;
        told = position;
    }

    /** From now on, what happens is told as it happens. */
    synchronized void goLive(long position) {
        beginBehind(position);
        live = true;
    }

    synchronized boolean isLive() {
        return live && !cut;
    }

    synchronized boolean isCut() {
        return cut;
    }

    /** Tells an event if it is wanted. */
    void tell(Positioned at, Supplier<String> message, CallTrails trails) {
        Subscription wanted = subscription();
        if (wanted != null && wanted.includes(at.entry(), user, trails)) {
            send(message.get());
        }
        synchronized (this) {
            told = at.position();
        }
    }

    /**
     * Tells when nothing was told for a while, also because nothing of the past is wanted: the position lets the program resume
     * close to where this is.
     */
    synchronized void beat(long nowNanos, long quietNanos) {
        if (begun && !sending && nowNanos - lastNanos >= quietNanos) {
            send(EventJson.beat(told));
        }
    }

    /** The board's version that was shown last; 0 before the first. */
    synchronized long boardVersion() {
        return boardVersion;
    }

    /** Shows a picture, unless others wait: then the next one shows more at once. False when not. */
    synchronized boolean show(long version, String picture) {
        if (!waiting.isEmpty() || sending) {
            return false;
        }
        boardVersion = version;
        send(picture);
        return true;
    }

    /** Notes that there was nothing to show up to a version. */
    synchronized void shown(long version) {
        boardVersion = version;
    }

    /** Sends as soon as what waits is sent. */
    synchronized void send(String message) {
        if (cut) {
            return;
        }
        waiting.add(message);
        characters += message.length();
        if (waiting.size() > MOST_WAITING || characters > MOST_WAITING_CHARACTERS) {
            cut("too slow");
            return;
        }
        drain();
    }

    /** Waits until there is room for many messages; false when the line is cut, also because there is none for long. */
    synchronized boolean awaitRoom(long atMostMillis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(atMostMillis);
        while (!cut && waiting.size() > MOST_WAITING / 4) {
            long rest = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (rest <= 0) {
                cut("too slow");
            } else {
                wait(rest);
            }
        }
        return !cut;
    }

    /** Asks whether the other end is there; what it answers comes to the endpoint. */
    synchronized void ping() {
        if (!cut) {
            exit.ping();
        }
    }

    /** Ends the line. */
    synchronized void cut(String reason) {
        if (!cut) {
            cut = true;
            waiting.clear();
            notifyAll();
            exit.close(reason);
        }
    }

    private void drain() {
        while (!cut && !sending && !waiting.isEmpty()) {
            String next = waiting.poll();
            characters -= next.length();
            sending = true;
            draining = true;
            lastNanos = System.nanoTime();
            // It may be sent before this returns: then the loop goes on, instead of a call within a call within a call.
            exit.send(next, this::sent);
            draining = false;
        }
    }

    private synchronized void sent(boolean well) {
        sending = false;
        notifyAll();
        if (!well) {
            cut("gone");
        } else if (!draining) {
            drain();
        }
    }
}
