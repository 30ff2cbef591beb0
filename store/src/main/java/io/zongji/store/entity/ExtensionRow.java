package io.zongji.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.TenantId;

/** An internal number and how its phone is known. */
@Entity
@Table(name = "extension")
public class ExtensionRow {

    @Id
    @Column(name = "number", length = 64)
    private String number;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private String tenant;

    @Column(name = "ha1_md5", length = 32)
    private String ha1Md5;

    @Column(name = "ha1_sha256", length = 64)
    private String ha1Sha256;

    @Column(name = "fixed_contact", length = 300)
    private String fixedContact;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
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

    public String getFixedContact() {
        return fixedContact;
    }

    public void setFixedContact(String fixedContact) {
        this.fixedContact = fixedContact;
    }
}
