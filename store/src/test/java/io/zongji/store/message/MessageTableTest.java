package io.zongji.store.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.store.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageTableTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    @ParameterizedTest
    @EnumSource
    void aMessageIsUnreadUntilItsReaderHasReadIt(TestDatabase kind) throws SQLException {
        MessageTable table = new MessageTable(kind.migrated());
        Message hello = table.send(message(NOON, "hello"), List.of("1001", "1002"));
        assertThat(table.unread("1001", NOON)).containsExactly(hello);
        assertThat(table.unread("1003", NOON)).isEmpty();

        assertThat(table.read(hello.id(), "1001", NOON.plusSeconds(5))).isTrue();
        assertThat(table.read(hello.id(), "1001", NOON.plusSeconds(9))).isFalse();
        assertThat(table.read(hello.id(), "1003", NOON.plusSeconds(9))).isFalse();

        assertThat(table.unread("1001", NOON)).isEmpty();
        assertThat(table.unread("1002", NOON)).containsExactly(hello);
        assertThat(table.last(10, "1001")).containsExactly(new MessageTable.Sent(hello, 2, 1, true));
        assertThat(table.last(10, "1003")).containsExactly(new MessageTable.Sent(hello, 2, 1, false));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsTooOldIsNotShownAnyMore(TestDatabase kind) throws SQLException {
        MessageTable table = new MessageTable(kind.migrated());
        table.send(message(NOON.minusSeconds(1), "yesterday"), List.of("1001"));
        Message first = table.send(message(NOON, "first"), List.of("1001"));
        Message second = table.send(message(NOON.plusSeconds(1), "second"), List.of("1001"));

        assertThat(table.unread("1001", NOON)).containsExactly(first, second);
    }

    private static Message message(Instant at, String content) {
        return new Message(0, at, "supervisor", "Super Visor", "all", content);
    }
}
