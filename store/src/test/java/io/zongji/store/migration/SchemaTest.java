package io.zongji.store.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.store.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaTest {

    @ParameterizedTest
    @EnumSource
    void migratesAnEmptyDatabaseAndIsRepeatable(TestDatabase database) {
        DataSource dataSource = database.empty();
        Schema.migrate(dataSource);
        Schema.migrate(dataSource);
        assertThat(TestDatabase.query(dataSource, "select count(*) from tenant"))
                .containsExactly("0");
    }

    @ParameterizedTest
    @EnumSource
    void everyTableCarriesItsTenant(TestDatabase database) {
        assertThat(TestDatabase.query(database.migrated(), """
                        select lower(t.table_name) from information_schema.tables t
                        where lower(t.table_schema) = 'public' and lower(t.table_name) not in
                            ('tenant', 'journal_progress', 'flyway_schema_history')
                        and not exists (select 1 from information_schema.columns c
                            where c.table_name = t.table_name and lower(c.column_name) = 'tenant_id')""")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCompanyThatWasThereBeforeGrantsTheChangeOfQueuesItselfAndANewOneNeedNot(TestDatabase database) {
        DataSource old = database.empty();
        Schema.migrate(old, MigrationVersion.fromVersion("10"));
        addCompany(old);
        Schema.migrate(old);
        DataSource fresh = database.empty();
        Schema.migrate(fresh);
        addCompany(fresh);

        String may = "select count(*) from agent where reset_queues";
        assertThat(TestDatabase.query(old, may)).containsExactly("0");
        assertThat(TestDatabase.query(fresh, may)).containsExactly("1");
        String forNewAgents = "select content from setting where name = 'resetQueues'";
        assertThat(TestDatabase.query(old, forNewAgents)).containsExactly("false");
        assertThat(TestDatabase.query(fresh, forNewAgents)).isEmpty();
    }

    private static void addCompany(DataSource database) {
        TestDatabase.execute(
                database, "insert into tenant (id, name, created_at) values ('default', 'Company', current_timestamp)");
        TestDatabase.execute(
                database,
                "insert into agent (id, tenant_id, job_number, name, extension) values ('1', 'default', '1', 'Ann', '8')");
    }

    @Test
    void theListOfMigrationsIsTheFolder() throws Exception {
        Path folder =
                Path.of(Schema.class.getResource("V1__call_centre.sql").toURI()).getParent();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".sql")))
                    .containsExactlyInAnyOrderElementsOf(Schema.MIGRATIONS);
        }
    }
}
