package io.zongji.store.entity;

import io.zongji.store.audit.AuditAction;
import io.zongji.store.audit.AuditEntry;
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

/** A line of the audit log, to be read; {@link io.zongji.store.audit.AuditLog} writes them. */
@Entity
@Immutable
@Table(name = "audit")
public class AuditRow {

    @Id
    @Column(name = "id")
    private Long id;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private String tenant;

    @Column(name = "occurred_at", nullable = false)
    private Instant occurredAt;

    @Column(name = "login", length = 100, nullable = false)
    private String login;

    @Column(name = "address", length = 64, nullable = false)
    private String address;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "action", length = 40, nullable = false)
    private AuditAction action;

    @Column(name = "subject", length = 200, nullable = false)
    private String subject;

    @Column(name = "call_id", length = 64, nullable = false)
    private String callId;

    @Column(name = "outcome", length = 64, nullable = false)
    private String outcome;

    @Column(name = "detail", length = 4000, nullable = false)
    private String detail;

    public Long getId() {
        return id;
    }

    public Instant getOccurredAt() {
        return occurredAt;
    }

    public String getLogin() {
        return login;
    }

    public String getAddress() {
        return address;
    }

    public AuditAction getAction() {
        return action;
    }

    public String getSubject() {
        return subject;
    }

    public String getCallId() {
        return callId;
    }

    /** {@link AuditEntry#DONE}, or the code of the refusal. */
    public String getOutcome() {
        return outcome;
    }

    public boolean isDone() {
        return AuditEntry.DONE.equals(outcome);
    }

    public String getDetail() {
        return detail;
    }
}
