package io.zongji.slee.container.activity;

import javax.slee.ActivityEndEvent;

/** The event object of every activity end; it carries nothing. */
enum EndOfActivity implements ActivityEndEvent {
    INSTANCE
}
