package io.zongji.store.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.TenantId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.call.Outcome;
import io.zongji.domain.config.Configuration;
import io.zongji.store.TestDatabase;
import io.zongji.store.config.ConfigurationCache;
import io.zongji.store.demo.DemoData;
import io.zongji.store.demo.DemoPasswords;
import io.zongji.store.journal.DurableJournal;
import io.zongji.store.journal.Entries;
import io.zongji.store.journal.JournalSettings;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EntitiesTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void everyEntityFitsItsTable(TestDatabase kind) {
        try (EntityManagerFactory factory = factory(kind.migrated(), Map.of("hibernate.hbm2ddl.auto", "validate"))) {
            assertThat(factory.getMetamodel().getEntities()).hasSize(26);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheyEditIsTheConfiguration(TestDatabase kind) {
        DataSource database = demo(kind);
        ConfigurationCache cache = ConfigurationCache.of(database);
        inTransaction(database, manager -> {
            AgentRow agent = manager.find(AgentRow.class, "1001");
            agent.setWrapUpMs(3_000);
            QueueRow sales = new QueueRow();
            sales.setId("sales");
            sales.setName("销售");
            sales.setMusic("music/default");
            manager.persist(sales);
            manager.flush();
            agent.getQueues().put("sales", 2);
            ExtensionRow extension = new ExtensionRow();
            extension.setNumber("8100");
            manager.persist(extension);
            BlacklistRow blocked = new BlacklistRow();
            blocked.setNumber("13800000000");
            blocked.setCreatedAt(Entries.START);
            manager.persist(blocked);
        });
        Configuration configuration = cache.reload();
        var agent = configuration.agentByExtension("8001").orElseThrow();
        assertThat(agent.wrapUp()).hasSeconds(3);
        assertThat(agent.queues()).hasSize(2);
        assertThat(configuration.extension("8100")).isPresent();
        assertThat(configuration.blocked("13800000000", Entries.START)).isPresent();
        inTransaction(database, manager -> {
            PortalUserRow user = manager.createQuery(
                            "from PortalUserRow where login = 'agent1001'", PortalUserRow.class)
                    .getSingleResult();
            assertThat(user.getRoles()).containsExactly(PortalRole.AGENT);
            assertThat(user.getAgentId()).isEqualTo("1001");
            user.getRoles().add(PortalRole.SUPERVISOR);
        });
        assertThat(TestDatabase.query(database, "select count(*) from portal_user_role where role = 'supervisor'"))
                .containsExactly("2");
    }

    @ParameterizedTest
    @EnumSource
    void whatTheJournalWroteIsListed(TestDatabase kind) throws Exception {
        DataSource database = kind.migrated();
        try (DurableJournal journal =
                DurableJournal.open(directory, database, TenantId.DEFAULT, JournalSettings.EAGER)) {
            journal.append(Entries.answeredCall(1));
            journal.append(Entries.recordingEnded(1, 16));
            journal.append(Entries.agentIs("1001", AgentState.REST, 1));
        }
        inTransaction(database, manager -> {
            CallRow call = manager.createQuery(
                            "from CallRow where caller = :caller and outcome = :outcome order by startedAt desc",
                            CallRow.class)
                    .setParameter("caller", "13800000001")
                    .setParameter("outcome", Outcome.ANSWERED)
                    .setMaxResults(50)
                    .getSingleResult();
            assertThat(call.getStartedAt()).isEqualTo(Entries.START.plusSeconds(1));
            assertThat(call.getRecording())
                    .isEqualTo(manager.find(RecordingRow.class, "r1").getFile());
            List<LegRow> legs = manager.createQuery("from LegRow where callId = :call order by ordinal", LegRow.class)
                    .setParameter("call", call.getId())
                    .getResultList();
            assertThat(legs).extracting(LegRow::getRole).containsExactly("caller", "agent");
            assertThat(legs.get(0).getPacketsLost()).isEqualTo(3);
            assertThat(legs.get(0).getMos()).isEqualTo(4.34);
            assertThat(legs.get(1).getMos()).isNull();
            assertThat(manager.createQuery("from AgentEventRow", AgentEventRow.class)
                            .getResultList())
                    .extracting(AgentEventRow::getState)
                    .containsExactly(AgentState.REST);
        });
    }

    @ParameterizedTest
    @EnumSource
    void otherTenantsAreNotSeen(TestDatabase kind) {
        DataSource database = demo(kind);
        TestDatabase.execute(database, "insert into tenant values ('other', 'Other', current_timestamp)");
        TestDatabase.execute(database, "insert into extension (number, tenant_id) values ('7001', 'other')");
        inTransaction(database, manager -> {
            assertThat(manager.createQuery("from ExtensionRow", ExtensionRow.class)
                            .getResultList())
                    .hasSize(20);
            assertThat(manager.find(ExtensionRow.class, "7001")).isNull();
        });
        assertThat(ConfigurationCache.of(database).get().extension("7001")).isEmpty();
    }

    private static DataSource demo(TestDatabase kind) {
        DataSource database = kind.migrated();
        new DemoData(database, Clock.systemUTC()).install(new DemoPasswords("a", "b", "c", "d", "e"));
        return database;
    }

    private static void inTransaction(DataSource database, Consumer<EntityManager> work) {
        try (EntityManagerFactory factory = factory(database, Map.of());
                EntityManager manager = factory.createEntityManager()) {
            manager.getTransaction().begin();
            work.accept(manager);
            manager.getTransaction().commit();
        }
    }

    private static EntityManagerFactory factory(DataSource database, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        settings.put("jakarta.persistence.nonJtaDataSource", database);
        return Persistence.createEntityManagerFactory("zongji", settings);
    }
}
