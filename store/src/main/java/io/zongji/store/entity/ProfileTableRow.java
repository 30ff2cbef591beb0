package io.zongji.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A profile table of the SLEE with the identity of its specification. */
@Entity
@Table(name = "slee_profile_table")
public class ProfileTableRow {

    @Id
    @Column(name = "id", length = 36)
    private String id;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private String tenant;

    @Column(name = "name", length = 200, nullable = false)
    private String name;

    @Column(name = "specification_name", length = 200, nullable = false, updatable = false)
    private String specificationName;

    @Column(name = "specification_vendor", length = 200, nullable = false, updatable = false)
    private String specificationVendor;

    @Column(name = "specification_version", length = 200, nullable = false, updatable = false)
    private String specificationVersion;

    protected ProfileTableRow() {}

    public ProfileTableRow(String name, String specification, String vendor, String version) {
        this.id = UUID.randomUUID().toString();
        this.name = name;
        this.specificationName = specification;
        this.specificationVendor = vendor;
        this.specificationVersion = version;
    }

    public String getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
