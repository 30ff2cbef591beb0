package io.zongji.domain.recording;

import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.recording.PartFold.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes the {@link RecordingLedger} of one call from its events, which are taken in order and once each. Small enough to be
 * kept for every call in progress. Not thread-safe.
 */
public final class LedgerFold {
    /**
     * Shorter stretches without audio are no gap: an agent's leg is connected a moment before the two parties are joined and
     * the recorder starts, and clocks are read one after the other.
     */
    private static final Duration MOMENT = Duration.ofMillis(500);

    private final TalkFold talk = new TalkFold();
    private final Map<String, PartFold> parts = new LinkedHashMap<>();
    private final List<Span> declined = new ArrayList<>();
    private Instant declinedSince;
    private boolean cleared;

    /** Folds all events of a call. */
    public static RecordingLedger fold(List<CallEvent> events) {
        LedgerFold fold = new LedgerFold();
        events.forEach(fold::apply);
        return fold.ledger();
    }

    /** Takes the next event of the call. */
    public void apply(CallEvent event) {
        talk.apply(event);
        switch (event.type()) {
            case RECORDING_STARTED -> {
                part(event).started(event);
                endDeclined(event.at());
            }
            case RECORDING_PAUSED -> part(event).paused(event.at());
            case RECORDING_RESUMED -> part(event).resumed(event.at());
            case RECORDING_ENDED -> part(event).ended(event);
            case RECORDING_DECLINED -> declinedSince = declinedSince == null ? event.at() : declinedSince;
            case CALL_CLEARED -> cleared = true;
            default -> {
                // Not about recordings.
            }
        }
    }

    private PartFold part(CallEvent event) {
        return parts.computeIfAbsent(event.value(CallEventData.RECORDING).orElse(""), id -> new PartFold());
    }

    private void endDeclined(Instant at) {
        if (declinedSince != null) {
            declined.add(new Span(declinedSince, at));
            declinedSince = null;
        }
    }

    /** Whether the books can be closed: the call is over, and so are its recordings. */
    public boolean complete() {
        return cleared && parts.values().stream().noneMatch(PartFold::open);
    }

    /** The books as they stand; final once {@link #complete()}. */
    public RecordingLedger ledger() {
        return new RecordingLedger(talk.talks().stream().flatMap(this::entries).toList());
    }

    private Stream<LedgerEntry> entries(TalkFold.Talk said) {
        List<PartFold> own = parts.values().stream()
                .filter(part -> part.hasChannelOf(said.leg()))
                .toList();
        List<Span> audio = own.stream().flatMap(part -> part.audio().stream()).toList();
        List<Span> pauses = own.stream().flatMap(part -> part.pauses().stream()).toList();
        List<Span> declined = declined();
        TreeSet<Instant> cuts = new TreeSet<>(List.of(said.from(), said.until()));
        Stream.of(audio, pauses, declined)
                .flatMap(List::stream)
                .flatMap(span -> Stream.of(span.from(), span.until()))
                .filter(cut -> cut.isAfter(said.from()) && cut.isBefore(said.until()))
                .forEach(cuts::add);
        List<LedgerEntry> entries = new ArrayList<>();
        Instant from = cuts.first();
        for (Instant until : cuts.tailSet(from, false)) {
            Coverage coverage = within(pauses, from, until)
                    ? Coverage.PAUSED
                    : within(audio, from, until)
                            ? Coverage.RECORDED
                            : within(declined, from, until) ? Coverage.NOT_WANTED : Coverage.MISSING;
            add(entries, new LedgerEntry(said.leg(), from, until, coverage));
            from = until;
        }
        return entries.stream()
                .filter(entry ->
                        entry.coverage() != Coverage.MISSING || entry.length().compareTo(MOMENT) >= 0);
    }

    private List<Span> declined() {
        List<Span> all = new ArrayList<>(declined);
        if (declinedSince != null) {
            all.add(new Span(declinedSince, Instant.MAX));
        }
        return all;
    }

    private static boolean within(List<Span> spans, Instant from, Instant until) {
        return spans.stream().anyMatch(span -> span.covers(from, until));
    }

    /** Neighbours of one kind are one entry. */
    private static void add(List<LedgerEntry> entries, LedgerEntry next) {
        LedgerEntry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
        if (last != null && last.coverage() == next.coverage()) {
            entries.set(entries.size() - 1, new LedgerEntry(last.leg(), last.from(), next.until(), next.coverage()));
        } else {
            entries.add(next);
        }
    }
}
