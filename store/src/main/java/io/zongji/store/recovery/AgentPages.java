package io.zongji.store.recovery;

import io.zongji.domain.AgentId;
import io.zongji.domain.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The agents who work with a page of the portal, so that a restart knows whose page is to come back. Thread-safe. */
public final class AgentPages {

    private static final Logger log = LoggerFactory.getLogger(AgentPages.class);

    private final DataSource database;
    private final Set<AgentId> agents = new HashSet<>();

    /**
     * Reads what was known before.
     *
     * @throws RecoveryException when the database cannot be read
     */
    public AgentPages(DataSource database) {
        this.database = database;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select agent_id from agent_page");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                agents.add(new AgentId(row.getString(1)));
            }
        } catch (SQLException e) {
            throw new RecoveryException("Who works with a page cannot be read from the database", e);
        }
    }

    public synchronized Set<AgentId> all() {
        return Set.copyOf(agents);
    }

    /** Keeps whether the agent has a page; blocks. What the database does not take is known until the end of this run. */
    public synchronized void keep(AgentId agent, boolean page) {
        if (page ? !agents.add(agent) : !agents.remove(agent)) {
            return;
        }
        String change = page
                ? "insert into agent_page (agent_id, tenant_id) values (?, '" + TenantId.DEFAULT + "')"
                : "delete from agent_page where agent_id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(change)) {
            statement.setString(1, agent.value());
            statement.executeUpdate();
        } catch (SQLException e) {
            log.warn("After a restart it is not known whether agent {} works with a page: {}", agent, e.toString());
        }
    }
}
