package io.zongji.sbb.events;

import io.zongji.domain.AgentId;
import io.zongji.domain.QueueId;
import io.zongji.domain.agent.AgentState;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;

/**
 * Portal to ACD: what an agent, or somebody for the agent, asks.
 *
 * @param state  the state to bring the agent back to; only for {@code RESTORE}, else null
 * @param since  when that state began; only for {@code RESTORE}, else null
 * @param reason for {@code BUSY} and {@code REST} the code of a reason that is set up for it, else words for the journal;
 *               never null, may be empty
 * @param queues those that the agent chose, for {@code SIGN_IN}, {@code CHOOSE_QUEUES} and {@code RESTORE}; null for all
 *               that the agent serves
 * @param reply  is told the outcome, and only the first time counts
 */
public record AgentRequest(
        AgentId agent,
        Action action,
        AgentState state,
        Instant since,
        String reason,
        Set<QueueId> queues,
        Reply reply) {

    /** The refusal of a sign-in without a phone. */
    public static final String PHONE_NOT_REGISTERED = "phoneNotRegistered";

    /** The refusal of other queues for somebody who may not change them while signed in. */
    public static final String NO_RIGHT_TO_RESET = "noRightToResetQueues";

    /** The refusal of chosen queues for somebody who signs in to all. */
    public static final String NO_RIGHT_TO_CHOOSE = "noRightToChooseQueues";

    /** The refusal of a device at which another agent works. */
    public static final String DEVICE_TAKEN = "deviceTaken";

    /** The refusal of a device that is neither an extension nor a number that a trunk calls. */
    public static final String NO_SUCH_DEVICE = "noSuchDevice";

    /** The refusal of a phone outside for somebody without the right to it. */
    public static final String OUTSIDE_PHONE_NOT_PERMITTED = "outsidePhoneNotPermitted";

    /** The refusal of a phone that is to stay on the line, while a call goes on at another. */
    public static final String STANDING_LEG_IN_CALL = "standingLegInCall";

    /** The answer when the ACD could not decide; asking again may help. */
    public static final String UNAVAILABLE = "unavailable";

    public AgentRequest {
        Objects.requireNonNull(agent, "agent");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(reply, "reply");
        queues = queues == null ? null : Set.copyOf(queues);
        if (action == Action.RESTORE) {
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(since, "since");
        }
        if (action == Action.CHOOSE_QUEUES && queues == null) {
            throw new IllegalArgumentException("queues: say which");
        }
    }

    /** Asks for anything but the state of before a restart. */
    public AgentRequest(AgentId agent, Action action, String reason, Set<QueueId> queues, Reply reply) {
        this(agent, action, null, null, reason, queues, reply);
    }

    /** What can be asked. */
    public enum Action {
        SIGN_IN,
        SIGN_OUT,
        READY,
        BUSY,
        REST,
        WRAP_UP_DONE,
        /** Longer wrap-up: the usual time once more. */
        EXTEND_WRAP_UP,
        /** Other queues while signed in. */
        CHOOSE_QUEUES,
        /** Another device, which is chosen already, while signed in. */
        CHOOSE_DEVICE,
        /** From the portal: the page with which the agent works is gone. */
        PAGE_LOST,
        /** From the portal: it is there again. */
        PAGE_BACK,
        /** The state of before a restart. */
        RESTORE
    }

    /** Receives the outcome on a SLEE thread; must not block. */
    @FunctionalInterface
    public interface Reply {
        /** Null when done, else the reason of the refusal in words for the agent. */
        void done(String refusal);
    }
}
