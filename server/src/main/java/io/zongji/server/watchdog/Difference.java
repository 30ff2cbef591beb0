package io.zongji.server.watchdog;

import java.time.Instant;

/**
 * Something in which the parts of the call centre differ for longer than they may.
 *
 * @param subject  what it is about: an agent, a call, an activity or an entity tree
 * @param text     what is known of it, in English
 * @param since    when it was seen first
 * @param repaired when its repair was ordered last; null when it was not
 */
public record Difference(DifferenceKind kind, String subject, String text, Instant since, Instant repaired) {}
