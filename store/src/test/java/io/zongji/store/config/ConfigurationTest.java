package io.zongji.store.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.domain.agent.AgentState;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.StateReason;
import io.zongji.store.TestDatabase;
import io.zongji.store.demo.DemoData;
import io.zongji.store.demo.DemoPasswords;
import io.zongji.store.migration.UsualRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfigurationTest {

    @ParameterizedTest
    @EnumSource
    void aChangeIsInForceAfterReloadAndListenersHearIt(TestDatabase kind) {
        DataSource database = demo(kind);
        ConfigurationCache cache = ConfigurationCache.of(database);
        List<Long> heard = new ArrayList<>();
        cache.onChange(next -> heard.add(next.version()));
        Runnable end = cache.onChange(next -> {
            throw new IllegalStateException("a listener's own trouble");
        });
        Configuration before = cache.get();
        TestDatabase.execute(database, """
                insert into blacklist (tenant_id, number, created_at) values ('default', '139*', current_timestamp)""");
        assertThat(before.blocked("13900000000", Instant.EPOCH)).isEmpty();
        cache.reload();
        end.run();
        assertThat(cache.get().blocked("13900000000", Instant.EPOCH)).isPresent();
        assertThat(heard).containsExactly(before.version() + 1);
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatCannotBeUsedIsLeftOutAlone(TestDatabase kind) {
        DataSource database = demo(kind);
        TestDatabase.execute(database, "update flow_version set definition = '{' where flow_id = 'hotline'");
        TestDatabase.execute(database, "insert into trunk (name, tenant_id) values ('nowhere', 'default')");
        TestDatabase.execute(database, "update setting set content = 'Mars/Olympus' where name = 'zone'");
        TestDatabase.execute(
                database,
                "insert into dialled_number (number, tenant_id, flow_id) values ('950 00', 'default', 'direct')");
        Configuration configuration = ConfigurationCache.of(database).get();
        assertThat(configuration.flows()).hasSize(2);
        assertThat(configuration.trunks()).hasSize(1);
        assertThat(configuration.dialledNumbers()).hasSize(3);
        assertThat(configuration.settings().zone().getId()).isEqualTo("Asia/Shanghai");
    }

    @ParameterizedTest
    @EnumSource
    void anAgentAnswersByHandUnlessSetUpOtherwise(TestDatabase kind) {
        DataSource database = demo(kind);
        TestDatabase.execute(database, "update agent set auto_answer = true where id = '1001'");
        Configuration configuration = ConfigurationCache.of(database).get();
        assertThat(configuration.agents())
                .filteredOn(Agent::autoAnswer)
                .extracting(agent -> agent.id().value())
                .containsExactly("1001");
    }

    @ParameterizedTest
    @EnumSource
    void aNewTenantHasTheUsualReasonsAndKeepsThoseThatItChanges(TestDatabase kind) throws SQLException {
        DataSource database = demo(kind);
        TestDatabase.execute(database, "delete from state_reason where code <> 'meal'");
        try (Connection connection = database.getConnection()) {
            UsualRows.add(connection);
        }
        assertThat(ConfigurationCache.of(database).get().stateReasons())
                .containsExactly(new StateReason("meal", AgentState.REST, "用餐", "Meal", Duration.ofHours(1)));

        TestDatabase.execute(database, "delete from state_reason");
        try (Connection connection = database.getConnection()) {
            UsualRows.add(connection);
        }
        assertThat(ConfigurationCache.of(database).get().stateReasons())
                .extracting(StateReason::code)
                .containsExactly("backOffice", "training", "meeting", "technical", "break", "meal", "personal");
    }

    @ParameterizedTest
    @EnumSource
    void onlyThePublishedVersionOfAFlowCounts(TestDatabase kind) {
        DataSource database = demo(kind);
        TestDatabase.execute(database, """
                insert into flow_version (flow_id, number, tenant_id, definition, created_at)
                select flow_id, 2, tenant_id, definition, created_at from flow_version where flow_id = 'direct'""");
        ConfigurationCache cache = ConfigurationCache.of(database);
        assertThat(versionOfDirect(cache.get())).isEqualTo(1);
        TestDatabase.execute(database, "update flow set published_version = 2 where id = 'direct'");
        assertThat(versionOfDirect(cache.reload())).isEqualTo(2);
        TestDatabase.execute(database, "update flow set published_version = null where id = 'direct'");
        assertThat(cache.reload().flows()).hasSize(2);
    }

    @Test
    void theLastSnapshotStaysInForceWhenTheDatabaseIsAway() {
        DataSource database = demo(TestDatabase.H2);
        ConfigurationCache cache = ConfigurationCache.of(database);
        Configuration before = cache.get();
        TestDatabase.execute(database, "drop table agent_queue");
        assertThatThrownBy(cache::reload).isInstanceOf(ConfigurationException.class);
        assertThat(cache.get()).isSameAs(before);
    }

    @Test
    void secretsAreThoseOfTheRfc() {
        // RFC 7616, 3.9.1
        assertThat(DigestSecret.md5("Mufasa", "http-auth@example.org", "Circle of Life"))
                .isEqualTo("3d78807defe7de2157e2b0b6573a855f");
        assertThat(DigestSecret.sha256("Mufasa", "http-auth@example.org", "Circle of Life"))
                .isEqualTo("7987c64c30e25f1b74be53f966b49b90f2808aa92faf9a00262392d7b4794232");
    }

    private static int versionOfDirect(Configuration configuration) {
        return configuration.flows().stream()
                .filter(flow -> flow.id().value().equals("direct"))
                .findFirst()
                .orElseThrow()
                .version();
    }

    private static DataSource demo(TestDatabase kind) {
        DataSource database = kind.migrated();
        new DemoData(database, Clock.systemUTC()).install(new DemoPasswords("a", "b", "c", "d", "e"));
        return database;
    }
}
