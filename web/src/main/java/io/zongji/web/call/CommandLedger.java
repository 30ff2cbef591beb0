package io.zongji.web.call;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /** Above it the oldest are forgotten early: 300 commands a second, all the time. */
    private static final int MOST = 200_000;

    private final Clock clock;
    private final Map<Key, Entry> entries = new LinkedHashMap<>();

    public CommandLedger() {
        this(Clock.systemUTC());
    }

    CommandLedger(Clock clock) {
        this.clock = clock;
    }

    private record Key(String login, UUID command) {}

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
        synchronized (entries) {
            forget(entry.at());
            before = entries.putIfAbsent(new Key(login, command), entry);
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

    private void forget(Instant now) {
        Iterator<Entry> oldest = entries.values().iterator();
        while (oldest.hasNext()) {
            Instant at = oldest.next().at();
            if (entries.size() < MOST && at.plus(MEMORY).isAfter(now)) {
                return;
            }
            oldest.remove();
        }
    }
}
