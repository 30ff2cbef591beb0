package io.zongji.domain.routing;

import java.time.Duration;
import java.util.Objects;

/**
 * Times that hold for all queues.
 *
 * @param reofferAfter how long an agent who did not take a caller is not asked again for the same one; others are
 * @param forcedBusy   how long an agent without a desktop stays busy after a failed offer; agents with one press ready
 * @param longestAnnouncement how long an agent who has picked up may be told of the call, before the offer is given up
 */
public record RoutingSettings(Duration reofferAfter, Duration forcedBusy, Duration longestAnnouncement) {
    public static final RoutingSettings USUAL =
            new RoutingSettings(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(1));

    public RoutingSettings {
        Objects.requireNonNull(reofferAfter, "reofferAfter");
        Objects.requireNonNull(forcedBusy, "forcedBusy");
        Objects.requireNonNull(longestAnnouncement, "longestAnnouncement");
        // Without a pause a phone that refuses at once would be called without end.
        if (reofferAfter.toMillis() < 1 || forcedBusy.toMillis() < 1 || longestAnnouncement.toMillis() < 1) {
            throw new IllegalArgumentException("routing times must be positive");
        }
    }
}
