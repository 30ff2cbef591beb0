package io.zongji.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.TenantId;

/** What a program signs in with. The secret part is known to the program only. */
@Entity
@Table(name = "api_token")
public class ApiTokenRow implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @Column(name = "id", length = 16)
    private String id;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private String tenant;

    @Column(name = "name", length = 100, nullable = false)
    private String name;

    @Column(name = "role", length = 32, nullable = false)
    private String role;

    @Column(name = "agent_id", length = 64)
    private String agentId;

    @Column(name = "secret_hash", length = 64, nullable = false)
    private String secretHash;

    @Column(name = "origins", length = 2000, nullable = false)
    private String origins = "";

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "created_by", length = 100, nullable = false)
    private String createdBy;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    /** The part of the token that is no secret. */
    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    /** The program's name, for people. */
    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** A name from {@link PortalRole}. */
    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    /** The agent for whom the program acts; null for none. */
    public String getAgentId() {
        return agentId;
    }

    public void setAgentId(String agentId) {
        this.agentId = agentId;
    }

    /** SHA-256 of the secret part, lower-case hex. */
    public String getSecretHash() {
        return secretHash;
    }

    public void setSecretHash(String secretHash) {
        this.secretHash = secretHash;
    }

    /** Origins of the web pages that may use the token (RFC 6454), with spaces between; empty for none. */
    public String getOrigins() {
        return origins;
    }

    public void setOrigins(String origins) {
        this.origins = origins;
    }

    /** Null for a token that does not expire. */
    public Instant getExpiresAt() {
        return expiresAt;
    }

    public void setExpiresAt(Instant expiresAt) {
        this.expiresAt = expiresAt;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public void setCreatedAt(Instant createdAt) {
        this.createdAt = createdAt;
    }

    /** The login of the administrator who made it. */
    public String getCreatedBy() {
        return createdBy;
    }

    public void setCreatedBy(String createdBy) {
        this.createdBy = createdBy;
    }
}
