package io.zongji.sbb;

import io.zongji.domain.CallId;
import io.zongji.domain.LegId;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventType;
import io.zongji.domain.journal.JournalEntry;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Numbers and writes the journal entries of calls. Call it inside a SLEE transaction: number and entry are taken back
 * together when the transaction rolls back.
 */
public final class CallLog {

    private final Consumer<JournalEntry> journal;
    private final Clock clock;

    public CallLog(Consumer<JournalEntry> journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
    }

    /** Writes what happened to the call as a whole. */
    public void write(CallActivity call, CallEventType type, Map<String, String> data) {
        write(call, type, null, data);
    }

    /** Writes what happened to one leg of the call; the leg may be null. */
    public void write(CallActivity call, CallEventType type, LegId leg, Map<String, String> data) {
        int sequence = call.getLastSequence() + 1;
        call.setLastSequence(sequence);
        journal.accept(new CallEvent(new CallId(call.getCallId()), sequence, type, clock.instant(), leg, data));
    }
}
