package io.zongji.slee.container.entity;

import io.zongji.slee.container.activity.Aci;
import io.zongji.slee.container.activity.Perishable;
import io.zongji.slee.container.tx.LightTransaction;
import javax.slee.NoSuchObjectLocalException;
import javax.slee.SbbLocalObject;
import org.mobicents.slee.SbbLocalObjectExt;

/**
 * A reference to an SBB entity. Generated subclasses add the business methods of the SBB's local interface: each enters
 * the entity in the caller's transaction, calls the SBB object and leaves.
 */
public abstract class LocalObject implements SbbLocalObjectExt, Aci.RefersToEntity, Perishable {
    private final SbbEntity entity;

    protected LocalObject(SbbEntity entity) {
        this.entity = entity;
    }

    /** A reference of the same generated class to another entity. */
    public abstract LocalObject zongjiFor(SbbEntity other);

    @Override
    public final SbbEntity zongjiEntity() {
        return entity;
    }

    @Override
    public final boolean zongjiIsGone() {
        return entity.isRemoved();
    }

    @Override
    public final boolean isIdentical(SbbLocalObject other) {
        transaction();
        return equals(other);
    }

    @Override
    public final byte getSbbPriority() {
        existing();
        return entity.priority();
    }

    @Override
    public final void setSbbPriority(byte priority) {
        entity.priority(priority, existing());
    }

    @Override
    public final void remove() {
        entity.remove(existing());
    }

    // Not final: an SBB's local interface may have business methods of these names.

    @Override
    public String getChildRelation() {
        existing();
        return entity.relationMethod();
    }

    @Override
    public String getName() {
        existing();
        return entity.name();
    }

    @Override
    public SbbLocalObjectExt getParent() {
        existing();
        return entity.parent() == null ? null : entity.parent().localObject();
    }

    /** For generated business methods: the call in which the SBB object may be used. */
    protected final SbbCall zongjiEnter() {
        LightTransaction transaction = existing();
        return SbbCall.enter(entity, transaction);
    }

    private LightTransaction existing() {
        LightTransaction transaction = transaction();
        entity.lockTree(transaction);
        if (entity.isRemoved()) {
            throw new NoSuchObjectLocalException("The SBB entity is removed: " + entity);
        }
        return transaction;
    }

    private LightTransaction transaction() {
        return entity.sbb().world().transactions().require();
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof LocalObject reference && reference.entity == entity;
    }

    @Override
    public final int hashCode() {
        return entity.hashCode();
    }

    @Override
    public final String toString() {
        return entity.toString();
    }
}
