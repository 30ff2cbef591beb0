package io.zongji.web.push;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.web.SignedInUser;
import io.zongji.web.team.HelpDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who asks for help: the team's for supervisors, the own for agents. */
@ApplicationScoped
public class HandAside implements Aside {
    @Inject
    private HelpDesk help;

    @Override
    public ObjectNode message(SignedInUser user) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("t", "hands");
        ArrayNode hands = message.putArray("hands");
        help.seenBy(user).forEach(hand -> hands.addObject()
                .put("agent", hand.agent().value())
                .put("call", hand.call() == null ? null : hand.call().value())
                .put("since", hand.since().toEpochMilli()));
        return message;
    }
}
