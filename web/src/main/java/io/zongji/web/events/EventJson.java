package io.zongji.web.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.domain.journal.AgentEvent;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.live.LiveDelta;
import io.zongji.store.journal.Positioned;
import io.zongji.web.SignedInUser;
import io.zongji.web.api.AgentView;
import io.zongji.web.api.CallView;
import io.zongji.web.api.Problem;
import io.zongji.web.api.QueueView;
import io.zongji.web.call.Answer;
import java.util.Set;
import java.util.TreeMap;

/** The messages of the line, as {@code docs/asyncapi.yaml} describes them. */
final class EventJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EventJson() {}

    /** Who is at the other end. */
    static String hello(SignedInUser user, long position) {
        ObjectNode node = message("hello").put("name", user.name()).put("position", position);
        ArrayNode roles = node.putArray("roles");
        user.roles().stream().sorted().forEach(roles::add);
        if (user.agent() != null) {
            node.put("agent", user.agent());
        }
        return node.toString();
    }

    /** Something happened. */
    static String event(Positioned at) {
        ObjectNode node = message("event");
        if (at.entry() instanceof CallEvent event) {
            node.put("topic", Subscription.Topic.CALLS.word())
                    .put("position", at.position())
                    .put("call", event.call().value())
                    .put("sequence", event.sequence())
                    .put("type", event.type().name())
                    .put("time", event.at().toString());
            if (event.leg() != null) {
                node.put("leg", event.leg().value());
            }
            new TreeMap<>(event.data()).forEach(node.putObject("data")::put);
        } else if (at.entry() instanceof AgentEvent event) {
            node.put("topic", Subscription.Topic.AGENTS.word())
                    .put("position", at.position())
                    .put("agent", event.agent().value())
                    .put("type", event.state().name())
                    .put("time", event.at().toString());
            if (event.call() != null) {
                node.put("call", event.call().value());
            }
            node.putObject("data").put("reason", event.reason());
        }
        return node.toString();
    }

    /** What is as it is now; of what is left out nothing changed. */
    static String picture(LiveDelta delta, Set<Subscription.Topic> topics) {
        ObjectNode node = message("picture").put("full", delta.full());
        if (topics.contains(Subscription.Topic.STATE)) {
            ArrayNode calls = node.putArray("calls");
            delta.calls().forEach(call -> calls.add(MAPPER.<ObjectNode>valueToTree(CallView.of(call))));
            ArrayNode ended = node.putArray("ended");
            delta.ended().forEach(call -> ended.add(call.value()));
            ArrayNode agents = node.putArray("agents");
            delta.agents().forEach(agent -> agents.add(MAPPER.<ObjectNode>valueToTree(AgentView.whole(agent))));
        }
        if (topics.contains(Subscription.Topic.QUEUES)) {
            ArrayNode queues = node.putArray("queues");
            delta.queues().forEach(queue -> queues.add(MAPPER.<ObjectNode>valueToTree(QueueView.of(queue))));
        }
        return node.toString();
    }

    /** Nothing else to tell: everything up to the position was told. */
    static String beat(long position) {
        return message("beat").put("position", position).toString();
    }

    /** The answer to a subscription that begins behind this position. */
    static String subscribed(String id, long position) {
        return message("answer").put("id", id).put("position", position).toString();
    }

    /** The answer to a command. */
    static String answer(String id, Answer answer) {
        ObjectNode node = message("answer").put("id", id);
        if (!answer.done()) {
            refusal(node, Problem.word(answer.refusal()), Problem.sentence(answer.refusal()));
        }
        if (answer.call() != null) {
            node.put("call", answer.call().value());
        }
        if (answer.asked()) {
            node.put("asked", true);
        }
        return node.toString();
    }

    /** The answer to something that nobody can do. */
    static String refused(String id, String code, String problem) {
        ObjectNode node = message("answer").put("id", id);
        refusal(node, code, problem);
        return node.toString();
    }

    /** The answer to a position that is not kept any more. */
    static String tooOld(String id, long oldest) {
        ObjectNode node = message("answer").put("id", id).put("oldest", oldest);
        refusal(
                node,
                "tooOld",
                "What came behind that position is not kept any more; it is from position " + oldest + " on");
        return node.toString();
    }

    private static void refusal(ObjectNode node, String code, String problem) {
        node.putObject("refusal").put("code", code).put("problem", problem);
    }

    private static ObjectNode message(String type) {
        return NODES.objectNode().put("t", type);
    }
}
