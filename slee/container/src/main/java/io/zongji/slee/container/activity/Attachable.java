package io.zongji.slee.container.activity;

import io.zongji.slee.container.tx.LightTransaction;

/** What can be attached to an activity context: an SBB entity. All state here is guarded by the entity's tree lock. */
public interface Attachable {
    /** Takes the tree lock for the transaction; a removed entity or a busy tree marks the transaction and throws. */
    void lockFor(LightTransaction transaction);

    /** The live attachment to the context, or null. */
    Attachment attachmentTo(ActivityContext context);

    void attached(Attachment attachment);

    void detached(Attachment attachment);

    /** The event mask a new attachment starts with; null for none. */
    long[] initialMask();
}
