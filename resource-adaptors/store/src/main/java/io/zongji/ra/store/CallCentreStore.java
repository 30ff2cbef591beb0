package io.zongji.ra.store;

import io.zongji.domain.config.Configuration;
import io.zongji.domain.journal.JournalEntry;
import java.time.Clock;

/** What services know and tell of the call centre: the resource adaptor interface of the Store type. Thread-safe, never blocks. */
public interface CallCentreStore {

    /** The configuration in force. A call that needs one and the same throughout keeps the snapshot. */
    Configuration configuration();

    /**
     * Tells the journal. Inside a SLEE transaction the entry becomes visible and durable when the transaction commits, in the order of the
     * appends and together with the transaction's others; if it rolls back, nothing has happened. Outside a transaction: at once.
     */
    void append(JournalEntry entry);

    /** How phones are let in and looked after. */
    PhoneRules phones();

    /** What calls to the outside need to know. */
    OutsideLines outside();

    /** The time by which entries are stamped. */
    Clock clock();
}
