/**
 * The journal of the call centre: first to a write-ahead log on disk, then to whoever listens in this process and, in batches behind the
 * calls' backs, to the database. {@link io.zongji.store.journal.DurableJournal} is the way in.
 */
package io.zongji.store.journal;
