package io.zongji.slee.container.router;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.activity.Attachment;
import io.zongji.slee.container.activity.EventDelivery;
import io.zongji.slee.container.activity.QueuedEvent;
import io.zongji.slee.container.entity.SbbEntity;
import io.zongji.slee.container.entity.Service;
import io.zongji.slee.container.tx.LightTransaction;
import io.zongji.slee.container.tx.Transactions;
import javax.slee.CreateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers one event: round by round, each in its own transaction, to the best of the attached entities that have not had
 * it and the services it is initial for. Receivers are looked up anew in every round, so a child attached by its parent's
 * handler gets the same event. A busy entity tree pauses the mailbox; the thread goes on with other work.
 */
public final class EventRouter implements EventDelivery {
    private static final Logger log = LoggerFactory.getLogger(EventRouter.class);

    private final Transactions transactions;
    private final InitialEvents initialEvents;
    private final DeliveryOrder order = new DeliveryOrder();
    private final Turn turn;

    public EventRouter(Transactions transactions, InitialEvents initialEvents) {
        this.transactions = requireNonNull(transactions, "transactions");
        this.initialEvents = requireNonNull(initialEvents, "initialEvents");
        this.turn = new Turn(transactions);
    }

    @Override
    public boolean deliver(QueuedEvent event) {
        try {
            return event.isWithdrawn() || inRounds(event);
        } catch (RuntimeException | Error e) {
            releaseWhatIsLeft();
            throw e;
        }
    }

    /** A fault of the container's own must not leave a tree locked. */
    private void releaseWhatIsLeft() {
        LightTransaction left = transactions.unbind();
        if (left != null && left.isActive()) {
            left.rollback();
        }
    }

    private boolean inRounds(QueuedEvent event) {
        ActivityContext context = event.context();
        InitialDelivery initial = initialOf(event);
        while (true) {
            Attachment next = context.first(event, order);
            Service service = initial == null ? null : initial.service();
            if (next == null && service == null) {
                if (!event.type().isActivityEnd() || context.completeEnd()) {
                    return true;
                }
                continue;
            }
            boolean served = serviceComesFirst(service, next) ? serveInitial(event, initial) : serve(event, next);
            if (!served || context.mailbox().isBlocked()) {
                return false;
            }
        }
    }

    /** Kept with the event, since a paused delivery continues where it was. */
    private InitialDelivery initialOf(QueuedEvent event) {
        InitialDelivery initial = (InitialDelivery) event.progress();
        if (initial == null) {
            initial = initialEvents.start(event);
            event.progress(initial);
        }
        return initial;
    }

    private static boolean serviceComesFirst(Service service, Attachment next) {
        return service != null
                && (next == null
                        || service.priority()
                                >= ((SbbEntity) next.entity()).tree().root().priority());
    }

    /** False if the entity's tree is busy. */
    private boolean serve(QueuedEvent event, Attachment attachment) {
        SbbEntity entity = (SbbEntity) attachment.entity();
        LightTransaction transaction = transactions.create();
        if (!entity.tree().tryLock(transaction, event.context().mailbox())) {
            return false;
        }
        transactions.bind(transaction);
        if (!attachment.isAttached() || event.isWithdrawn()) {
            transaction.rollback();
            return true;
        }
        turn.take(event, attachment, transaction, null);
        return true;
    }

    /** False if the entity the event converges on is busy. */
    private boolean serveInitial(QueuedEvent event, InitialDelivery initial) {
        ConvergenceName name = initial.name();
        if (name == null) {
            initial.advance();
            return true;
        }
        Service service = initial.service();
        LightTransaction transaction = transactions.create();
        SbbEntity root = service.root(name);
        if (root != null && !root.tree().tryLock(transaction, event.context().mailbox())) {
            return false;
        }
        transactions.bind(transaction);
        if (root == null) {
            root = create(service, name, event, initial, transaction);
        }
        if (root == null || root.isRemoved()) {
            // Somebody else creates or removed it at this moment (or creation failed): the next round sees which.
            if (transaction.isActive()) {
                transaction.rollback();
            }
            return true;
        }
        initial.advance();
        converge(event, root, transaction, name);
        return true;
    }

    private SbbEntity create(
            Service service,
            ConvergenceName name,
            QueuedEvent event,
            InitialDelivery initial,
            LightTransaction transaction) {
        try {
            return service.createRoot(name, transaction);
        } catch (CreateException | RuntimeException e) {
            log.warn("{} gets no root entity for {}: the event is dropped for it", service, event.type(), e);
            initial.advance();
            transaction.rollback();
            return null;
        }
    }

    private void converge(QueuedEvent event, SbbEntity root, LightTransaction transaction, ConvergenceName name) {
        event.context().attach(root, transaction);
        Attachment attachment = root.attachmentTo(event.context());
        if (attachment.isServed(event)) {
            transaction.rollback();
        } else {
            turn.take(event, attachment, transaction, name);
        }
    }
}
