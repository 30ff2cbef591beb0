package javax.slee;

/**
 * Implemented by every SBB abstract class: the calls by which the SLEE tells an SBB object about its life.
 */
public interface Sbb {
    /** The first call on a new object; keep the context. */
    void setSbbContext(SbbContext context);

    /** The last call on an object; forget the context. */
    void unsetSbbContext();

    /** A new entity is being created; CMP fields may be set. */
    void sbbCreate() throws CreateException;

    /** A new entity has been created and is assigned to this object. */
    void sbbPostCreate() throws CreateException;

    /** This object gets an existing entity; CMP fields are not accessible yet. */
    void sbbActivate();

    /** This object loses its entity; CMP fields are not accessible any more. */
    void sbbPassivate();

    /** Transient state may be taken from CMP fields. */
    void sbbLoad();

    /** Transient state is to be written to CMP fields. */
    void sbbStore();

    /** The entity is going to be removed. */
    void sbbRemove();

    /** A method of this object threw an unchecked exception; event and context are null outside event handlers. */
    void sbbExceptionThrown(Exception exception, Object event, ActivityContextInterface aci);

    /** A transaction with this entity was rolled back; called in a new transaction. */
    void sbbRolledBack(RolledBackContext context);
}
