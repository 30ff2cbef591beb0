package io.zongji.store.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The statements of one transaction, each prepared once and sent as one JDBC batch, in the order of first mention. A row
 * that changes one which the same transaction may insert has to mention the insert {@linkplain #after first}.
 */
final class Batch implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>();

    Batch(Connection connection) {
        this.connection = connection;
    }

    Row row(String sql) throws SQLException {
        return new Row(statement(sql));
    }

    /** Has all rows of this statement written before those of statements that were not mentioned yet. */
    Batch after(String sql) throws SQLException {
        statement(sql);
        return this;
    }

    private PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    void execute() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.executeBatch();
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
    }
}
