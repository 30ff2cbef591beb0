package io.zongji.store.entity;

import io.zongji.domain.call.Direction;
import io.zongji.domain.call.Outcome;
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

/** The record of a call, one from its first event on. Outcome, cause and end are null while the call is in progress. */
@Entity
@Immutable
@Table(name = "call_record")
public class CallRow {

    @Id
    @Column(name = "id", length = 64)
    private String id;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private String tenant;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "direction", length = 16)
    private Direction direction;

    @Column(name = "caller", length = 200)
    private String caller;

    @Column(name = "dialled", length = 200)
    private String dialled;

    @Column(name = "trunk", length = 64)
    private String trunk;

    @Column(name = "gateway", length = 200)
    private String gateway;

    @Column(name = "flow_id", length = 64)
    private String flowId;

    @Column(name = "node", length = 200)
    private String node;

    @Column(name = "queue_id", length = 64)
    private String queueId;

    @Column(name = "agent_id", length = 64)
    private String agentId;

    @Column(name = "started_at", nullable = false)
    private Instant startedAt;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "ivr_ms", nullable = false)
    private long ivrMs;

    @Column(name = "wait_ms", nullable = false)
    private long waitMs;

    @Column(name = "ring_ms", nullable = false)
    private long ringMs;

    @Column(name = "talk_ms", nullable = false)
    private long talkMs;

    @Column(name = "hold_ms", nullable = false)
    private long holdMs;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "outcome", length = 32)
    private Outcome outcome;

    @Column(name = "cause", length = 32)
    private String cause;

    @Column(name = "released_by", length = 16)
    private String releasedBy;

    @Column(name = "recording", length = 400)
    private String recording;

    @Column(name = "voicemail", length = 400)
    private String voicemail;

    public String getId() {
        return id;
    }

    public Direction getDirection() {
        return direction;
    }

    public String getCaller() {
        return caller;
    }

    public String getDialled() {
        return dialled;
    }

    public String getTrunk() {
        return trunk;
    }

    public String getGateway() {
        return gateway;
    }

    public String getFlowId() {
        return flowId;
    }

    public String getNode() {
        return node;
    }

    public String getQueueId() {
        return queueId;
    }

    public String getAgentId() {
        return agentId;
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

    public long getIvrMs() {
        return ivrMs;
    }

    public long getWaitMs() {
        return waitMs;
    }

    public long getRingMs() {
        return ringMs;
    }

    public long getTalkMs() {
        return talkMs;
    }

    public long getHoldMs() {
        return holdMs;
    }

    public Outcome getOutcome() {
        return outcome;
    }

    public String getCause() {
        return cause;
    }

    public String getReleasedBy() {
        return releasedBy;
    }

    public String getRecording() {
        return recording;
    }

    public String getVoicemail() {
        return voicemail;
    }
}
