package io.zongji.web.push;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.web.SignedInUser;
import io.zongji.web.call.RestDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who asks for a rest: the team's for supervisors, the own for agents. */
@ApplicationScoped
public class RestAside implements Aside {
    @Inject
    private RestDesk rests;

    @Override
    public ObjectNode message(SignedInUser user) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("t", "rests");
        ArrayNode requests = message.putArray("rests");
        rests.seenBy(user).forEach(request -> requests.addObject()
                .put("agent", request.agent().value())
                .put("reason", request.reason())
                .put("since", request.since().toEpochMilli()));
        return message;
    }
}
