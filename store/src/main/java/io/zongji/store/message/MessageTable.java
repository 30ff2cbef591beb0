package io.zongji.store.message;

import io.zongji.domain.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Keeps messages and who has read them. Thread-safe. */
public final class MessageTable {
    private static final String COLUMNS = "m.id, m.sent_at, m.sender, m.sender_name, m.audience, m.content";

    private final DataSource database;

    public MessageTable(DataSource database) {
        this.database = database;
    }

    /**
     * A message and how far it got.
     *
     * @param recipients whom it was sent to
     * @param read       how many of them have read it
     * @param toReader   whether it was sent to the one who asks, too
     */
    public record Sent(Message message, int recipients, int read, boolean toReader) {}

    /**
     * Keeps a message for its readers, as a whole or not at all.
     *
     * @param logins of its readers
     * @return the message with its id
     */
    public Message send(Message message, Collection<String> logins) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long id = insert(connection, message);
                insertReceipts(connection, id, logins);
                connection.commit();
                return new Message(
                        id,
                        message.sentAt(),
                        message.sender(),
                        message.senderName(),
                        message.audience(),
                        message.content());
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** What somebody has not read yet and was sent since a moment, oldest first. */
    public List<Message> unread(String login, Instant since) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select " + COLUMNS
                        + " from message m join message_receipt r on r.message_id = m.id"
                        + " where r.login = ? and r.read_at is null and m.sent_at >= ? order by m.id")) {
            select.setString(1, login);
            select.setObject(2, since.atOffset(ZoneOffset.UTC));
            List<Message> messages = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    messages.add(message(row));
                }
            }
            return messages;
        }
    }

    /** Somebody has read a message; the first time counts. False when there was nothing to read. */
    public boolean read(long id, String login, Instant at) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update message_receipt set read_at = ? where message_id = ? and login = ? and read_at is null")) {
            update.setObject(1, at.atOffset(ZoneOffset.UTC));
            update.setLong(2, id);
            update.setString(3, login);
            return update.executeUpdate() > 0;
        }
    }

    /**
     * The last messages, newest first.
     *
     * @param reader the login of the one who asks
     */
    public List<Sent> last(int most, String reader) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select " + COLUMNS
                        + ", (select count(*) from message_receipt r where r.message_id = m.id),"
                        + " (select count(*) from message_receipt r where r.message_id = m.id and r.read_at is not null),"
                        + " (select count(*) from message_receipt r where r.message_id = m.id and r.login = ?)"
                        + " from message m where m.tenant_id = ? order by m.id desc")) {
            select.setString(1, reader);
            select.setString(2, TenantId.DEFAULT.value());
            select.setMaxRows(most);
            List<Sent> sent = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    sent.add(new Sent(message(row), row.getInt(7), row.getInt(8), row.getInt(9) > 0));
                }
            }
            return sent;
        }
    }

    private static Message message(ResultSet row) throws SQLException {
        return new Message(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }

    private static long insert(Connection connection, Message message) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into message (tenant_id, sent_at, sender, sender_name, audience, content) values (?, ?, ?, ?, ?, ?)",
                new String[] {"id"})) {
            insert.setString(1, TenantId.DEFAULT.value());
            insert.setObject(2, message.sentAt().atOffset(ZoneOffset.UTC));
            insert.setString(3, message.sender());
            insert.setString(4, message.senderName());
            insert.setString(5, message.audience());
            insert.setString(6, message.content());
            insert.executeUpdate();
            try (ResultSet key = insert.getGeneratedKeys()) {
                key.next();
                return key.getLong(1);
            }
        }
    }

    private static void insertReceipts(Connection connection, long id, Collection<String> logins) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into message_receipt (message_id, login, tenant_id) values (?, ?, ?)")) {
            for (String login : logins) {
                insert.setLong(1, id);
                insert.setString(2, login);
                insert.setString(3, TenantId.DEFAULT.value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
