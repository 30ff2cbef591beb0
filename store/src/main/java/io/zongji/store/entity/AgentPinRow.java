package io.zongji.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.TenantId;

/** The PIN by which an agent signs in at any phone, as a hash. An agent without one has no row. */
@Entity
@Table(name = "agent_pin")
public class AgentPinRow {

    @Id
    @Column(name = "agent_id", length = 64)
    private String agentId;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private String tenant;

    @Column(name = "pin_hash", length = 255, nullable = false)
    private String pinHash;

    public String getAgentId() {
        return agentId;
    }

    public void setAgentId(String agentId) {
        this.agentId = agentId;
    }

    public String getPinHash() {
        return pinHash;
    }

    public void setPinHash(String pinHash) {
        this.pinHash = pinHash;
    }
}
