package io.zongji.slee.container.activity;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.tx.LightTransaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.slee.SLEEException;

/**
 * The context of one activity: who is attached, attributes, the names and timers that hang on it, and the mailbox of
 * its events. States go ACTIVE, ENDING, ENDED and never back. Lists are guarded by this object's monitor, which is
 * held only for a moment and never while calling out.
 */
public final class ActivityContext {
    private enum State {
        ACTIVE,
        ENDING,
        ENDED
    }

    private final ActivityTable table;
    private final Object handle;
    private final int flags;
    private final boolean countsReferences;
    private final long startedAt;
    private final Mailbox mailbox;
    private final Aci aci = new Aci(this);
    private final List<Attachment> attachments = new ArrayList<>(2);
    private Map<AttributeKey, Object> attributes;
    private Set<BoundToActivity> bound;
    private State state = State.ACTIVE;
    private int pendingEvents;
    private boolean unreferencedReported;
    /** Something was fired here since somebody last asked. */
    private boolean used;

    private long quietSince;
    private volatile LightTransaction startedIn;
    private volatile LightTransaction endingIn;

    ActivityContext(ActivityTable table, Object handle, int flags, boolean countsReferences) {
        this.table = table;
        this.handle = requireNonNull(handle, "handle");
        this.flags = flags;
        this.countsReferences = countsReferences;
        this.startedAt = table.activities().now();
        this.quietSince = startedAt;
        this.mailbox = new Mailbox(table.activities());
    }

    public ActivitySource source() {
        return table.source();
    }

    public Object handle() {
        return handle;
    }

    /** The flags the activity was started with. */
    public int flags() {
        return flags;
    }

    /** Milliseconds of the SLEE's clock. */
    public long startedAt() {
        return startedAt;
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    /** The generic interface object, one per context. */
    public Aci aci() {
        return aci;
    }

    public Activities activities() {
        return table.activities();
    }

    public Object activity() {
        return source().activity(this);
    }

    // --- life ---

    void startedIn(LightTransaction transaction) {
        startedIn = transaction;
        transaction.afterCommit(() -> {
            startedIn = null;
            referencesChanged();
        });
        transaction.undo(this::withdraw);
    }

    /** Takes the start back: there was no activity. */
    public void withdraw() {
        synchronized (this) {
            state = State.ENDED;
        }
        table.remove(this);
    }

    /** False while the transaction that started the activity is open, for everybody but that transaction. */
    public boolean isVisibleTo(LightTransaction transaction) {
        LightTransaction creator = startedIn;
        return creator == null || creator == transaction;
    }

    public boolean isEnding() {
        LightTransaction ending = endingIn;
        return !isActive()
                || ending != null && ending == activities().transactions().current();
    }

    private synchronized boolean isActive() {
        return state == State.ACTIVE;
    }

    public synchronized boolean isEnded() {
        return state == State.ENDED;
    }

    /** Accepts the end at once: queued and pending events come first. False if it was ending already. */
    public boolean end() {
        synchronized (this) {
            if (state != State.ACTIVE) {
                return false;
            }
            state = State.ENDING;
            if (pendingEvents == 0) {
                mailbox.offer(endEvent());
            }
            return true;
        }
    }

    /** Ends with the transaction, which itself sees the activity as ending from now on. */
    public void endIn(LightTransaction transaction) {
        endingIn = transaction;
        transaction.afterCommit(this::end);
        transaction.afterRollback(() -> endingIn = null);
    }

    private QueuedEvent endEvent() {
        return new QueuedEvent(activities().activityEndType(), EndOfActivity.INSTANCE, this, null, null, 0);
    }

    /**
     * Completes the end once nobody is attached: names and timers go, the table forgets the context, the source is told.
     * False if somebody attached in the meantime.
     */
    public boolean completeEnd() {
        Set<BoundToActivity> released;
        synchronized (this) {
            if (!attachments.isEmpty()) {
                return false;
            }
            state = State.ENDED;
            released = bound;
            bound = null;
            attributes = null;
        }
        if (released != null) {
            released.forEach(BoundToActivity::activityEnded);
        }
        table.remove(this);
        source().ended(this);
        return true;
    }

    // --- events ---

    /** Queues an event now. False: the activity is ending. */
    public synchronized boolean offer(QueuedEvent event) {
        if (state != State.ACTIVE) {
            return false;
        }
        unreferencedReported = false;
        used = true;
        mailbox.offer(event);
        return true;
    }

    /** Queues an event when the transaction commits, and holds back the activity's end until then. */
    public boolean offerIn(LightTransaction transaction, QueuedEvent event) {
        synchronized (this) {
            if (state != State.ACTIVE || endingIn == transaction) {
                return false;
            }
            unreferencedReported = false;
            used = true;
            pendingEvents++;
        }
        transaction.afterCommit(() -> pendingEnded(event));
        transaction.afterRollback(() -> {
            pendingEnded(null);
            referencesChanged();
            event.firingRolledBack();
        });
        return true;
    }

    private synchronized void pendingEnded(QueuedEvent committed) {
        pendingEvents--;
        if (committed != null) {
            mailbox.offer(committed);
        }
        if (state == State.ENDING && pendingEvents == 0) {
            mailbox.offer(endEvent());
        }
    }

    /**
     * Whether nothing has been fired here for so long, as far as those can tell who ask now and then. Having said so it says
     * so again only after as long.
     */
    public synchronized boolean isIdle(long now, long idleMillis) {
        if (used || !mailbox.isEmpty()) {
            used = false;
            quietSince = now;
        }
        if (state != State.ACTIVE || now - quietSince < idleMillis) {
            return false;
        }
        quietSince = now;
        return true;
    }

    // --- attachments ---

    /** Attaches unless attached. The caller's transaction holds the entity's tree lock. */
    public void attach(Attachable entity, LightTransaction transaction) {
        if (entity.attachmentTo(this) != null) {
            return;
        }
        Attachment attachment = new Attachment(this, entity);
        synchronized (this) {
            if (state == State.ENDED) {
                throw new SLEEException("The activity has ended: " + this);
            }
            attachments.add(attachment);
            unreferencedReported = false;
        }
        entity.attached(attachment);
        transaction.undo(() -> {
            // Detached again in the same transaction: the undo of that ran before, so the relation is whole here.
            attachment.attached(false);
            entity.detached(attachment);
            forget(attachment);
        });
        transaction.afterRollback(this::referencesChanged);
    }

    /** Detaches if attached. The caller's transaction holds the entity's tree lock. */
    public void detach(Attachable entity, LightTransaction transaction) {
        Attachment attachment = entity.attachmentTo(this);
        if (attachment == null) {
            return;
        }
        attachment.attached(false);
        entity.detached(attachment);
        transaction.undo(() -> {
            attachment.attached(true);
            entity.attached(attachment);
        });
        // Until the commit the router still finds the attachment, waits for the tree, and looks again.
        transaction.afterCommit(() -> {
            forget(attachment);
            referencesChanged();
        });
    }

    private synchronized void forget(Attachment attachment) {
        attachments.remove(attachment);
    }

    /** Which attachments are meant by an event, and in which order. Called under the monitor: only looks. */
    public interface AttachmentOrder {
        boolean isEligible(Attachment attachment, QueuedEvent event);

        boolean precedes(Attachment one, Attachment other);
    }

    /** The first of the eligible attachments, or null. */
    public synchronized Attachment first(QueuedEvent event, AttachmentOrder order) {
        Attachment best = null;
        for (int i = 0; i < attachments.size(); i++) {
            Attachment attachment = attachments.get(i);
            if (order.isEligible(attachment, event) && (best == null || order.precedes(attachment, best))) {
                best = attachment;
            }
        }
        return best;
    }

    /** Who is attached now; those that are detached in an open transaction are still there. */
    public synchronized List<Attachment> attachments() {
        return List.copyOf(attachments);
    }

    public synchronized int attachmentCount() {
        return attachments.size();
    }

    // --- what hangs on the context ---

    public synchronized Object attribute(AttributeKey key) {
        return attributes == null ? null : attributes.get(key);
    }

    /** All attributes that are set, those of open transactions included. */
    public synchronized Map<AttributeKey, Object> attributes() {
        return attributes == null ? Map.of() : Map.copyOf(attributes);
    }

    public void attribute(AttributeKey key, Object value, LightTransaction transaction) {
        Object before = replace(key, value);
        transaction.undo(() -> replace(key, before));
    }

    private synchronized Object replace(AttributeKey key, Object value) {
        if (attributes == null) {
            attributes = new HashMap<>(4);
        }
        return value == null ? attributes.remove(key) : attributes.put(key, value);
    }

    /** Hangs a name or timer on the context; false if it has ended. */
    public synchronized boolean bind(BoundToActivity thing) {
        if (state == State.ENDED) {
            return false;
        }
        if (bound == null) {
            bound = new HashSet<>(4);
        }
        unreferencedReported = false;
        return bound.add(thing);
    }

    public void unbind(BoundToActivity thing) {
        synchronized (this) {
            if (bound == null || !bound.remove(thing)) {
                return;
            }
        }
        referencesChanged();
    }

    /** The names and timers that hang here now. */
    public synchronized List<BoundToActivity> bound() {
        return bound == null ? List.of() : List.copyOf(bound);
    }

    /** Looks whether anything still refers to the context and tells the source if not. Call it without locks. */
    public void referencesChanged() {
        if (!countsReferences) {
            return;
        }
        synchronized (this) {
            if (unreferencedReported || state != State.ACTIVE || isReferenced()) {
                return;
            }
            unreferencedReported = true;
        }
        source().unreferenced(this);
    }

    private boolean isReferenced() {
        return startedIn != null
                || !attachments.isEmpty()
                || bound != null && !bound.isEmpty()
                || pendingEvents > 0
                || !mailbox.isEmpty();
    }

    @Override
    public String toString() {
        return source().name() + "/" + handle;
    }
}
