package io.zongji.slee.container.activity;

/** A name or a timer that hangs on an activity context, counts as a reference, and goes with it. */
public interface BoundToActivity {
    /** The context has ended. Called without locks, once. */
    void activityEnded();

    /** What services know it by: a {@code TimerID}, or a name as a string. */
    Object reference();
}
