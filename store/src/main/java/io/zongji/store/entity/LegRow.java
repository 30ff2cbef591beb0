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

    @Column(name = "ring_ms")
    private Long ringMs;

    @Column(name = "talk_ms")
    private Long talkMs;

    @Column(name = "consult_ms")
    private Long consultMs;

    @Column(name = "hold_ms")
    private Long holdMs;

    @Column(name = "supervision_ms")
    private Long supervisionMs;

    @Column(name = "packets_received")
    private Long packetsReceived;

    @Column(name = "packets_lost")
    private Long packetsLost;

    @Column(name = "packets_sent")
    private Long packetsSent;

    @Column(name = "packets_lost_far")
    private Long packetsLostFar;

    @Column(name = "jitter_ms")
    private Double jitterMs;

    @Column(name = "round_trip_ms")
    private Double roundTripMs;

    @Column(name = "mos")
    private Double mos;

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

    /** In milliseconds, like the other times; null for legs of earlier versions. */
    public Long getRingMs() {
        return ringMs;
    }

    public Long getTalkMs() {
        return talkMs;
    }

    public Long getConsultMs() {
        return consultMs;
    }

    public Long getHoldMs() {
        return holdMs;
    }

    public Long getSupervisionMs() {
        return supervisionMs;
    }

    /** Null, like all that follow, for a leg without media. */
    public Long getPacketsReceived() {
        return packetsReceived;
    }

    public Long getPacketsLost() {
        return packetsLost;
    }

    public Long getPacketsSent() {
        return packetsSent;
    }

    /** What the party's phone missed; null when it did not say. */
    public Long getPacketsLostFar() {
        return packetsLostFar;
    }

    public Double getJitterMs() {
        return jitterMs;
    }

    /** Null when not measured. */
    public Double getRoundTripMs() {
        return roundTripMs;
    }

    /** The estimated mean opinion score; null when no audio flowed. */
    public Double getMos() {
        return mos;
    }
}
