package io.zongji.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/** A message left by a caller; who heard it first and when is set by the portal. */
@Entity
@Table(name = "voicemail")
public class VoicemailRow {

    @Id
    @Column(name = "id", length = 100)
    private String id;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private String tenant;

    @Column(name = "call_id", length = 64, nullable = false)
    private String callId;

    @Column(name = "file", length = 400, nullable = false)
    private String file;

    @Column(name = "left_at", nullable = false)
    private Instant leftAt;

    @Column(name = "duration_ms", nullable = false)
    private long durationMs;

    @Column(name = "heard_at")
    private Instant heardAt;

    @Column(name = "heard_by", length = 100)
    private String heardBy;

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getCallId() {
        return callId;
    }

    public String getFile() {
        return file;
    }

    public Instant getLeftAt() {
        return leftAt;
    }

    public long getDurationMs() {
        return durationMs;
    }

    public Instant getHeardAt() {
        return heardAt;
    }

    public void setHeardAt(Instant heardAt) {
        this.heardAt = heardAt;
    }

    public String getHeardBy() {
        return heardBy;
    }

    public void setHeardBy(String heardBy) {
        this.heardBy = heardBy;
    }
}
