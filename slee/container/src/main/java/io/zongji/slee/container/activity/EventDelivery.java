package io.zongji.slee.container.activity;

/** The router, as a mailbox sees it. Called by one thread at a time for one activity context. */
public interface EventDelivery {
    /**
     * Goes on with the delivery of an event until all receivers have had it.
     *
     * @return false if the delivery paused (the mailbox is blocked) and must be continued with the same event
     */
    boolean deliver(QueuedEvent event);
}
