package io.zongji.web.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.zongji.domain.QueueId;
import io.zongji.sbb.events.AgentRequest;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * What an agent asks for the own state.
 *
 * @param reason the code of a reason that is set up for being busy or at rest; null for none
 * @param queues those to take calls of, when signing in or changing them; null for all that the agent serves
 * @param device what is to ring, when signing in or changing it: an extension or a number outside; empty for the phone of
 *               the own extension
 * @param standing whether a device outside is called once and stays on the line between calls, instead of for each call
 */
public record StateCommand(
        AgentRequest.Action action, String reason, Set<QueueId> queues, String device, boolean standing) {
    /** The mode of a device outside that is called for each call. */
    public static final String PER_CALL = "PER_CALL";
    /** The mode of a device outside that is called once. */
    public static final String STANDING = "STANDING";

    private static final int LONGEST_REASON = 64;
    private static final int MOST_QUEUES = 500;

    /** What a person may ask; the others are the system's. */
    private static final Set<AgentRequest.Action> ACTIONS = EnumSet.of(
            AgentRequest.Action.SIGN_IN,
            AgentRequest.Action.SIGN_OUT,
            AgentRequest.Action.READY,
            AgentRequest.Action.BUSY,
            AgentRequest.Action.REST,
            AgentRequest.Action.WRAP_UP_DONE,
            AgentRequest.Action.EXTEND_WRAP_UP,
            AgentRequest.Action.CHOOSE_QUEUES,
            AgentRequest.Action.CHOOSE_DEVICE);

    /** Reads {@code action}, {@code reason}, {@code queues}, {@code device} and {@code deviceMode}, and refuses as the other does. */
    public static StateCommand read(JsonNode json) {
        return read(json, "action");
    }

    /**
     * Reads an action, {@code reason}, {@code queues}, {@code device} and {@code deviceMode}.
     *
     * @param field the one that names the action
     * @throws IllegalArgumentException if there is no such action or what it needs is missing; the message begins with the
     *     field's name
     */
    public static StateCommand read(JsonNode json, String field) {
        String wanted = json.path(field).asText();
        AgentRequest.Action action = ACTIONS.stream()
                .filter(each -> each.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(field + ": '" + wanted + "' is none of " + ACTIONS));
        Set<QueueId> queues = queues(json.path("queues"));
        if (queues == null && action == AgentRequest.Action.CHOOSE_QUEUES) {
            throw new IllegalArgumentException("queues: say which");
        }
        String reason = json.path("reason").asText(null);
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("reason: at most " + LONGEST_REASON + " characters");
        }
        return new StateCommand(action, reason, queues, CallCommand.number(json, "device"), standing(json));
    }

    private static boolean standing(JsonNode json) {
        String mode = json.path("deviceMode").asText(PER_CALL);
        if (!mode.equals(PER_CALL) && !mode.equals(STANDING)) {
            throw new IllegalArgumentException(
                    "deviceMode: '" + mode + "' is neither " + PER_CALL + " nor " + STANDING);
        }
        return mode.equals(STANDING);
    }

    private static Set<QueueId> queues(JsonNode list) {
        if (!list.isArray()) {
            return null;
        }
        if (list.size() > MOST_QUEUES) {
            throw new IllegalArgumentException("queues: at most " + MOST_QUEUES);
        }
        Set<QueueId> queues = new HashSet<>();
        for (JsonNode queue : list) {
            try {
                queues.add(new QueueId(queue.asText()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("queues: '" + queue.asText() + "' is not the id of a queue", e);
            }
        }
        return Set.copyOf(queues);
    }
}
