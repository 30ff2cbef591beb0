package io.zongji.store.migration;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What every tenant begins with: migrations that fill tables for tenants that are there are run again for new ones. */
public final class UsualRows {

    private static final List<String> FILES = List.of("V11_1__usual_reasons.sql", "V11_3__usual_wrap_up_codes.sql");

    private UsualRows() {}

    /** Gives tenants what they have nothing of; part of the connection's transaction. */
    public static void add(Connection connection) throws SQLException {
        for (String file : FILES) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(text(file));
            }
        }
    }

    private static String text(String file) {
        try (Reader reader = new NamedMigration(file, UsualRows.class.getClassLoader()).read();
                StringWriter text = new StringWriter()) {
            reader.transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
