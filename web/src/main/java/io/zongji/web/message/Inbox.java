package io.zongji.web.message;

import io.zongji.store.message.Message;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one reader has not read yet, as far as it is known: whoever asks never waits for the database. It is read again, on
 * another thread, after each change, also after one that comes while it is being read. Thread-safe.
 */
final class Inbox {
    private static final Logger log = LoggerFactory.getLogger(Inbox.class);

    /** How long a message is shown that nobody reads. */
    static final Duration SHOWN = Duration.ofHours(24);

    /** Before the database is asked again that could not answer. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    private final String login;
    private final Source source;
    private final Executor reader;
    private final Clock clock;
    private List<Message> known = List.of();
    private boolean changed = true;
    private boolean reading;
    private Instant notBefore = Instant.MIN;

    /** Where messages are kept. */
    interface Source {
        /** Those that somebody has not read, sent after a moment, oldest first. */
        List<Message> unread(String login, Instant since) throws SQLException;
    }

    /** @param reader reads, on another thread than those who ask */
    Inbox(String login, Source source, Executor reader, Clock clock) {
        this.login = login;
        this.source = source;
        this.reader = reader;
        this.clock = clock;
    }

    /** Something was sent to the reader, or read. */
    synchronized void change() {
        changed = true;
    }

    /** Oldest first; those of the last day. */
    synchronized List<Message> unread() {
        Instant now = clock.instant();
        if (changed && !reading && !now.isBefore(notBefore)) {
            changed = false;
            reading = true;
            reader.execute(this::read);
        }
        Instant oldest = now.minus(SHOWN);
        return known.stream()
                .filter(message -> message.sentAt().isAfter(oldest))
                .toList();
    }

    private void read() {
        List<Message> read = null;
        try {
            read = List.copyOf(source.unread(login, clock.instant().minus(SHOWN)));
        } catch (SQLException e) {
            log.warn("The messages of {} cannot be read now", login, e);
        } finally {
            keep(read);
        }
    }

    /** @param read null when it could not be read */
    private synchronized void keep(List<Message> read) {
        reading = false;
        if (read == null) {
            changed = true;
            notBefore = clock.instant().plus(PAUSE);
        } else {
            known = read;
        }
    }
}
