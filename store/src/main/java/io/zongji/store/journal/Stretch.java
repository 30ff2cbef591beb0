package io.zongji.store.journal;

import java.util.List;

/**
 * A part of the journal.
 *
 * @param entries in order
 * @param upTo    the position up to which that is everything; the next part begins behind it
 */
public record Stretch(List<Positioned> entries, long upTo) {
    public Stretch {
        entries = List.copyOf(entries);
    }
}
