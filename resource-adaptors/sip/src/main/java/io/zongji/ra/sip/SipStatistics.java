package io.zongji.ra.sip;

import java.util.Map;

/**
 * Gauges and counters of the SIP stack since it was started.
 *
 * @param requests received, by method, those that were repeated included
 * @param repeated of the requests, received again while the first one was worked on
 * @param responses received, by class: {@code 1xx} to {@code 6xx}
 * @param refused new calls refused with 503
 * @param dialogs now
 */
public record SipStatistics(
        Map<String, Long> requests, long repeated, Map<String, Long> responses, long refused, int dialogs) {
    public SipStatistics {
        requests = Map.copyOf(requests);
        responses = Map.copyOf(responses);
    }
}
