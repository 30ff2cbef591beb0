package io.zongji.web.push;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.domain.call.LegRecord;
import io.zongji.domain.conversation.SupervisorMode;
import io.zongji.domain.live.LiveAgent;
import io.zongji.domain.live.LiveCall;
import io.zongji.domain.live.LiveDelta;
import io.zongji.domain.live.LiveQueue;
import io.zongji.domain.live.QueueCounters;
import java.time.Instant;
import java.util.List;

/** Changes of the live view as the browser reads them. Moments are milliseconds since 1970, names of enums as they are. */
final class LiveJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private LiveJson() {}

    /**
     * One message.
     *
     * @param epoch which run of the server the version belongs to
     * @param paths knows what callers did in the IVR
     */
    static ObjectNode delta(LiveDelta delta, String epoch, Instant now, CallPaths paths) {
        ObjectNode message = NODES.objectNode()
                .put("t", "delta")
                .put("epoch", epoch)
                .put("v", delta.version())
                .put("full", delta.full())
                .put("now", now.toEpochMilli());
        ArrayNode calls = message.putArray("calls");
        delta.calls().forEach(call -> calls.add(call(call, paths)));
        ArrayNode ended = message.putArray("ended");
        delta.ended().forEach(call -> ended.add(call.value()));
        ArrayNode queues = message.putArray("queues");
        delta.queues().forEach(queue -> queues.add(queue(queue)));
        ArrayNode agents = message.putArray("agents");
        delta.agents().forEach(agent -> agents.add(agent(agent)));
        return message;
    }

    private static ObjectNode call(LiveCall call, CallPaths paths) {
        ObjectNode node = NODES.objectNode()
                .put("id", call.call().value())
                .put("from", call.caller())
                .put("to", call.dialled())
                .put("direction", call.direction().name())
                .put("node", call.nodeLabel())
                .put("queue", call.queue() == null ? null : call.queue().value())
                .put("agent", call.agent() == null ? null : call.agent().value())
                .put("stage", call.stage().name())
                .put("recordingPaused", call.recordingPaused());
        moment(node, "started", call.started());
        moment(node, "since", call.stageSince());
        moment(node, "waitingSince", call.waitingSince());
        ArrayNode legs = node.putArray("legs");
        call.legs()
                .forEach(leg -> legs.add(leg(leg, call.modes().get(leg.leg()))
                        .put("answerable", call.answerable().contains(leg.leg()))
                        .put("moves", call.moves().contains(leg.leg()))
                        .put("announcing", call.announcing().contains(leg.leg()))
                        .put("suspended", call.suspended().contains(leg.leg()))));
        ObjectNode data = node.putObject("data");
        call.data().forEach(data::put);
        ArrayNode path = node.putArray("path");
        for (CallPaths.Step step : paths.of(call.call())) {
            moment(path.addObject().put("node", step.node()).put("keys", step.keys()), "at", step.at());
        }
        return node;
    }

    private static ObjectNode leg(LegRecord leg, SupervisorMode mode) {
        ObjectNode node = NODES.objectNode()
                .put("id", leg.leg().value())
                .put("role", leg.role())
                .put("party", leg.party())
                .put("name", leg.name())
                .put("agent", leg.agent() == null ? null : leg.agent().value())
                .put("state", leg.state().name());
        if (mode != null) {
            node.put("mode", mode.name());
        }
        moment(node, "answered", leg.answered());
        moment(node, "ended", leg.ended());
        return node.put("cause", leg.cause() == null ? null : leg.cause().code());
    }

    private static ObjectNode queue(LiveQueue queue) {
        QueueCounters today = queue.today();
        ObjectNode node = NODES.objectNode()
                .put("id", queue.queue().value())
                .put("name", queue.name())
                .put("idle", queue.idle())
                .put("signedIn", queue.signedIn())
                .put("offered", today.offered())
                .put("answered", today.answered())
                .put("abandoned", today.abandoned())
                .put("withinTarget", today.withinTarget())
                .put("averageAnswer", today.averageAnswer().toMillis());
        ArrayNode waiting = node.putArray("waiting");
        List<LiveQueue.Row> rows = queue.waiting();
        for (LiveQueue.Row row : rows) {
            moment(
                    waiting.addObject()
                            .put("call", row.call().value())
                            .put("from", row.caller())
                            .put("node", row.node()),
                    "since",
                    row.since());
        }
        return node;
    }

    private static ObjectNode agent(LiveAgent agent) {
        ObjectNode node = NODES.objectNode()
                .put("id", agent.agent().value())
                .put("job", agent.jobNumber())
                .put("name", agent.name())
                .put("phone", agent.extension())
                .put("state", agent.state().name())
                .put("reason", agent.reason())
                .put("call", agent.call() == null ? null : agent.call().value())
                .put("rings", agent.rings())
                .put("lengthened", agent.lengthened())
                .put("next", agent.next() == null ? null : agent.next().name())
                .put("nextReason", agent.nextReason());
        moment(node, "since", agent.since());
        return node;
    }

    private static void moment(ObjectNode node, String name, Instant at) {
        if (at != null) {
            node.put(name, at.toEpochMilli());
        }
    }
}
