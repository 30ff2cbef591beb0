package io.zongji.slee.container.entity;

import io.zongji.slee.container.activity.Aci;
import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.activity.Attachment;
import io.zongji.slee.container.activity.AttributeKey;
import io.zongji.slee.container.activity.Perishable;
import io.zongji.slee.container.activity.QueuedEvent;
import io.zongji.slee.container.tx.LightTransaction;
import java.util.ArrayList;
import java.util.List;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import javax.slee.ChildRelation;
import javax.slee.CreateException;
import javax.slee.InitialEventSelector;
import javax.slee.NotAttachedException;
import javax.slee.RolledBackContext;
import javax.slee.SLEEException;
import javax.slee.SbbID;
import javax.slee.ServiceID;
import javax.slee.TransactionRolledbackLocalException;
import javax.slee.UnrecognizedEventException;
import javax.slee.facilities.Tracer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pooled Java object of an SBB and its {@code SbbContext}. It is lent to one entity for the rest of a transaction and
 * returns to the pool with it, unless a runtime exception ended its life.
 */
public final class SbbObject extends FacilityAccess implements LightTransaction.Participant {
    private static final Logger log = LoggerFactory.getLogger(SbbObject.class);

    private final ServiceSbb home;
    private final ConcreteSbb sbb;
    private SbbEntity entity;
    private LightTransaction transaction;
    private boolean creating;
    private boolean removed;
    private boolean discarded;

    private SbbObject(ServiceSbb home) {
        this.home = home;
        this.sbb = home.type().classes().newSbb();
        sbb.zongjiObject(this);
    }

    static SbbObject create(ServiceSbb home) {
        SbbObject object = new SbbObject(home);
        SbbCall call = SbbCall.callback(object, null);
        try {
            object.sbb.setSbbContext(object);
        } finally {
            call.leave();
        }
        return object;
    }

    void dispose() {
        SbbCall call = SbbCall.callback(this, null);
        try {
            sbb.unsetSbbContext();
        } finally {
            call.leave();
        }
    }

    @Override
    public ServiceSbb home() {
        return home;
    }

    public ConcreteSbb sbb() {
        return sbb;
    }

    // --- life with an entity ---

    void create(SbbEntity forEntity, LightTransaction with) throws CreateException {
        creating = true;
        lendTo(forEntity, with);
        SbbCall call = SbbCall.callback(this, with);
        try {
            if (home.type().has(Callback.CREATE)) {
                sbb.sbbCreate();
            }
            creating = false;
            if (home.type().has(Callback.POST_CREATE)) {
                sbb.sbbPostCreate();
            }
            if (home.type().has(Callback.LOAD)) {
                sbb.sbbLoad();
            }
        } catch (RuntimeException | Error e) {
            exceptionThrown(e, null, null);
            throw new TransactionRolledbackLocalException("Creating " + home + " failed", e);
        } finally {
            creating = false;
            call.leave();
        }
    }

    void activate(SbbEntity forEntity, LightTransaction with) {
        lendTo(forEntity, with);
        callbacks(Callback.ACTIVATE, Callback.LOAD);
    }

    private void lendTo(SbbEntity forEntity, LightTransaction with) {
        entity = forEntity;
        transaction = with;
        removed = false;
        sbb.zongjiState(forEntity.state());
        forEntity.object(this);
        with.enlist(this);
    }

    void lend(CmpState state) {
        sbb.zongjiState(state);
    }

    void remove() {
        callbacks(Callback.STORE, Callback.REMOVE);
        removed = true;
    }

    /** One or two callbacks in a row; a failure ends this object and marks the transaction. */
    private void callbacks(Callback first, Callback second) {
        if (home.type().has(first)) {
            callback(first);
        }
        if (home.type().has(second)) {
            callback(second);
        }
    }

    private void callback(Callback callback) {
        SbbCall call = SbbCall.callback(this, transaction);
        try {
            run(callback);
        } catch (RuntimeException | Error e) {
            exceptionThrown(e, null, null);
            throw new TransactionRolledbackLocalException(callback.method() + " of " + home + " failed", e);
        } finally {
            call.leave();
        }
    }

    private void run(Callback callback) {
        switch (callback) {
            case ACTIVATE -> sbb.sbbActivate();
            case PASSIVATE -> sbb.sbbPassivate();
            case LOAD -> sbb.sbbLoad();
            case STORE -> sbb.sbbStore();
            case REMOVE -> sbb.sbbRemove();
            default -> throw new IllegalArgumentException(callback.method());
        }
    }

    @Override
    public void beforeCommit() {
        if (discarded || removed || !home.type().has(Callback.STORE)) {
            return;
        }
        try {
            callback(Callback.STORE);
        } catch (TransactionRolledbackLocalException e) {
            log.warn("sbbStore of {} failed: the transaction rolls back", home, e);
        }
    }

    @Override
    public void completed(boolean committed) {
        if (!discarded && !removed && home.type().has(Callback.PASSIVATE)) {
            passivate();
        }
        entity.settle(committed);
        entity = null;
        transaction = null;
        sbb.zongjiState(null);
        if (!discarded) {
            home.giveBack(this);
        }
    }

    private void passivate() {
        SbbCall call = SbbCall.callback(this, null);
        try {
            sbb.sbbPassivate();
        } catch (RuntimeException | Error e) {
            log.warn("sbbPassivate of {} failed: the object is dropped", home, e);
            discarded = true;
        } finally {
            call.leave();
        }
    }

    /**
     * Tells the SBB that it failed and ends this object. The transaction is marked first; a retry because of a busy tree
     * is no failure of the SBB's.
     */
    public void exceptionThrown(Throwable thrown, Object event, ActivityContextInterface aci) {
        if (discarded || transaction == null) {
            return;
        }
        discarded = true;
        if (!transaction.isRetryWanted()) {
            transaction.setRollbackOnly();
            log.warn("{} threw; its transaction rolls back", entity, thrown);
            Exception exception = thrown instanceof Exception e ? e : new SLEEException("An error in an SBB", thrown);
            SbbCall call = SbbCall.callback(this, transaction);
            try {
                sbb.sbbExceptionThrown(exception, event, aci);
            } catch (RuntimeException | Error e) {
                log.warn("sbbExceptionThrown of {} failed too", home, e);
            } finally {
                call.leave();
            }
        }
        entity.object(null);
    }

    /** Runs {@code sbbRolledBack} on the entity this object is lent to. */
    public void rolledBack(RolledBackContext context) {
        SbbCall call = SbbCall.callback(this, transaction);
        try {
            sbb.sbbRolledBack(context);
        } catch (RuntimeException | Error e) {
            transaction.setRollbackOnly();
            discarded = true;
            log.warn("sbbRolledBack of {} failed", entity, e);
        } finally {
            call.leave();
        }
    }

    /** Asks a pooled object of the SBB whether an event is initial. */
    public static InitialEventSelector select(ServiceSbb home, int eventIndex, InitialEventSelector selector) {
        SbbObject object = home.borrow();
        SbbCall call = SbbCall.callback(object, null);
        try {
            InitialEventSelector answer = object.sbb.zongjiSelect(eventIndex, selector);
            home.giveBack(object);
            return answer;
        } finally {
            call.leave();
        }
    }

    // --- for generated code ---

    /** The entity's state, about to be written. */
    public CmpState stateToWrite() {
        if (entity == null || removed) {
            throw notAssigned();
        }
        return entity.stateToWrite();
    }

    /** What a CMP field reads as: a reference whose object is gone is null. */
    public static Object stillThere(Object reference) {
        return reference instanceof Perishable thing && thing.zongjiIsGone() ? null : reference;
    }

    public IllegalStateException notAssigned() {
        return new IllegalStateException("The SBB object is assigned to no entity: " + home);
    }

    public AttributeKey[] attributeKeys() {
        return home.type().attributeKeys();
    }

    public ChildRelation childRelation(int index) {
        home.world().transactions().require();
        return new EntityChildRelation(requireEntity(), index);
    }

    public void fire(int eventIndex, Object event, ActivityContextInterface aci, Address address, ServiceID service) {
        if (event == null) {
            throw new NullPointerException("event");
        }
        ActivityContext context = Aci.contextOf(aci);
        LightTransaction current = home.world().transactions().require();
        requireEntity();
        QueuedEvent queued =
                new QueuedEvent(home.type().eventTypes().get(eventIndex), event, context, address, service, 0);
        if (!context.offerIn(current, queued)) {
            throw new IllegalStateException("The activity is ending: " + context);
        }
    }

    public SbbSurroundings surroundings() {
        return home.surroundings();
    }

    // --- SbbContext ---

    @Override
    public LocalObject getSbbLocalObject() {
        home.world().transactions().require();
        return requireEntity().localObject();
    }

    @Override
    public ServiceID getService() {
        return home.service().id();
    }

    @Override
    public SbbID getSbb() {
        return home.type().id();
    }

    @Override
    public ActivityContextInterface[] getActivities() {
        home.world().transactions().require();
        List<Attachment> attachments = requireEntity().attachments();
        ActivityContextInterface[] activities = new ActivityContextInterface[attachments.size()];
        for (int i = 0; i < activities.length; i++) {
            activities[i] = attachments.get(i).context().aci();
        }
        return activities;
    }

    @Override
    public void maskEvent(String[] eventNames, ActivityContextInterface aci)
            throws UnrecognizedEventException, NotAttachedException {
        Attachment attachment = attachmentTo(aci);
        LightTransaction current = home.world().transactions().require();
        long[] before = attachment.mask();
        attachment.mask(maskOf(eventNames));
        current.undo(() -> attachment.mask(before));
    }

    private long[] maskOf(String[] eventNames) throws UnrecognizedEventException {
        if (eventNames == null || eventNames.length == 0) {
            return null;
        }
        long[] mask = new long[(home.type().eventTypes().size() >> 6) + 1];
        for (String name : eventNames) {
            Integer index = home.type().receivable(name);
            if (index == null) {
                throw new UnrecognizedEventException(home.type() + " receives no event " + name);
            }
            mask[index >> 6] |= 1L << index;
        }
        return mask;
    }

    @Override
    public String[] getEventMask(ActivityContextInterface aci) throws NotAttachedException {
        Attachment attachment = attachmentTo(aci);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < home.type().eventTypes().size(); i++) {
            if (attachment.isMasked(i)) {
                names.add(home.type().component().events().get(i).name());
            }
        }
        return names.toArray(String[]::new);
    }

    private Attachment attachmentTo(ActivityContextInterface aci) throws NotAttachedException {
        ActivityContext context = Aci.contextOf(aci);
        home.world().transactions().require();
        Attachment attachment = requireEntity().attachmentTo(context);
        if (attachment == null) {
            throw new NotAttachedException(entity + " is not attached to " + context);
        }
        return attachment;
    }

    @Override
    public void setRollbackOnly() {
        home.world().transactions().require().setRollbackOnly();
    }

    @Override
    public boolean getRollbackOnly() {
        return home.world().transactions().require().isMarkedRollback();
    }

    @Override
    public Tracer getTracer(String name) {
        return home.surroundings().tracer(name);
    }

    private SbbEntity requireEntity() {
        if (entity == null || creating) {
            throw notAssigned();
        }
        return entity;
    }
}
