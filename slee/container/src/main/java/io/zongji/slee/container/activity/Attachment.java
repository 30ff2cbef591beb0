package io.zongji.slee.container.activity;

/**
 * One entity attached to one activity context. Attaching again after a detach makes a new one, which is how a
 * re-attached entity may get the current event again. {@code attached} and the mask belong to the entity's tree lock;
 * who was served belongs to the context's drain.
 */
public final class Attachment {
    private final ActivityContext context;
    private final Attachable entity;
    private boolean attached = true;
    private long[] mask;
    private QueuedEvent served;

    Attachment(ActivityContext context, Attachable entity) {
        this.context = context;
        this.entity = entity;
        this.mask = entity.initialMask();
    }

    public ActivityContext context() {
        return context;
    }

    public Attachable entity() {
        return entity;
    }

    /** False from the detach on, even while its transaction is open. */
    public boolean isAttached() {
        return attached;
    }

    void attached(boolean value) {
        attached = value;
    }

    /** Remembers that the entity had its turn for the event; not undone by a rollback. */
    public void serve(QueuedEvent event) {
        served = event;
    }

    public boolean isServed(QueuedEvent event) {
        return served == event;
    }

    /** Bits by the SBB's own event index; null masks nothing. */
    public long[] mask() {
        return mask;
    }

    public void mask(long[] bits) {
        mask = bits;
    }

    public boolean isMasked(int eventIndex) {
        return mask != null && (mask[eventIndex >> 6] & (1L << eventIndex)) != 0;
    }
}
