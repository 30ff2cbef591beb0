package io.zongji.web.push;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.domain.QueueId;
import io.zongji.domain.alarm.QueueAlarm;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.server.CallCentre;
import io.zongji.web.SignedInUser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Alarms of queues that are on: all for those who watch, those of the own queues for agents. */
@ApplicationScoped
public class AlarmAside implements Aside {
    @Inject
    private CallCentre callCentre;

    @Override
    public ObjectNode message(SignedInUser user) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("t", "alarms");
        ArrayNode alarms = message.putArray("alarms");
        Configuration configuration = callCentre.configuration().get();
        callCentre.queueWatch().active().stream()
                .filter(alarm -> user.watches() || serves(user, alarm.queue(), configuration))
                .forEach(alarm -> alarms.add(json(alarm)));
        return message;
    }

    private static boolean serves(SignedInUser user, QueueId queue, Configuration configuration) {
        return user.takesCalls()
                && configuration
                        .agent(user.agentId())
                        .flatMap((Agent agent) -> agent.membership(queue))
                        .isPresent();
    }

    private static ObjectNode json(QueueAlarm alarm) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("queue", alarm.queue().value())
                .put("kind", alarm.kind().name())
                .put("since", alarm.began().toEpochMilli())
                .put("worst", alarm.worst());
    }
}
