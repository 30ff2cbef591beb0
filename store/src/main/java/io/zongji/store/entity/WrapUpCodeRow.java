package io.zongji.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.TenantId;

/** What may come of a conversation: one of those that agents choose from. */
@Entity
@Table(name = "wrap_up_code")
public class WrapUpCodeRow {

    @Id
    @Column(name = "code", length = 64)
    private String code;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private String tenant;

    @Column(name = "chinese", length = 200, nullable = false)
    private String chinese;

    @Column(name = "english", length = 200, nullable = false)
    private String english;

    /** Ids of queues, separated by commas; empty for all. */
    @Column(name = "queues", length = 2000, nullable = false)
    private String queues = "";

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

    public String getQueues() {
        return queues;
    }

    public void setQueues(String queues) {
        this.queues = queues;
    }

    public int getSortOrder() {
        return sortOrder;
    }

    public void setSortOrder(int sortOrder) {
        this.sortOrder = sortOrder;
    }
}
