package io.zongji.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.TenantId;

/** A way in from the outside; networks are separated by commas. */
@Entity
@Table(name = "trunk")
public class TrunkRow {

    @Id
    @Column(name = "name", length = 64)
    private String name;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private String tenant;

    @Column(name = "sort_order", nullable = false)
    private int sortOrder;

    @Column(name = "networks", length = 2000, nullable = false)
    private String networks = "";

    @Column(name = "digest_user", length = 64)
    private String digestUser;

    @Column(name = "ha1_md5", length = 32)
    private String ha1Md5;

    @Column(name = "ha1_sha256", length = 64)
    private String ha1Sha256;

    @Column(name = "gateway", length = 200)
    private String gateway;

    @Column(name = "outbound_gateway", length = 200)
    private String outboundGateway;

    @Column(name = "outbound_prefixes", length = 500, nullable = false)
    private String outboundPrefixes = "";

    @Column(name = "outbound_caller", length = 64, nullable = false)
    private String outboundCaller = "";

    @Column(name = "outbound_permitted", length = 2000, nullable = false)
    private String outboundPermitted = "";

    @Column(name = "outbound_priority", nullable = false)
    private int outboundPriority;

    @Column(name = "outbound_patience_ms", nullable = false)
    private int outboundPatienceMs = 4_000;

    @Column(name = "outbound_probe_ms", nullable = false)
    private int outboundProbeMs;

    @Column(name = "outbound_user", length = 64)
    private String outboundUser;

    @Column(name = "outbound_secret", length = 400)
    private String outboundSecret;

    @Column(name = "registrar", length = 200)
    private String registrar;

    @Column(name = "registrar_user", length = 64)
    private String registrarUser;

    @Column(name = "registrar_secret", length = 400)
    private String registrarSecret;

    @Column(name = "registrar_expiry_ms", nullable = false)
    private int registrarExpiryMs = 3_600_000;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getRegistrar() {
        return registrar;
    }

    public void setRegistrar(String registrar) {
        this.registrar = registrar;
    }

    public String getRegistrarUser() {
        return registrarUser;
    }

    public void setRegistrarUser(String registrarUser) {
        this.registrarUser = registrarUser;
    }

    public String getRegistrarSecret() {
        return registrarSecret;
    }

    public void setRegistrarSecret(String registrarSecret) {
        this.registrarSecret = registrarSecret;
    }

    public int getRegistrarExpiryMs() {
        return registrarExpiryMs;
    }

    public void setRegistrarExpiryMs(int registrarExpiryMs) {
        this.registrarExpiryMs = registrarExpiryMs;
    }

    public int getSortOrder() {
        return sortOrder;
    }

    public void setSortOrder(int sortOrder) {
        this.sortOrder = sortOrder;
    }

    public String getNetworks() {
        return networks;
    }

    public void setNetworks(String networks) {
        this.networks = networks;
    }

    public String getDigestUser() {
        return digestUser;
    }

    public void setDigestUser(String digestUser) {
        this.digestUser = digestUser;
    }

    public String getHa1Md5() {
        return ha1Md5;
    }

    public void setHa1Md5(String ha1Md5) {
        this.ha1Md5 = ha1Md5;
    }

    public String getHa1Sha256() {
        return ha1Sha256;
    }

    public void setHa1Sha256(String ha1Sha256) {
        this.ha1Sha256 = ha1Sha256;
    }

    public String getGateway() {
        return gateway;
    }

    public void setGateway(String gateway) {
        this.gateway = gateway;
    }

    public String getOutboundGateway() {
        return outboundGateway;
    }

    public void setOutboundGateway(String outboundGateway) {
        this.outboundGateway = outboundGateway;
    }

    public String getOutboundPrefixes() {
        return outboundPrefixes;
    }

    public void setOutboundPrefixes(String outboundPrefixes) {
        this.outboundPrefixes = outboundPrefixes;
    }

    public String getOutboundCaller() {
        return outboundCaller;
    }

    public void setOutboundCaller(String outboundCaller) {
        this.outboundCaller = outboundCaller;
    }

    public String getOutboundPermitted() {
        return outboundPermitted;
    }

    public void setOutboundPermitted(String outboundPermitted) {
        this.outboundPermitted = outboundPermitted;
    }

    public int getOutboundPriority() {
        return outboundPriority;
    }

    public void setOutboundPriority(int outboundPriority) {
        this.outboundPriority = outboundPriority;
    }

    public int getOutboundPatienceMs() {
        return outboundPatienceMs;
    }

    public void setOutboundPatienceMs(int outboundPatienceMs) {
        this.outboundPatienceMs = outboundPatienceMs;
    }

    public int getOutboundProbeMs() {
        return outboundProbeMs;
    }

    public void setOutboundProbeMs(int outboundProbeMs) {
        this.outboundProbeMs = outboundProbeMs;
    }

    public String getOutboundUser() {
        return outboundUser;
    }

    public void setOutboundUser(String outboundUser) {
        this.outboundUser = outboundUser;
    }

    public String getOutboundSecret() {
        return outboundSecret;
    }

    public void setOutboundSecret(String outboundSecret) {
        this.outboundSecret = outboundSecret;
    }
}
