package io.zongji.slee.container.entity;

/**
 * The container managed fields of one SBB entity; a generated subclass has a real field for each. Values are held by
 * reference: a mutable object stored here is not protected from a rollback.
 */
public abstract class CmpState {
    /** A copy of this class with the same field values. */
    public abstract CmpState zongjiCopy();
}
