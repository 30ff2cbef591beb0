package io.zongji.web.push;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.web.SignedInUser;
import io.zongji.web.message.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What an agent has not read yet. */
@ApplicationScoped
public class MessageAside implements Aside {
    @Inject
    private Messages messages;

    @Override
    public ObjectNode message(SignedInUser user) {
        if (!user.takesCalls()) {
            return null;
        }
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("t", "messages");
        ArrayNode unread = message.putArray("messages");
        messages.unread(user.login()).forEach(one -> unread.addObject()
                .put("id", one.id())
                .put("from", one.senderName())
                .put("at", one.sentAt().toEpochMilli())
                .put("text", one.content()));
        return message;
    }
}
