package io.zongji.domain.call;

import java.time.Duration;

/**
 * How one party of a call spent its time, up to the call's last event. No moment is in two of them; all but {@code ring}
 * together are the time that the party was connected, for a caller without flows and queues.
 *
 * @param ring        while the phone rang, or the party waited for the first other phone
 * @param talk        in conversation with the customer; for the customer, with anybody
 * @param consult     in conversation with colleagues, without the customer
 * @param hold        alone: on hold, holding others, or not to be heard
 * @param supervision listening or whispering
 */
public record LegDurations(Duration ring, Duration talk, Duration consult, Duration hold, Duration supervision) {}
