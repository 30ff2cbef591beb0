package org.mobicents.slee;

import javax.slee.SbbLocalObject;

/** Where an SBB entity stands in its tree. All calls need a transaction. */
public interface SbbLocalObjectExt extends SbbLocalObject {
    /** The get-child-relation method of the parent's that has this child; null for a root entity. */
    String getChildRelation();

    /** The name within the child relation, made up if none was given; the convergence name of a root entity. */
    String getName();

    /** Null for a root entity. */
    SbbLocalObjectExt getParent();
}
