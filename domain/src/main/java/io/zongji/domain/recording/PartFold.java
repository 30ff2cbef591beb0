package io.zongji.domain.recording;

import io.zongji.domain.LegId;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** One part of a recording, folded from its events. */
final class PartFold {
    private List<Channel> channels = List.of();
    private Instant from;
    private Duration length = Duration.ZERO;
    private Instant pausedSince;
    private final List<Span> pauses = new ArrayList<>();
    private Instant ended;

    /** A stretch of time. */
    record Span(Instant from, Instant until) {
        boolean covers(Instant start, Instant end) {
            return !from.isAfter(start) && !until.isBefore(end);
        }
    }

    void started(CallEvent event) {
        channels = Channel.read(event.value(CallEventData.CHANNELS).orElse(null));
        from = audioFrom(event);
    }

    private static Instant audioFrom(CallEvent event) {
        try {
            return event.value(CallEventData.AUDIO_FROM).map(Instant::parse).orElse(event.at());
        } catch (DateTimeParseException e) {
            return event.at();
        }
    }

    void paused(Instant at) {
        pausedSince = pausedSince == null ? at : pausedSince;
    }

    void resumed(Instant at) {
        if (pausedSince != null) {
            pauses.add(new Span(pausedSince, at));
            pausedSince = null;
        }
    }

    /** Only what is in a finished file counts: one that failed or was lost covers nothing. */
    void ended(CallEvent event) {
        String millis = event.value(CallEventData.DURATION_MS).orElse("");
        boolean finished = event.value(CallEventData.SHA256).isPresent() && millis.matches("\\d{1,15}");
        length = finished ? Duration.ofMillis(Long.parseLong(millis)) : Duration.ZERO;
        ended = event.at();
    }

    boolean open() {
        return from != null && ended == null;
    }

    boolean hasChannelOf(LegId leg) {
        return channels.stream().anyMatch(channel -> channel.leg().equals(leg));
    }

    /** The time that the file plays; empty when there is none. */
    List<Span> audio() {
        return from == null || length.isZero() ? List.of() : List.of(new Span(from, from.plus(length)));
    }

    /** Pauses, also the one in which the part ended. */
    List<Span> pauses() {
        List<Span> all = new ArrayList<>(pauses);
        if (pausedSince != null) {
            all.add(new Span(pausedSince, ended == null ? Instant.MAX : ended));
        }
        return all;
    }
}
