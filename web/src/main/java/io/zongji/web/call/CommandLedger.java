package io.zongji.web.call;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Remembers the answers to commands that carry an id: who asks the same again, because an answer was lost on the way, gets the
 * first answer and nothing is done twice, also while the first is still being carried out. Thread-safe.
 */
@ApplicationScoped
public class CommandLedger {
    /** How long a command may be repeated. */
    public static final Duration MEMORY = Duration.ofMinutes(10);

    /** Above it the oldest of the same person or program are forgotten early; nobody can make those of others forgotten. */
    static final int MOST_OF_ONE = 5_000;

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, LinkedHashMap<UUID, Entry>> ofLogins = new HashMap<>();
    private Instant nextSweep = Instant.MIN;

    public CommandLedger() {
        this(Clock.systemUTC());
    }

    CommandLedger(Clock clock) {
        this.clock = clock;
    }

    private record Entry(Object content, CompletableFuture<Answer> answer, Instant at) {}

    /**
     * Does what is asked, unless it was asked before.
     *
     * @param login   who asks; ids of others are none of theirs
     * @param command the command's id; null for one that is not to be repeated
     * @param content what is asked; another one with the same id is refused
     * @param work    does it, and never completes exceptionally
     */
    public CompletableFuture<Answer> once(
            String login, UUID command, Object content, Supplier<CompletableFuture<Answer>> work) {
        if (command == null) {
            return work.get();
        }
        Entry entry = new Entry(content, new CompletableFuture<>(), clock.instant());
        Entry before;
        synchronized (ofLogins) {
            sweep(entry.at());
            LinkedHashMap<UUID, Entry> own = ofLogins.computeIfAbsent(login, key -> new LinkedHashMap<>());
            forget(own, MOST_OF_ONE, entry.at());
            before = own.putIfAbsent(command, entry);
        }
        if (before == null) {
            // Outside of the lock: the work may take its time, and others ask meanwhile.
            work.get().whenComplete((answer, failure) -> {
                if (failure == null) {
                    entry.answer().complete(answer);
                } else {
                    entry.answer().completeExceptionally(failure);
                }
            });
            return entry.answer().copy();
        }
        return before.content().equals(content)
                ? before.answer().copy()
                : CompletableFuture.completedFuture(Answer.refused(Answer.ID_REUSED));
    }

    private void sweep(Instant now) {
        if (now.isBefore(nextSweep)) {
            return;
        }
        nextSweep = now.plus(BETWEEN_SWEEPS);
        ofLogins.values().removeIf(entries -> {
            forget(entries, Integer.MAX_VALUE, now);
            return entries.isEmpty();
        });
    }

    private static void forget(LinkedHashMap<UUID, Entry> entries, int most, Instant now) {
        Iterator<Entry> oldest = entries.values().iterator();
        while (oldest.hasNext()) {
            Instant at = oldest.next().at();
            if (entries.size() < most && at.plus(MEMORY).isAfter(now)) {
                return;
            }
            oldest.remove();
        }
    }
}
