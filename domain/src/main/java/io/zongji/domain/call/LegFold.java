package io.zongji.domain.call;

import io.zongji.domain.AgentId;
import io.zongji.domain.LegId;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import java.time.Instant;

/** One leg while its call's events are folded. */
final class LegFold {
    private final LegId leg;
    private final Instant started;
    private String role;
    private String party = "";
    private String name;
    private AgentId agent;
    private ConnectionState state = ConnectionState.NULL;
    private Instant answered;
    private Instant ended;
    private Cause cause;
    private LegQuality quality;
    /** How a supervisor takes part; null for the others. */
    private String mode;
    /** Cannot be heard for now. */
    private boolean suspended;
    /** Taken out of a queue by an agent's answer. */
    private boolean taken;

    LegFold(LegId leg, String role, Instant started) {
        this.leg = leg;
        this.role = role;
        this.started = started;
    }

    void apply(CallEvent event) {
        role = event.value(CallEventData.ROLE).orElse(role);
        party = event.value(CallEventData.PARTY)
                .or(() -> event.value(caller() ? CallEventData.CALLER : CallEventData.EXTENSION))
                .orElse(party);
        name = event.value(CallEventData.SUPERVISOR_NAME).orElse(name);
        agent = event.value(CallEventData.AGENT)
                .map(value -> CallProjection.parse(value, AgentId::new))
                .orElse(agent);
        quality = quality == null ? LegQuality.of(event) : quality;
        mode = event.value(CallEventData.MODE).orElse(mode);
        if (ended != null) {
            return;
        }
        // A journal is read as it is: what the model would refuse is noted, but moves nothing.
        state = CallModel.next(state, event.type()).orElse(state);
        if (event.type() == CallEventType.ESTABLISHED) {
            state = ConnectionState.CONNECTED;
            answered = answered == null ? event.at() : answered;
        } else if (event.type() == CallEventType.CONNECTION_CLEARED) {
            end(event.at(), CallProjection.causeOf(event));
        } else if (event.type() == CallEventType.FAILED) {
            cause = CallProjection.causeOf(event);
        } else if (event.type() == CallEventType.SUSPENDED || event.type() == CallEventType.RESUMED) {
            suspended = event.type() == CallEventType.SUSPENDED;
        }
    }

    /** An agent answered: a caller who waited does not wait any more. The journal tells it at the agent's leg only. */
    void join() {
        taken = state == ConnectionState.QUEUED;
        state = taken ? ConnectionState.CONNECTED : state;
    }

    /** The answer came to nothing: a caller who had waited waits again. */
    void part() {
        if (taken && state == ConnectionState.CONNECTED) {
            state = ConnectionState.QUEUED;
        }
        taken = false;
    }

    /** Ends the leg, unless it ended before. */
    void end(Instant at, Cause why) {
        if (ended == null) {
            state = ConnectionState.NULL;
            ended = at;
            cause = why != null ? why : cause != null ? cause : Cause.NORMAL;
        }
    }

    boolean caller() {
        return CallEventData.ROLE_CALLER.equals(role);
    }

    /** Whose call it is, or may become by answering. */
    boolean agents() {
        return CallEventData.ROLE_AGENT.equals(role);
    }

    /** Not one of the two who make the call what it is: a consulted colleague, a supervisor. */
    boolean besides() {
        return !caller() && !agents();
    }

    /** The call was transferred to this party. */
    void takesOver() {
        role = CallEventData.ROLE_AGENT;
    }

    /** Whether the caller is not alone as long as this leg is there. */
    boolean talksWithCaller() {
        return !caller() && !CallEventData.ROLE_SUPERVISOR.equals(role) && connected();
    }

    boolean rings() {
        return state == ConnectionState.ALERTING;
    }

    /** Connected, or waiting for somebody. */
    boolean there() {
        return connected() || state == ConnectionState.QUEUED;
    }

    /** Connected to others, or held by them. */
    boolean connected() {
        return state == ConnectionState.CONNECTED || held();
    }

    boolean held() {
        return state == ConnectionState.HOLD;
    }

    /** A supervisor whom not everybody hears. */
    boolean onlyListens() {
        return CallEventData.ROLE_SUPERVISOR.equals(role) && !CallEventData.MODE_BARGE_IN.equals(mode);
    }

    /** Whether it is one of those who hear each other. */
    boolean talks() {
        return state == ConnectionState.CONNECTED && !suspended && !onlyListens();
    }

    LegId id() {
        return leg;
    }

    String role() {
        return role;
    }

    AgentId agent() {
        return agent;
    }

    LegRecord record(LegDurations durations) {
        return new LegRecord(leg, role, party, name, agent, state, started, answered, ended, cause, durations, quality);
    }
}
