package io.zongji.store.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;

/**
 * Brings a database to this version's schema: an empty one, or one of an earlier version. Runs before anything else touches the database;
 * two servers that start together wait for each other. Works on H2 and PostgreSQL.
 */
public final class Schema {

    /**
     * Every migration, oldest first. Named here instead of searched for, because a server's class loader can open a file it is asked for
     * but cannot always list a folder.
     */
    static final List<String> MIGRATIONS = List.of(
            "V1__call_centre.sql",
            "V2__leg_quality.sql",
            "V3__slee_profiles.sql",
            "V4__recording_ledger.sql",
            "V5__kept_messages.sql",
            "V6__recording_days.sql",
            "V7__outbound_trunk.sql",
            "V9__outbound_routing.sql",
            "V10__auto_answer.sql",
            "V11__agent_states.sql",
            "V11_1__usual_reasons.sql",
            "V11_2__wrap_up.sql",
            "V11_3__usual_wrap_up_codes.sql",
            "V11_4__chosen_queues.sql",
            "V12__customers.sql",
            "V14__audit.sql",
            "V14_1__queue_alarm.sql",
            "V14_2__message.sql",
            "V15__api_token.sql",
            "V16__leg_durations.sql",
            "V20__agent_page.sql",
            "V20_1__agent_device.sql",
            "V22__agent_announcement.sql",
            "V23__trunk_registration.sql",
            "V24__customer_search.sql",
            "V27__standing_leg.sql",
            "V31__number_announcement.sql",
            "V36__agent_pin.sql",
            "V36_1__agent_contact.sql");

    private Schema() {}

    /** Applies what is missing; does nothing when the schema is current. */
    public static void migrate(DataSource dataSource) {
        migrate(dataSource, MigrationVersion.LATEST);
    }

    /** Brings a database to the schema of an earlier version, as it was when that was the newest. */
    static void migrate(DataSource dataSource, MigrationVersion last) {
        ClassLoader loader = Schema.class.getClassLoader();
        // PostgreSQL looks up beginnings only in indexes that are made for it; in others the language's order is in the
        // way.
        String forBeginnings = isPostgres(dataSource) ? " varchar_pattern_ops" : "";
        Flyway.configure(loader)
                .placeholders(Map.of("for_beginnings", forBeginnings))
                .dataSource(dataSource)
                .resourceProvider(new NamedMigrations(loader))
                .cleanDisabled(true)
                .target(last)
                .load()
                .migrate();
    }

    private static boolean isPostgres(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached", e);
        }
    }

    private record NamedMigrations(ClassLoader loader) implements ResourceProvider {

        @Override
        public LoadableResource getResource(String name) {
            return MIGRATIONS.contains(name) ? new NamedMigration(name, loader) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return MIGRATIONS.stream()
                    .filter(name ->
                            name.startsWith(prefix) && Stream.of(suffixes).anyMatch(name::endsWith))
                    .<LoadableResource>map(name -> new NamedMigration(name, loader))
                    .toList();
        }
    }
}
