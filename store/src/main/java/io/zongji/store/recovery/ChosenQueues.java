package io.zongji.store.recovery;

import io.zongji.domain.AgentId;
import io.zongji.domain.QueueId;
import io.zongji.domain.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queues that agents chose when they signed in or afterwards, so that a restart brings them back to these. Thread-safe. */
public final class ChosenQueues {

    private static final Logger log = LoggerFactory.getLogger(ChosenQueues.class);

    private final DataSource database;
    private final Map<AgentId, Set<QueueId>> chosen = new ConcurrentHashMap<>();

    /**
     * Reads what was chosen before.
     *
     * @throws RecoveryException when the database cannot be read
     */
    public ChosenQueues(DataSource database) {
        this.database = database;
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("select agent_id, queues from chosen_queues");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                chosen.put(
                        new AgentId(row.getString(1)),
                        Arrays.stream(row.getString(2).split(","))
                                .map(QueueId::new)
                                .collect(Collectors.toSet()));
            }
        } catch (SQLException e) {
            throw new RecoveryException("The queues that agents chose cannot be read from the database", e);
        }
    }

    /** Null when the agent takes part in all queues served. */
    public Set<QueueId> of(AgentId agent) {
        return chosen.get(agent);
    }

    /**
     * Keeps a choice. What the database does not take is known until the end of this run.
     *
     * @param queues null for all that the agent serves
     */
    public synchronized void keep(AgentId agent, Set<QueueId> queues) {
        boolean some = queues != null && !queues.isEmpty();
        Set<QueueId> before = some ? chosen.put(agent, Set.copyOf(queues)) : chosen.remove(agent);
        if (some ? queues.equals(before) : before == null) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from chosen_queues where agent_id = ?")) {
                delete.setString(1, agent.value());
                delete.executeUpdate();
            }
            if (some) {
                insert(connection, agent, queues);
            }
        } catch (SQLException e) {
            log.warn("After a restart agent {} will not be in the chosen queues: {}", agent, e.toString());
        }
    }

    private static void insert(Connection connection, AgentId agent, Set<QueueId> queues) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into chosen_queues (agent_id, tenant_id, queues) values (?, ?, ?)")) {
            insert.setString(1, agent.value());
            insert.setString(2, TenantId.DEFAULT.value());
            insert.setString(3, queues.stream().map(QueueId::value).sorted().collect(Collectors.joining(",")));
            insert.executeUpdate();
        }
    }
}
