package io.zongji.slee.container.usage;

import static java.util.Objects.requireNonNull;

/**
 * One parameter of a usage interface.
 *
 * @param name first letter in lower case
 * @param counter true for a counter, false for one that takes samples
 * @param notificationsEnabled whether changes are announced from the start
 */
public record UsageParameter(String name, boolean counter, boolean notificationsEnabled) {
    public UsageParameter {
        requireNonNull(name, "name");
    }
}
