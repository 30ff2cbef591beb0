package io.zongji.domain.journal;

import java.time.Instant;

/** One fact of the journal; never changed once written. */
public sealed interface JournalEntry permits CallEvent, AgentEvent, NextStateEvent, WrapUpEvent, StandingLegEvent {

    /** When it happened. */
    Instant at();
}
