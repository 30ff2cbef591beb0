package io.zongji.store.entity;

import io.zongji.domain.call.ConnectionState;
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

/** One party's part in a call. */
@Entity
@Immutable
@Table(name = "call_leg")
public class LegRow {

    @Id
    @Column(name = "id", length = 80)
    private String id;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private String tenant;

    @Column(name = "call_id", length = 64, nullable = false)
    private String callId;

    @Column(name = "ordinal", nullable = false)
    private int ordinal;

    @Column(name = "role", length = 16)
    private String role;

    @Column(name = "party", length = 400)
    private String party;

    @Column(name = "agent_id", length = 64)
    private String agentId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "state", length = 16, nullable = false)
    private ConnectionState state;

    @Column(name = "started_at", nullable = false)
    private Instant startedAt;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "cause", length = 32)
    private String cause;

    public String getId() {
        return id;
    }

    public String getCallId() {
        return callId;
    }

    public int getOrdinal() {
        return ordinal;
    }

    public String getRole() {
        return role;
    }

    public String getParty() {
        return party;
    }

    public String getAgentId() {
        return agentId;
    }

    public ConnectionState getState() {
        return state;
    }

    public Instant getStartedAt() {
        return startedAt;
    }

    public Instant getAnsweredAt() {
        return answeredAt;
    }

    public Instant getEndedAt() {
        return endedAt;
    }

    public String getCause() {
        return cause;
    }
}
