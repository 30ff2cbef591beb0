package io.zongji.store.demo;

import io.zongji.domain.TenantId;
import io.zongji.domain.config.Settings;
import io.zongji.domain.flow.Flow;
import io.zongji.domain.flow.FlowJson;
import io.zongji.store.config.DigestSecret;
import io.zongji.store.config.PortalPassword;
import io.zongji.store.config.SettingNames;
import io.zongji.store.migration.UsualRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/**
 * Fills a new database: the default tenant, portal users of every role, agents 1001 to 1020 with the phones 8001 to 8020, the queue
 * {@code support}, flows, the numbers 95000 (hotline), 95001 (the same after hours) and support (straight to the queue), and a trunk for
 * simulated callers on this machine. All in one transaction: there is everything or nothing of it.
 */
public final class DemoData {

    private static final int AGENTS = 20;
    private static final int FIRST_AGENT = 1001;
    private static final List<String> NAMES = List.of(
            "张伟", "王芳", "李娜", "刘洋", "陈静", "杨帆", "赵磊", "黄敏", "周杰", "吴霞", "徐强", "孙丽", "马超", "朱琳", "胡军", "郭燕", "何平", "高洁",
            "林涛", "罗兰");

    private final DataSource database;
    private final String tenant = TenantId.DEFAULT.value();
    private final String realm = Settings.DEFAULT.realm();
    private final OffsetDateTime now;

    public DemoData(DataSource database, Clock clock) {
        this.database = database;
        this.now = clock.instant().atOffset(ZoneOffset.UTC);
    }

    /**
     * Fills the database when there is no tenant yet; else leaves it alone, whatever has been changed or deleted since.
     *
     * @return whether the data was written, and so the passwords are in force
     */
    public boolean install(DemoPasswords passwords) {
        return inTransaction(connection -> {
            if (exists(connection, "select 1 from tenant where id = ?", tenant)) {
                return false;
            }
            Rows rows = new Rows(connection);
            rows.insert("tenant (id, name, created_at)", tenant, "Zongji", now);
            UsualRows.add(connection);
            setUp(rows);
            people(rows, passwords);
            return true;
        });
    }

    /**
     * Adds what is missing of the agents {@code a1} to {@code aN}, whose phones are always at a fixed address: signed in by themselves, without
     * wrap-up. They answer load measurements; their desks are opened with the first sample agent's password.
     *
     * @param contact the phones' SIP URI with <code>{n}</code> for the number, for example <code>sip:a{n}@127.0.0.3:5070</code>
     * @return how many were added
     */
    public int addFixedAgents(int count, String contact) {
        return inTransaction(connection -> {
            Rows rows = new Rows(connection);
            String passwordOfAgents = passwordHash(connection, "agent" + FIRST_AGENT);
            int added = 0;
            for (int n = 1; n <= count; n++) {
                String name = "a" + n;
                if (!exists(connection, "select 1 from agent where id = ?", name)) {
                    String address = contact.replace("{n}", Integer.toString(n));
                    rows.insert("extension (number, tenant_id, fixed_contact)", name, tenant, address);
                    rows.insert(
                            "agent (id, tenant_id, job_number, name, extension, wrap_up_ms, auto_sign_in)",
                            name,
                            tenant,
                            name,
                            name,
                            name,
                            0,
                            true);
                    rows.insert("agent_queue (agent_id, queue_id, tenant_id)", name, DemoFlows.SUPPORT.value(), tenant);
                    if (passwordOfAgents != null && passwordHash(connection, name) == null) {
                        user(rows, name, passwordOfAgents, name, "agent", name);
                    }
                    added++;
                }
            }
            return added;
        });
    }

    /**
     * Makes the first sample agents, from 1001 on, such whose phones are simulated: signed in whenever the phone registers, since nobody sits
     * at a desktop for them. All other sample agents are people who sign in themselves. To be called at each start, as the number may change.
     *
     * @param count how many are simulated, from 0 to all
     */
    public void simulateAgents(int count) {
        inTransaction(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update agent set auto_sign_in = ? where id = ? and tenant_id = ? and auto_sign_in <> ?")) {
                for (int i = 0; i < AGENTS; i++) {
                    update.setBoolean(1, i < count);
                    update.setString(2, Integer.toString(FIRST_AGENT + i));
                    update.setString(3, tenant);
                    update.setBoolean(4, i < count);
                    update.addBatch();
                }
                update.executeBatch();
                return null;
            }
        });
    }

    private void setUp(Rows rows) throws SQLException {
        rows.insert("setting (tenant_id, name, content)", tenant, SettingNames.REALM, realm);
        rows.insert(
                "setting (tenant_id, name, content)",
                tenant,
                SettingNames.ZONE,
                Settings.DEFAULT.zone().getId());
        rows.insert(
                "queue (id, tenant_id, name, strategy, announcement, music, offer_timeout_ms, wrap_up_ms, language)",
                DemoFlows.SUPPORT.value(),
                tenant,
                "客服 Support",
                "LONGEST_IDLE",
                "queued",
                "music/default",
                20_000,
                10_000,
                "zh-CN");
        flow(rows, DemoFlows.hotline());
        flow(rows, DemoFlows.afterHours());
        flow(rows, DemoFlows.direct());
        number(rows, "95000", DemoFlows.hotline());
        number(rows, "95001", DemoFlows.afterHours());
        number(rows, "support", DemoFlows.direct());
        rows.insert("trunk (name, tenant_id, networks)", "simulator", tenant, "127.0.0.2/32");
    }

    private void flow(Rows rows, Flow flow) throws SQLException {
        String id = flow.id().value();
        rows.insert("flow (id, tenant_id, name, published_version)", id, tenant, flow.name(), flow.version());
        rows.insert(
                "flow_version (flow_id, number, tenant_id, definition, created_at)",
                id,
                flow.version(),
                tenant,
                FlowJson.write(flow),
                now);
    }

    private void number(Rows rows, String number, Flow flow) throws SQLException {
        rows.insert(
                "dialled_number (number, tenant_id, flow_id)",
                number,
                tenant,
                flow.id().value());
    }

    private void people(Rows rows, DemoPasswords passwords) throws SQLException {
        user(rows, "admin", PortalPassword.hash(passwords.administrator()), "系统管理员", "administrator", null);
        user(rows, "supervisor", PortalPassword.hash(passwords.supervisor()), "值班班长", "supervisor", null);
        user(rows, "inspector", PortalPassword.hash(passwords.inspector()), "质检员", "inspector", null);
        String agentsHash = PortalPassword.hash(passwords.agents());
        for (int i = 0; i < AGENTS; i++) {
            String id = Integer.toString(FIRST_AGENT + i);
            String phone = Integer.toString(8001 + i);
            rows.insert(
                    "extension (number, tenant_id, ha1_md5, ha1_sha256)",
                    phone,
                    tenant,
                    DigestSecret.md5(phone, realm, passwords.extensions()),
                    DigestSecret.sha256(phone, realm, passwords.extensions()));
            rows.insert("agent (id, tenant_id, job_number, name, extension)", id, tenant, id, NAMES.get(i), phone);
            rows.insert("agent_queue (agent_id, queue_id, tenant_id)", id, DemoFlows.SUPPORT.value(), tenant);
            user(rows, "agent" + id, agentsHash, NAMES.get(i), "agent", id);
        }
    }

    private void user(Rows rows, String login, String hash, String name, String role, String agent)
            throws SQLException {
        rows.insert(
                "portal_user (tenant_id, login, password_hash, display_name, locale, agent_id, created_at)",
                tenant,
                login,
                hash,
                name,
                "",
                agent,
                now);
        try (PreparedStatement insert = rows.connection().prepareStatement("""
                insert into portal_user_role (user_id, role, tenant_id) select id, ?, tenant_id from portal_user where login = ?""")) {
            insert.setString(1, role);
            insert.setString(2, login);
            insert.executeUpdate();
        }
    }

    /** Null when there is no such user. */
    private static String passwordHash(Connection connection, String login) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select password_hash from portal_user where login = ?")) {
            select.setString(1, login);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private static boolean exists(Connection connection, String sql, String id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private <T> T inTransaction(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The demo data cannot be written", e);
        }
    }

    /** What is done in a transaction. */
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private record Rows(Connection connection) {
        void insert(String target, Object... values) throws SQLException {
            String sql = "insert into " + target + " values (" + "?, ".repeat(values.length - 1) + "?)";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    insert.setObject(i + 1, values[i]);
                }
                insert.executeUpdate();
            }
        }
    }
}
