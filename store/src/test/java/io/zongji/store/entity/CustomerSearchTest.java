package io.zongji.store.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.store.TestDatabase;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CustomerSearchTest {

    @ParameterizedTest
    @EnumSource
    void aCustomerIsFoundByTheBeginningOfNameCompanyOrNumber(TestDatabase kind) {
        DataSource database = empty(kind);
        inTransaction(database, manager -> {
            add(manager, "1", "Li Na", "Blue Sky", "13800138000");
            add(manager, "2", "王伟", "蓝天", "+8675512345678");
            add(manager, "3", "Anna", "100% Pure", "li_na");
            return null;
        });

        assertThat(found(database, "li n")).containsExactly("1");
        assertThat(found(database, "BLUE")).containsExactly("1");
        assertThat(found(database, "王")).containsExactly("2");
        assertThat(found(database, "蓝天")).containsExactly("2");
        assertThat(found(database, "138-0013")).containsExactly("1");
        assertThat(found(database, "+86 755")).containsExactly("2");
        assertThat(found(database, "li_")).containsExactly("3");
        assertThat(found(database, "100%")).containsExactly("3");
        assertThat(found(database, "0%")).isEmpty();
        assertThat(found(database, "-")).isEmpty();
        assertThat(found(database, " ")).containsExactly("3", "1", "2");
        assertThat(found(database, "nobody")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aNewNameIsFoundAndTheOldOneIsNot(TestDatabase kind) {
        DataSource database = empty(kind);
        inTransaction(database, manager -> {
            add(manager, "1", "Li Na", "", "13800138000");
            return null;
        });
        inTransaction(database, manager -> {
            manager.find(CustomerRow.class, "1").setName("Zhao Min");
            return null;
        });

        assertThat(found(database, "zhao")).containsExactly("1");
        assertThat(found(database, "li")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noLookUpReadsTheWholeTable(TestDatabase kind) {
        DataSource database = empty(kind);
        many(database, 20_000);
        List<String> statements = new ArrayList<>();
        inTransaction(database, statements::add, manager -> CustomerSearch.page(manager, "13800004", 0, 20));

        List<String> lookUps =
                statements.stream().filter(sql -> sql.contains(" like ")).toList();
        assertThat(lookUps).hasSize(3);
        for (String lookUp : lookUps) {
            // The beginning is a range of an index: by the order of characters, whatever the language's is.
            assertThat(plan(database, lookUp)).contains(kind == TestDatabase.H2 ? ">= '13800004'" : "~>=~");
        }
    }

    private static DataSource empty(TestDatabase kind) {
        DataSource database = kind.migrated();
        TestDatabase.execute(database, "insert into tenant values ('default', 'Ours', current_timestamp)");
        return database;
    }

    private static void many(DataSource database, int customers) {
        inTransaction(database, manager -> {
            IntStream.range(0, customers)
                    .forEach(n -> add(
                            manager, "c" + n, "name " + n, "company " + n, String.format(Locale.ROOT, "138%08d", n)));
            return null;
        });
        TestDatabase.execute(database, "analyze");
    }

    private static void add(EntityManager manager, String id, String name, String company, String number) {
        CustomerRow row = new CustomerRow();
        row.setId(id);
        row.setName(name);
        row.setCompany(company);
        row.setCreatedAt(Instant.EPOCH);
        row.setChangedAt(Instant.EPOCH);
        manager.persist(row);
        CustomerNumberRow its = new CustomerNumberRow();
        its.setCustomerId(id);
        its.setNumber(number);
        manager.persist(its);
    }

    /** How the database goes about a statement whose only text to look for is the beginning of a number. */
    private static String plan(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement explained = connection.prepareStatement("explain " + sql)) {
            explained.setString(1, "default");
            explained.setString(2, "13800004%");
            for (int n = 3; n <= explained.getParameterMetaData().getParameterCount(); n++) {
                explained.setInt(n, CustomerSearch.MOST);
            }
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = explained.executeQuery()) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            return plan.toString().toLowerCase(Locale.ROOT);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static List<String> found(DataSource database, String text) {
        return inTransaction(database, manager -> CustomerSearch.page(manager, text, 0, 20).stream()
                .map(CustomerRow::getId)
                .toList());
    }

    private static <T> T inTransaction(DataSource database, Function<EntityManager, T> work) {
        return inTransaction(database, sql -> {}, work);
    }

    private static <T> T inTransaction(DataSource database, Consumer<String> heard, Function<EntityManager, T> work) {
        StatementInspector inspector = sql -> {
            heard.accept(sql);
            return sql;
        };
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        settings.put("jakarta.persistence.nonJtaDataSource", database);
        settings.put("hibernate.session_factory.statement_inspector", inspector);
        try (EntityManagerFactory factory = Persistence.createEntityManagerFactory("zongji", settings);
                EntityManager manager = factory.createEntityManager()) {
            manager.getTransaction().begin();
            T result = work.apply(manager);
            manager.getTransaction().commit();
            return result;
        }
    }
}
