package io.zongji.store.recovery;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What the journal tells of an agent's state before the last entry. */
final class AgentPast {

    private static final List<AgentState> RETURNED_TO = List.of(AgentState.REST, AgentState.BUSY, AgentState.WRAP_UP);

    private final DataSource database;

    AgentPast(DataSource database) {
        this.database = database;
    }

    /** Who was lost when the run ended is to become again what the agent was before: at rest, busy, in wrap-up, or idle. */
    LastState beforeTheLoss(AgentId agent, LastState lost) throws SQLException {
        return first("""
                select state, reason, occurred_at from agent_event where agent_id = ? and state <> 'LOST'
                order by journal_position desc fetch first 1 rows only""", agent)
                .filter(state -> RETURNED_TO.contains(state.state()))
                .orElse(new LastState(AgentState.IDLE, "", lost.since()));
    }

    /** A rest from its beginning, through losses of phone and page and through restarts. */
    LastState wholeRest(AgentId agent, LastState rest) throws SQLException {
        return first("""
                select state, reason, occurred_at from agent_event where agent_id = ? and state = 'REST'
                and journal_position > coalesce((select max(other.journal_position) from agent_event other
                where other.agent_id = ? and other.state <> 'LOST' and not (other.state = 'REST' and other.reason = ?)), -1)
                order by journal_position fetch first 1 rows only""", agent, agent.value(), rest.reason()).orElse(rest);
    }

    private Optional<LastState> first(String sql, AgentId agent, String... more) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, agent.value());
            for (int i = 0; i < more.length; i++) {
                select.setString(i + 2, more[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new LastState(AgentState.valueOf(row.getString(1)), row.getString(2), time(row)))
                        : Optional.empty();
            }
        }
    }

    private static Instant time(ResultSet row) throws SQLException {
        return row.getObject(3, OffsetDateTime.class).toInstant();
    }
}
