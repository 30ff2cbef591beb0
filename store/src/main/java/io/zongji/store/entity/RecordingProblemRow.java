package io.zongji.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/** Something about a call's recording that somebody has to look at; who has dealt with it is set by the portal. */
@Entity
@Table(name = "recording_problem")
public class RecordingProblemRow {

    @Id
    @Column(name = "id", length = 200)
    private String id;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private String tenant;

    @Column(name = "call_id", length = 64, nullable = false, updatable = false)
    private String callId;

    @Column(name = "recording_id", length = 100, updatable = false)
    private String recordingId;

    @Column(name = "kind", length = 16, nullable = false, updatable = false)
    private String kind;

    @Column(name = "missing_ms", updatable = false)
    private Long missingMs;

    @Column(name = "found_at", nullable = false, updatable = false)
    private Instant foundAt;

    @Column(name = "resolved_at")
    private Instant resolvedAt;

    @Column(name = "resolved_by", length = 100)
    private String resolvedBy;

    public String getId() {
        return id;
    }

    public String getCallId() {
        return callId;
    }

    /** Null when it is about the call. */
    public String getRecordingId() {
        return recordingId;
    }

    /** {@code gap}, {@code deleted} or {@code altered}. */
    public String getKind() {
        return kind;
    }

    /** Of a gap: how much talk is in no recording, counted for each leg. */
    public Long getMissingMs() {
        return missingMs;
    }

    public Instant getFoundAt() {
        return foundAt;
    }

    public Instant getResolvedAt() {
        return resolvedAt;
    }

    public String getResolvedBy() {
        return resolvedBy;
    }

    /** Somebody has dealt with it. */
    public void resolve(String login, Instant at) {
        resolvedBy = login;
        resolvedAt = at;
    }
}
