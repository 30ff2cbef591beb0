package io.zongji.slee.container.inspection;

import java.time.Duration;

/**
 * Which activities are asked for.
 *
 * @param raEntity name of the RA entity, or null for all
 * @param olderThan not younger than this
 * @param limit how many at most, the oldest
 */
public record ActivityFilter(String raEntity, Duration olderThan, int limit) {
    public ActivityFilter {
        if (olderThan.isNegative() || limit < 1) {
            throw new IllegalArgumentException("olderThan " + olderThan + ", limit " + limit);
        }
    }
}
