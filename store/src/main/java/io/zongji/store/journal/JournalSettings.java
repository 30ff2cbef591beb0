package io.zongji.store.journal;

import java.time.Duration;

/**
 * The journal's measures.
 *
 * @param segmentBytes size at which a new file of the log begins
 * @param forceInterval how often the log is brought to the disk
 * @param keep how long the log keeps what the database has taken: longer than a database may need to bring a commit to its disk (H2: 0.5 s)
 * @param gather how long entries are gathered before they go to the database together
 * @param batch how many entries go to the database in one transaction at most
 * @param refresh how old the database row of a call in progress may become
 * @param entriesInMemory how many entries are kept for a database that lags, before they are read back from the log
 * @param entriesPerSubscriber how far a subscriber may fall behind before entries are dropped for it
 */
public record JournalSettings(
        long segmentBytes,
        Duration forceInterval,
        Duration keep,
        Duration gather,
        int batch,
        Duration refresh,
        int entriesInMemory,
        int entriesPerSubscriber) {

    public static final JournalSettings USUAL = new JournalSettings(
            16 << 20,
            Duration.ofMillis(200),
            Duration.ofMinutes(1),
            Duration.ofSeconds(1),
            2_000,
            Duration.ofSeconds(5),
            20_000,
            50_000);

    /** Shows everything in the database at once; for tests. */
    public static final JournalSettings EAGER = new JournalSettings(
            1 << 20, Duration.ofMillis(200), Duration.ZERO, Duration.ofMillis(5), 2_000, Duration.ZERO, 20_000, 50_000);
}
