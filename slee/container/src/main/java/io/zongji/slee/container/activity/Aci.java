package io.zongji.slee.container.activity;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.tx.LightTransaction;
import javax.slee.ActivityContextInterface;
import javax.slee.SLEEException;
import javax.slee.SbbLocalObject;
import javax.slee.facilities.TimerID;
import org.mobicents.slee.ActivityContextInterfaceExt;

/**
 * An activity context as SBBs and resource adaptors see it; generated SBB-specific interfaces extend it. Equal to every
 * other view of the same context.
 */
public class Aci implements ActivityContextInterfaceExt, Perishable {
    private final ActivityContext context;

    protected Aci(ActivityContext context) {
        this.context = context;
    }

    /** The context behind any view handed out by this container. */
    public static ActivityContext contextOf(ActivityContextInterface aci) {
        requireNonNull(aci, "activity context interface");
        if (aci instanceof Aci view) {
            return view.context;
        }
        throw new SLEEException("Not an activity context interface of this SLEE: " + aci.getClass());
    }

    /** A local object's way to the entity it stands for. */
    public interface RefersToEntity {
        Attachable zongjiEntity();
    }

    public final ActivityContext context() {
        return context;
    }

    @Override
    public final Object getActivity() {
        context.activities().transactions().require();
        return context.activity();
    }

    @Override
    public final void attach(SbbLocalObject sbb) {
        LightTransaction transaction = context.activities().transactions().require();
        context.attach(lock(sbb, transaction), transaction);
    }

    @Override
    public final void detach(SbbLocalObject sbb) {
        LightTransaction transaction = context.activities().transactions().require();
        context.detach(lock(sbb, transaction), transaction);
    }

    @Override
    public final boolean isAttached(SbbLocalObject sbb) {
        LightTransaction transaction = context.activities().transactions().require();
        return lock(sbb, transaction).attachmentTo(context) != null;
    }

    @Override
    public final boolean isEnding() {
        context.activities().transactions().require();
        return context.isEnding();
    }

    // Not final: an SBB's own interface may have attributes of these names.

    @Override
    public TimerID[] getTimers() {
        return context.bound().stream()
                .map(BoundToActivity::reference)
                .filter(TimerID.class::isInstance)
                .toArray(TimerID[]::new);
    }

    @Override
    public String[] getNamesBound() {
        return context.bound().stream()
                .map(BoundToActivity::reference)
                .filter(String.class::isInstance)
                .toArray(String[]::new);
    }

    @Override
    public void suspend() {
        LightTransaction transaction = context.activities().transactions().require();
        context.mailbox().pause();
        transaction.afterCompletion(context.mailbox()::resume);
    }

    private static Attachable lock(SbbLocalObject sbb, LightTransaction transaction) {
        requireNonNull(sbb, "sbb");
        if (!(sbb instanceof RefersToEntity reference)) {
            throw new SLEEException("Not an SBB local object of this SLEE: " + sbb.getClass());
        }
        Attachable entity = reference.zongjiEntity();
        entity.lockFor(transaction);
        return entity;
    }

    /** For generated attribute getters. */
    protected final Object zongjiAttribute(AttributeKey key) {
        context.activities().transactions().require();
        return context.attribute(key);
    }

    /** For generated attribute setters. */
    protected final void zongjiAttribute(AttributeKey key, Object value) {
        context.attribute(key, value, context.activities().transactions().require());
    }

    @Override
    public final boolean zongjiIsGone() {
        return context.isEnded();
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Aci view && view.context == context;
    }

    @Override
    public final int hashCode() {
        return context.hashCode();
    }

    @Override
    public final String toString() {
        return context.toString();
    }
}
