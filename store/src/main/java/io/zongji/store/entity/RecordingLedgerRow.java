package io.zongji.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/** The books of a call's recording: how much was said, and what became of it. Milliseconds, counted for each leg. */
@Entity
@Immutable
@Table(name = "recording_ledger")
public class RecordingLedgerRow {

    @Id
    @Column(name = "call_id", length = 64)
    private String callId;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private String tenant;

    @Column(name = "talk_ms", nullable = false)
    private long talkMs;

    @Column(name = "recorded_ms", nullable = false)
    private long recordedMs;

    @Column(name = "paused_ms", nullable = false)
    private long pausedMs;

    @Column(name = "declined_ms", nullable = false)
    private long declinedMs;

    @Column(name = "missing_ms", nullable = false)
    private long missingMs;

    @Column(name = "entries", length = 100_000, nullable = false)
    private String entries;

    public String getCallId() {
        return callId;
    }

    public long getTalkMs() {
        return talkMs;
    }

    public long getRecordedMs() {
        return recordedMs;
    }

    public long getPausedMs() {
        return pausedMs;
    }

    public long getDeclinedMs() {
        return declinedMs;
    }

    public long getMissingMs() {
        return missingMs;
    }

    /** Of what was to be recorded, so much is, in whole percent; 100 only if nothing is missing. */
    public int getShare() {
        return missingMs == 0 ? 100 : (int) (100 * recordedMs / (recordedMs + missingMs));
    }

    /** A JSON list of leg, from, until (milliseconds since 1970) and coverage. */
    public String getEntries() {
        return entries;
    }
}
