package io.zongji.store.entity;

import io.zongji.domain.agent.AgentState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;

/** A change of an agent's state. */
@Entity
@Immutable
@Table(name = "agent_event")
public class AgentEventRow {

    @Id
    @Column(name = "journal_position")
    private Long position;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private String tenant;

    @Column(name = "agent_id", length = 64, nullable = false)
    private String agentId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "state", length = 32, nullable = false)
    private AgentState state;

    @Column(name = "reason", length = 1000, nullable = false)
    private String reason;

    @Column(name = "occurred_at", nullable = false)
    private Instant occurredAt;

    @Column(name = "call_id", length = 64)
    private String callId;

    public Long getPosition() {
        return position;
    }

    public String getAgentId() {
        return agentId;
    }

    public AgentState getState() {
        return state;
    }

    public String getReason() {
        return reason;
    }

    public Instant getOccurredAt() {
        return occurredAt;
    }

    public String getCallId() {
        return callId;
    }
}
