package io.zongji.web.audit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sign-ins that were refused, in as few lines as tell what happened, since strangers can make any number of them: the first one
 * of a name from an address is written at once, how many more there were when the minute ends. Who tries many names
 * gets one line for the rest of them. Thread-safe.
 */
final class RefusedSignIns {
    /** Names of one address that get a line of their own in a minute. */
    static final int MOST_NAMES = 10;

    /** Lines of all addresses together that are begun in a minute. */
    static final int MOST_LINES = 200;

    private final Line line;
    private final Map<Stranger, Integer> tried = new LinkedHashMap<>();

    /** Where a line is written. */
    interface Line {
        /** Must return at once. */
        void write(String login, String address, String detail);
    }

    /** Empty texts stand for all those that have no line of their own. */
    private record Stranger(String login, String address) {}

    RefusedSignIns(Line line) {
        this.line = line;
    }

    /** Somebody was refused. */
    synchronized void add(String login, String address) {
        Stranger stranger = lineOf(new Stranger(login, address));
        if (tried.merge(stranger, 1, Integer::sum) == 1) {
            line.write(stranger.login(), stranger.address(), "");
        }
    }

    private Stranger lineOf(Stranger stranger) {
        if (tried.containsKey(stranger)) {
            return stranger;
        }
        long names = tried.keySet().stream()
                .filter(other -> other.address().equals(stranger.address()))
                .count();
        Stranger ofAddress = names < MOST_NAMES ? stranger : new Stranger("", stranger.address());
        return tried.containsKey(ofAddress) || tried.size() < MOST_LINES ? ofAddress : new Stranger("", "");
    }

    /** Writes how many more there were, and begins anew. */
    synchronized void endMinute() {
        tried.forEach((stranger, times) -> {
            if (times > 1) {
                line.write(stranger.login(), stranger.address(), (times - 1) + " more within a minute");
            }
        });
        tried.clear();
    }
}
