package io.zongji.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/** One version of a flow as JSON ({@link io.zongji.domain.flow.FlowJson}); never changed once published. */
@Entity
@Table(name = "flow_version")
@IdClass(FlowVersionRow.Key.class)
public class FlowVersionRow {

    @Id
    @Column(name = "flow_id", length = 64)
    private String flowId;

    @Id
    @Column(name = "number")
    private int number;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private String tenant;

    @Column(name = "definition", length = 1_000_000, nullable = false)
    private String definition;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "created_by", length = 100)
    private String createdBy;

    protected FlowVersionRow() {}

    public FlowVersionRow(String flowId, int number, String definition, Instant createdAt, String createdBy) {
        this.flowId = flowId;
        this.number = number;
        this.definition = definition;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    public String getFlowId() {
        return flowId;
    }

    public int getNumber() {
        return number;
    }

    public String getDefinition() {
        return definition;
    }

    public void setDefinition(String definition) {
        this.definition = definition;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public String getCreatedBy() {
        return createdBy;
    }

    /** The flow and the number of the version. */
    public record Key(String flowId, int number) implements Serializable {}
}
