package io.zongji.domain.recording;

import java.time.Duration;
import java.util.List;

/**
 * The books of one call's recording: every stretch in which a leg talked, matched to audio. Talk counts for each leg, so two
 * parties who talk for a minute are two minutes.
 *
 * @param entries by leg, then by time, without overlaps within a leg
 */
public record RecordingLedger(List<LedgerEntry> entries) {
    public RecordingLedger {
        entries = List.copyOf(entries);
    }

    public Duration talk() {
        return entries.stream().map(LedgerEntry::length).reduce(Duration.ZERO, Duration::plus);
    }

    public Duration of(Coverage coverage) {
        return all(coverage).stream().map(LedgerEntry::length).reduce(Duration.ZERO, Duration::plus);
    }

    public List<LedgerEntry> all(Coverage coverage) {
        return entries.stream().filter(entry -> entry.coverage() == coverage).toList();
    }

    /** How much of what should be recorded is: 0 to 1; 1 when nothing should be. */
    public double share() {
        double recorded = of(Coverage.RECORDED).toMillis();
        double missing = of(Coverage.MISSING).toMillis();
        return missing == 0 ? 1 : recorded / (recorded + missing);
    }
}
