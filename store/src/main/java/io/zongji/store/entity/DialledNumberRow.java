package io.zongji.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.TenantId;

/** A number of the enterprise and the flow that answers it. */
@Entity
@Table(name = "dialled_number")
public class DialledNumberRow {

    @Id
    @Column(name = "number", length = 64)
    private String number;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private String tenant;

    @Column(name = "flow_id", length = 64, nullable = false)
    private String flowId;

    @Column(name = "agent_announcement", length = 2000, nullable = false)
    private String agentAnnouncement = "";

    @Column(name = "note", length = 400)
    private String note;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getFlowId() {
        return flowId;
    }

    public void setFlowId(String flowId) {
        this.flowId = flowId;
    }

    public String getAgentAnnouncement() {
        return agentAnnouncement;
    }

    public void setAgentAnnouncement(String agentAnnouncement) {
        this.agentAnnouncement = agentAnnouncement;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
