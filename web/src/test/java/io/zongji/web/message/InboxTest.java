package io.zongji.web.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.store.message.Message;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

/** Whoever asks waits for nothing, and nothing that was sent is missed for long. */
class InboxTest {
    private final Deque<Runnable> readings = new ArrayDeque<>();
    private final List<Message> sent = new ArrayList<>();
    private final MutableClock clock = MutableClock.of(Instant.parse("2026-01-05T09:00:00Z"), ZoneOffset.UTC);
    private final Inbox inbox = new Inbox("amy", (login, since) -> database(), readings::add, clock);
    private boolean away;
    private Runnable afterwards = () -> {};

    private List<Message> database() throws SQLException {
        if (away) {
            throw new SQLException("away");
        }
        List<Message> answer = List.copyOf(sent);
        afterwards.run();
        return answer;
    }

    private Message send(String text) {
        Message message = new Message(sent.size() + 1L, clock.instant(), "boss", "Boss", "all", text);
        sent.add(message);
        inbox.change();
        return message;
    }

    private void read() {
        while (!readings.isEmpty()) {
            readings.poll().run();
        }
    }

    @Test
    void whoAsksIsToldWhatIsKnownAndTheRestIsReadElsewhere() {
        Message first = send("first");
        assertThat(inbox.unread()).isEmpty();
        assertThat(inbox.unread()).isEmpty();
        assertThat(readings).as("one reading at a time").hasSize(1);
        read();
        assertThat(inbox.unread()).containsExactly(first);
        assertThat(readings).as("nothing changed").isEmpty();
    }

    @Test
    void whatIsSentWhileOthersAreReadIsNotMissed() {
        Message first = send("first");
        // The answer is there, but not kept yet, when the second one is sent.
        afterwards = () -> {
            afterwards = () -> {};
            send("second");
        };
        inbox.unread();
        read();

        assertThat(inbox.unread()).containsExactly(first);
        read();
        assertThat(inbox.unread()).extracting(Message::content).containsExactly("first", "second");
    }

    @Test
    void aDatabaseThatIsAwayIsNotAskedAllTheTime() {
        Message first = send("first");
        away = true;
        inbox.unread();
        read();
        assertThat(inbox.unread()).isEmpty();
        assertThat(readings).as("not at once").isEmpty();

        away = false;
        clock.add(Inbox.PAUSE);
        inbox.unread();
        read();
        assertThat(inbox.unread()).containsExactly(first);
    }

    @Test
    void aMessageThatNobodyReadsIsShownForADay() {
        send("first");
        inbox.unread();
        read();
        clock.add(Inbox.SHOWN.minus(Duration.ofSeconds(1)));
        assertThat(inbox.unread()).hasSize(1);
        clock.add(Duration.ofSeconds(1));
        assertThat(inbox.unread()).isEmpty();
    }
}
