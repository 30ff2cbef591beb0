package io.zongji.domain.journal;

import java.util.List;
import java.util.function.Consumer;

/** Where facts are written and heard. Implementations keep the order of appending; both methods are thread-safe. */
public interface Journal {

    /** Writes an entry; when and how durably is the implementation's promise. */
    void append(JournalEntry entry);

    /** Writes entries that belong together, such as those of one transaction; a durable journal keeps all of them or none. */
    default void append(List<? extends JournalEntry> entries) {
        entries.forEach(this::append);
    }

    /**
     * Hears every entry from now on, one at a time and in order. A subscriber must be quick and must not throw.
     *
     * @return ends the subscription when closed
     */
    Subscription subscribe(Consumer<JournalEntry> subscriber);

    /** An open subscription. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
