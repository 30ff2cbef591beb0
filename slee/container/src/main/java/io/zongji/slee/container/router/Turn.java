package io.zongji.slee.container.router;

import io.zongji.slee.container.activity.Activities;
import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.activity.Attachment;
import io.zongji.slee.container.activity.QueuedEvent;
import io.zongji.slee.container.entity.SbbCall;
import io.zongji.slee.container.entity.SbbEntity;
import io.zongji.slee.container.entity.Service;
import io.zongji.slee.container.tx.LightTransaction;
import io.zongji.slee.container.tx.Transactions;
import javax.slee.CreateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One entity's turn at one event, in a transaction that already holds its tree: handler, detach at an activity's end,
 * removal of a tree without attachments, commit; after a rollback {@code sbbRolledBack} in a second transaction, which
 * takes the tree lock over so that nobody comes between.
 */
final class Turn {
    private static final Logger log = LoggerFactory.getLogger(Turn.class);

    private final Transactions transactions;

    Turn(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @param initialName the convergence name if this is initial event processing, else null */
    void take(QueuedEvent event, Attachment attachment, LightTransaction transaction, ConvergenceName initialName) {
        SbbEntity entity = (SbbEntity) attachment.entity();
        boolean hadItsTurn = attachment.isServed(event);
        attachment.serve(event);
        if (!hadItsTurn) {
            handle(event, attachment, entity, transaction);
        }
        boolean removing = false;
        if (!transaction.isMarkedRollback()) {
            removing = clean(event, entity, transaction);
        }
        if (transaction.tryCommit()) {
            return;
        }
        countRollback(event, entity);
        LightTransaction second = transactions.create();
        transaction.transfer(entity.tree(), second);
        boolean retry = transaction.isRetryWanted() && event.mayRetry();
        transaction.rollback();
        transactions.bind(second);
        if (retry) {
            attachment.serve(null);
            second.rollback();
        } else if (hadItsTurn) {
            // The end of an activity whose clean-up failed twice: let go without asking the SBB.
            event.context().detach(entity, second);
            if (entity.isInUnattachedTree()) {
                entity.tree().root().letGo(second);
            }
            finish(second);
        } else {
            rolledBack(event, entity, removing, second, initialName);
        }
    }

    private static void countRollback(QueuedEvent event, SbbEntity entity) {
        int index = entity.sbb().type().handlerOf(event.type());
        if (index >= 0) {
            entity.sbb().handlerTimes(index).rolledBack();
        }
    }

    private void handle(QueuedEvent event, Attachment attachment, SbbEntity entity, LightTransaction transaction) {
        int index = entity.sbb().type().handlerOf(event.type());
        if (!DeliveryOrder.receives(entity, event) || attachment.isMasked(index)) {
            return;
        }
        event.markProcessedBySbb();
        SbbCall call;
        try {
            call = SbbCall.enter(entity, transaction);
        } catch (RuntimeException e) {
            log.warn("{} could not be activated for {}", entity, event.type(), e);
            mark(transaction);
            return;
        }
        Activities activities = event.context().activities();
        long began = activities.lately();
        try {
            call.sbb().zongjiDispatch(index, event);
        } catch (RuntimeException | Error e) {
            call.object().exceptionThrown(e, event.getEvent(), event.getActivityContextInterface());
            mark(transaction);
        } finally {
            entity.sbb().handlerTimes(index).ran(began, activities.lately());
            call.leave();
            takeBackThread(entity, transaction);
        }
    }

    /** A handler that began a transaction of its own and forgot it would poison the thread. */
    private void takeBackThread(SbbEntity entity, LightTransaction transaction) {
        LightTransaction left = transactions.current();
        if (left == transaction) {
            return;
        }
        log.error("{} left its thread in another transaction, which is rolled back", entity);
        if (left != null && left.isActive()) {
            left.rollback();
        }
        transactions.bind(transaction);
    }

    /** Detaches at an activity's end and removes the tree if it is attached to nothing; true if the latter was tried. */
    private boolean clean(QueuedEvent event, SbbEntity entity, LightTransaction transaction) {
        if (event.type().isActivityEnd() && !entity.isRemoved()) {
            event.context().detach(entity, transaction);
        }
        if (!entity.isInUnattachedTree()) {
            return false;
        }
        try {
            entity.tree().root().remove(transaction);
        } catch (RuntimeException e) {
            log.warn("Removing {} failed", entity.tree().root(), e);
            mark(transaction);
        }
        return true;
    }

    private void rolledBack(
            QueuedEvent event,
            SbbEntity entity,
            boolean removing,
            LightTransaction second,
            ConvergenceName initialName) {
        try {
            SbbEntity target = entity;
            if (initialName != null) {
                target = restored(event, entity, second, initialName);
            }
            if (target != null && !target.isRemoved()) {
                target.objectFor(second).rolledBack(new RolledBack(event, removing));
                clean(event, target, second);
            }
        } catch (CreateException | RuntimeException e) {
            log.warn("Telling {} about its rollback failed", entity, e);
            mark(second);
        }
        finish(second);
    }

    /** What initial event processing had created or attached survives the handler's rollback. */
    private SbbEntity restored(QueuedEvent event, SbbEntity entity, LightTransaction second, ConvergenceName name)
            throws CreateException {
        ActivityContext context = event.context();
        Service service = entity.sbb().service();
        SbbEntity target = entity.isRemoved() ? service.createRoot(name, second) : entity;
        if (target != null) {
            context.attach(target, second);
            target.attachmentTo(context).serve(event);
        }
        return target;
    }

    private static void finish(LightTransaction transaction) {
        if (!transaction.tryCommit()) {
            transaction.rollback();
        }
    }

    private static void mark(LightTransaction transaction) {
        if (!transaction.isMarkedRollback()) {
            transaction.setRollbackOnly();
        }
    }
}
