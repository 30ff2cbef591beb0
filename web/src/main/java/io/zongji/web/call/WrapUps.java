package io.zongji.web.call;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.QueueId;
import io.zongji.domain.journal.WrapUpEvent;
import io.zongji.domain.live.LiveAgent;
import io.zongji.domain.live.LiveCall;
import io.zongji.server.CallCentre;
import io.zongji.web.SignedInUser;
import io.zongji.web.records.CallRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Keeps what agents write of their calls, while they talk and afterwards. What was said to be done is on the disk. */
@ApplicationScoped
public class WrapUps {
    private final Clock clock = Clock.systemUTC();

    @Inject
    private CallCentre callCentre;

    @Inject
    private CallRecords records;

    /**
     * Takes the place of what the agent wrote of the call before.
     *
     * @throws IllegalArgumentException if a code is not for such a call; the message names it
     */
    public Answer save(SignedInUser user, WrapUpCommand command) {
        CallId call = command.call();
        if (!user.takesCalls() || !tookPart(user.agentId(), call)) {
            return Answer.refused(CallServices.NOT_PERMITTED);
        }
        command.check(callCentre.configuration().get(), queueOf(call));
        callCentre
                .journal()
                .append(new WrapUpEvent(call, user.agentId(), command.codes(), command.note(), clock.instant()));
        return Answer.DONE;
    }

    /** Whether the user is an agent who has or had a part in the call; false for what is no call. */
    public boolean mayWrite(SignedInUser user, String call) {
        try {
            return user.takesCalls() && tookPart(user.agentId(), new CallId(call));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The call may be going on, be what the agent's wrap-up is about, or be long over. */
    private boolean tookPart(AgentId agent, CallId call) {
        Optional<LiveCall> live = callCentre.liveBoard().call(call);
        boolean now = live.filter(one ->
                        agent.equals(one.agent()) || one.legs().stream().anyMatch(leg -> agent.equals(leg.agent())))
                .isPresent();
        return now || writesUp(agent, call) || records.tookPart(agent.value(), call.value());
    }

    private boolean writesUp(AgentId agent, CallId call) {
        return callCentre.liveBoard().snapshot().agents().stream()
                .filter(one -> one.agent().equals(agent))
                .map(LiveAgent::call)
                .anyMatch(call::equals);
    }

    private QueueId queueOf(CallId call) {
        return callCentre
                .liveBoard()
                .call(call)
                .map(LiveCall::queue)
                .or(() ->
                        records.call(call.value()).map(row -> row.getQueueId()).map(QueueId::new))
                .orElse(null);
    }
}
