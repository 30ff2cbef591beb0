package io.zongji.domain.alarm;

/** What is alarming about a queue. */
public enum QueueAlarmKind {
    /** Too many callers wait; measured in callers. */
    WAITING,
    /** Somebody waits too long; measured in milliseconds. */
    LONGEST_WAIT,
    /** No agent of the queue has been ready for too long; measured in milliseconds. */
    NOBODY_READY
}
