package io.zongji.slee.container.entity;

import io.zongji.slee.container.tx.TransactionLock;

/**
 * One root entity with all its descendants: the unit of isolation. Everything mutable in the tree, this count included,
 * is guarded by this lock, which a transaction holds from its first touch to its end.
 */
public final class EntityTree extends TransactionLock {
    private final Service service;
    private final Object convergenceName;
    private SbbEntity root;
    private int attachments;
    private final int createdAtSeconds;

    /** @param createdAt in milliseconds of the SLEE's clock */
    EntityTree(Service service, Object convergenceName, long createdAt) {
        this.service = service;
        this.convergenceName = convergenceName;
        this.createdAtSeconds = (int) (createdAt / 1000);
    }

    public Service service() {
        return service;
    }

    /** Milliseconds of the SLEE's clock, to the second: there is one of these for every entity. */
    public long createdAt() {
        return Integer.toUnsignedLong(createdAtSeconds) * 1000;
    }

    public Object convergenceName() {
        return convergenceName;
    }

    void root(SbbEntity entity) {
        root = entity;
    }

    public SbbEntity root() {
        return root;
    }

    void changeAttachments(int by) {
        attachments += by;
    }

    /** Attachments of all entities of the tree. */
    int attachments() {
        return attachments;
    }
}
