package io.zongji.domain.routing;

import java.time.Instant;
import java.util.Comparator;

/** Something the engine does by itself when the time comes. */
record Deadline(Instant at, Kind kind, String id) implements Comparable<Deadline> {
    private static final Comparator<Deadline> ORDER =
            Comparator.comparing(Deadline::at).thenComparing(Deadline::kind).thenComparing(Deadline::id);

    /** What; the order decides between those of the same instant. */
    enum Kind {
        /** A task's offer was not answered in time. */
        OFFER,
        /** An agent's wrap-up or forced busy is over. */
        AGENT,
        /** A task may be offered again to somebody who refused it. */
        RETRY,
        /** A task waited as long as its queue allows. */
        MAX_WAIT
    }

    @Override
    public int compareTo(Deadline other) {
        return ORDER.compare(this, other);
    }
}
