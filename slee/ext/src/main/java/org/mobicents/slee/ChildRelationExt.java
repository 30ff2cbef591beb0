package org.mobicents.slee;

import javax.slee.ChildRelation;
import javax.slee.CreateException;

/** A child relation whose children may have names, each only once. */
public interface ChildRelationExt extends ChildRelation {
    /** For a relation that has one child at most. */
    String DEFAULT_CHILD_NAME = "0";

    /**
     * Creates a child with a name.
     *
     * @throws CreateException also if a child of this relation has the name
     * @throws IllegalArgumentException the name is empty
     */
    SbbLocalObjectExt create(String name) throws CreateException;

    /**
     * The child of the name; null if there is none.
     *
     * @throws IllegalArgumentException the name is empty
     */
    SbbLocalObjectExt get(String name);
}
