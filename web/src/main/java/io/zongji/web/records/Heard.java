package io.zongji.web.records;

import io.zongji.web.Newest;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What somebody has listened to just now, so that one hearing is one line of the audit log: a player asks for a recording
 * piece by piece and in any order, so which piece is asked for tells nothing.
 */
@SessionScoped
public class Heard implements Serializable {
    private static final long serialVersionUID = 1L;
    /** After a longer pause it is another hearing. */
    static final Duration PAUSE = Duration.ofMinutes(10);

    private static final int MOST = 100;

    private final Clock clock;
    private final Map<String, Instant> lastAsked = Newest.byUse(MOST);

    public Heard() {
        this(Clock.systemUTC());
    }

    Heard(Clock clock) {
        this.clock = clock;
    }

    /** Whether a hearing of this begins now. */
    synchronized boolean isNew(String path) {
        Instant now = clock.instant();
        Instant before = lastAsked.put(path, now);
        return before == null || before.plus(PAUSE).isBefore(now);
    }
}
