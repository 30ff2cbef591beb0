package io.zongji.store.journal;

import io.zongji.domain.journal.JournalEntry;

/** An entry and its place in the journal, counted from 1 over the journal's whole life. */
public record Positioned(long position, JournalEntry entry) {}
