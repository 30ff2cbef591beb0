package io.zongji.store.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.store.TestDatabase;
import io.zongji.store.profile.KeptTable.Specification;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileTablesTest {

    private static final Specification PLAN = new Specification("Plan", "zj", "1.0");
    private static final Specification OTHER = new Specification("Plan", "zj", "2.0");

    @ParameterizedTest
    @EnumSource
    void everyKindOfValueComesBack(TestDatabase kind) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "text", "电话\n", "empty", "", "truth", true, "letter", 'x', "byte", (byte) -1, "short", (short) 7, "int",
                42, "long", 1L << 40, "float", 0.5f, "double", 1e300));
        values.put("object", InetSocketAddress.createUnresolved("phone", 5060));
        KeptTable table = new KeptTable("plans", Map.of("cost", 9), Map.of("to010", values));
        DataSource database = database(kind);

        inTransaction(database, tables -> tables.create(PLAN, table));

        inTransaction(database, tables -> {
            assertThat(tables.of(PLAN, getClass().getClassLoader())).containsExactly(table);
            assertThat(tables.of(OTHER, getClass().getClassLoader())).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void changesAreWrittenAndWhatIsRemovedIsGone(TestDatabase kind) {
        DataSource database = database(kind);
        Map<String, Object> unset = new HashMap<>();
        unset.put("prefix", null);
        unset.put("cost", 4);
        inTransaction(database, tables -> {
            tables.create(PLAN, new KeptTable("plans", Map.of("cost", 1), Map.of()));
            tables.create(PLAN, new KeptTable("other", Map.of(), Map.of("kept", Map.of("cost", 2))));
        });
        inTransaction(
                database,
                tables -> tables.change(
                        "plans",
                        null,
                        Map.of("a", Map.of("prefix", "010", "cost", 3), "b", Map.of("cost", 5)),
                        Set.of()));
        inTransaction(database, tables -> {
            tables.change("plans", Map.of("cost", 7), Map.of("a", unset), Set.of("b", "never"));
            tables.rename("plans", "routes");
        });

        inTransaction(database, tables -> assertThat(tables.of(PLAN, getClass().getClassLoader()))
                .containsExactly(
                        new KeptTable("other", Map.of(), Map.of("kept", Map.of("cost", 2))),
                        new KeptTable("routes", Map.of("cost", 7), Map.of("a", Map.of("cost", 4)))));

        inTransaction(database, tables -> {
            tables.remove("routes");
            tables.create(PLAN, new KeptTable("routes", Map.of(), Map.of()));
        });
        assertThat(TestDatabase.query(database, "select attribute, content from slee_profile_value"))
                .isEqualTo(List.of("cost|i:2"));
    }

    private static DataSource database(TestDatabase kind) {
        DataSource database = kind.migrated();
        TestDatabase.execute(database, "insert into tenant values ('default', 'D', current_timestamp)");
        return database;
    }

    private static void inTransaction(DataSource database, Consumer<ProfileTables> work) {
        Map<String, Object> settings = Map.of(
                "jakarta.persistence.transactionType",
                "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource",
                database,
                "hibernate.jpa.compliance.query", // as WildFly has it
                "true");
        try (EntityManagerFactory factory = Persistence.createEntityManagerFactory("zongji", settings);
                EntityManager manager = factory.createEntityManager()) {
            manager.getTransaction().begin();
            work.accept(new ProfileTables(manager));
            manager.getTransaction().commit();
        }
    }
}
