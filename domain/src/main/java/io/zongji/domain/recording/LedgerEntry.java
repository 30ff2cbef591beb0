package io.zongji.domain.recording;

import io.zongji.domain.LegId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A stretch in which a leg talked, and what became of it.
 *
 * @param until after {@code from}
 */
public record LedgerEntry(LegId leg, Instant from, Instant until, Coverage coverage) {
    public LedgerEntry {
        Objects.requireNonNull(leg, "leg");
        Objects.requireNonNull(coverage, "coverage");
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("until: after " + from + ", was " + until);
        }
    }

    public Duration length() {
        return Duration.between(from, until);
    }
}
