package io.zongji.store.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.TenantId;

/** A profile of a table, its values as text ({@link io.zongji.store.profile.ProfileTables}); the default profile's name is empty. */
@Entity
@Table(name = "slee_profile")
public class ProfileRow {

    @Id
    @Column(name = "id", length = 36)
    private String id;

    @TenantId
    @Column(name = "tenant_id", updatable = false)
    private String tenant;

    @Column(name = "table_id", length = 36, nullable = false, updatable = false)
    private String tableId;

    @Column(name = "name", length = 200, nullable = false, updatable = false)
    private String name;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "slee_profile_value", joinColumns = @JoinColumn(name = "profile_id"))
    @MapKeyColumn(name = "attribute", length = 200)
    @Column(name = "content", length = 1_000_000, nullable = false)
    private Map<String, String> values = new TreeMap<>();

    protected ProfileRow() {}

    public ProfileRow(String tableId, String name) {
        this.id = UUID.randomUUID().toString();
        this.tableId = tableId;
        this.name = name;
    }

    public String getName() {
        return name;
    }

    /** By attribute. */
    public Map<String, String> getValues() {
        return values;
    }
}
