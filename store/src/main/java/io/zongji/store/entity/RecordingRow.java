package io.zongji.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** A recording; its state is {@code recording}, {@code complete}, {@code repaired} after a crash, or {@code lost}. */
@Entity
@Immutable
@Table(name = "recording")
public class RecordingRow {

    @Id
    @Column(name = "id", length = 100)
    private String id;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private String tenant;

    @Column(name = "call_id", length = 64, nullable = false)
    private String callId;

    @Column(name = "state", length = 16, nullable = false)
    private String state;

    @Column(name = "file", length = 400, nullable = false)
    private String file;

    @Column(name = "started_at", nullable = false)
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "duration_ms")
    private Long durationMs;

    @Column(name = "size_bytes")
    private Long sizeBytes;

    @Column(name = "sha256", length = 64)
    private String sha256;

    @Column(name = "channels", length = 800)
    private String channels;

    @Column(name = "audio_from")
    private Instant audioFrom;

    @Column(name = "place", length = 16, nullable = false)
    private String place;

    public String getId() {
        return id;
    }

    public String getCallId() {
        return callId;
    }

    public String getState() {
        return state;
    }

    public String getFile() {
        return file;
    }

    public Instant getStartedAt() {
        return startedAt;
    }

    public Instant getEndedAt() {
        return endedAt;
    }

    public Long getDurationMs() {
        return durationMs;
    }

    public Long getSizeBytes() {
        return sizeBytes;
    }

    public String getSha256() {
        return sha256;
    }

    /** As the journal writes them, see {@code Channel}; null for recordings of earlier versions. */
    public String getChannels() {
        return channels;
    }

    /** When the first sample was said. */
    public Instant getAudioFrom() {
        return audioFrom == null ? startedAt : audioFrom;
    }

    /** {@code spool}, {@code kept} or {@code deleted}. */
    public String getPlace() {
        return place;
    }

    /** Whether there is something to hear. */
    public boolean isPlayable() {
        return durationMs != null && durationMs > 0 && !"deleted".equals(place);
    }
}
