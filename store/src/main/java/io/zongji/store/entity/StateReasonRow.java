package io.zongji.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.TenantId;

/** Why agents are busy or at rest: one of those that they choose from. */
@Entity
@Table(name = "state_reason")
public class StateReasonRow {

    @Id
    @Column(name = "code", length = 64)
    private String code;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private String tenant;

    /** {@code BUSY} or {@code REST}. */
    @Column(name = "used_for", length = 32, nullable = false)
    private String use = "BUSY";

    @Column(name = "chinese", length = 200, nullable = false)
    private String chinese;

    @Column(name = "english", length = 200, nullable = false)
    private String english;

    @Column(name = "limit_ms", nullable = false)
    private int limitMs;

    @Column(name = "sort_order", nullable = false)
    private int sortOrder;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getUse() {
        return use;
    }

    public void setUse(String use) {
        this.use = use;
    }

    public String getChinese() {
        return chinese;
    }

    public void setChinese(String chinese) {
        this.chinese = chinese;
    }

    public String getEnglish() {
        return english;
    }

    public void setEnglish(String english) {
        this.english = english;
    }

    public int getLimitMs() {
        return limitMs;
    }

    public void setLimitMs(int limitMs) {
        this.limitMs = limitMs;
    }

    public int getSortOrder() {
        return sortOrder;
    }

    public void setSortOrder(int sortOrder) {
        this.sortOrder = sortOrder;
    }
}
