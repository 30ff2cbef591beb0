package io.zongji.web.records;

import io.zongji.domain.call.Outcome;
import java.io.Serializable;
import java.time.Instant;

/**
 * Which records are wanted; a null part wants all.
 *
 * @param number  how a caller's or dialled number begins
 * @param agent   an agent's id
 * @param queue   a queue's id
 * @param outcome what became of the call
 * @param from    the first moment
 * @param until   the moment after the last
 */
public record CallFilter(String number, String agent, String queue, Outcome outcome, Instant from, Instant until)
        implements Serializable {}
