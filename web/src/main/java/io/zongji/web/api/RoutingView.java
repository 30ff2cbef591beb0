package io.zongji.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.routing.RoutingTrace;
import io.zongji.web.records.RoutingStep;
import java.util.List;

/**
 * What a queue decided about a call. Times are ISO 8601, UTC.
 *
 * @param decision {@code QUEUED}, {@code OFFERED}, {@code OFFER_REFUSED} or {@code DIVERTED}
 * @param agent    who was offered the call, or refused it
 * @param position in the queue, counted from 1
 * @param cause    why it was refused or diverted
 * @param chosen   by what the agent was chosen
 * @param passed   who was signed in and not chosen, and why; of a large queue not everybody is named
 * @param others   how many more serve the queue: signed out, or not named
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RoutingView(
        String at,
        String decision,
        String queue,
        String agent,
        Integer position,
        String cause,
        ChosenView chosen,
        List<PassedView> passed,
        Integer others) {

    /**
     * By what an agent was chosen.
     *
     * @param strategy       the queue's
     * @param memberPriority the agent's in the queue; 1 is asked first
     * @param idleSince      since when the agent was idle
     */
    public record ChosenView(String strategy, int memberPriority, String idleSince) {}

    /**
     * Who was not chosen.
     *
     * @param reason {@code LATER}, {@code REFUSED}, {@code NOT_CHOSEN}, or the state that kept the agent from it
     */
    public record PassedView(String agent, String reason) {}

    static RoutingView of(RoutingStep step) {
        RoutingTrace trace = step.trace();
        String position = step.value(CallEventData.POSITION);
        return new RoutingView(
                step.at().toString(),
                step.decision(),
                step.value(CallEventData.QUEUE),
                step.value(CallEventData.AGENT),
                position == null ? null : Integer.valueOf(position),
                step.value(CallEventData.CAUSE),
                trace == null || trace.chosen() == null
                        ? null
                        : new ChosenView(
                                trace.chosen().strategy(),
                                trace.chosen().memberPriority(),
                                trace.chosen().idleSince().toString()),
                trace == null
                        ? null
                        : trace.passed().stream()
                                .map(one -> new PassedView(one.agent().value(), one.reason()))
                                .toList(),
                trace == null ? null : trace.others());
    }
}
