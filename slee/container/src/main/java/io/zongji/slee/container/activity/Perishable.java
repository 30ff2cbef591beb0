package io.zongji.slee.container.activity;

/**
 * A reference that an SBB may keep in a CMP field and that means nothing any more once what it refers to is gone: the field
 * then reads as null. The name of its method leaves all names to the interfaces that SBBs declare.
 */
public interface Perishable {
    /** Whether what this refers to is gone for good, as far as the calling thread can see. */
    boolean zongjiIsGone();
}
