package io.zongji.web.events;

import io.zongji.domain.CallId;
import io.zongji.domain.journal.CallEvent;
import io.zongji.store.journal.Positioned;
import io.zongji.store.journal.Stretch;
import java.util.List;
import java.util.function.Consumer;

/** Where events come from: the journal, and what is kept of it. Thread-safe. */
interface EventSource {
    /** The newest position. */
    long lastPosition();

    /** The oldest position that can be told. */
    long oldestPosition();

    /** What came behind a position. */
    Stretch after(long position, int atMost);

    /** The events of a call from the first on. */
    List<CallEvent> ofCall(CallId call);

    /**
     * Tells what comes from now on, in order, on one thread; may leave something out when too much comes.
     *
     * @return ends it when run
     */
    Runnable follow(Consumer<Positioned> listener);
}
