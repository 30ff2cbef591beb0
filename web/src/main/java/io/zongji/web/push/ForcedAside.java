package io.zongji.web.push;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.web.SignedInUser;
import io.zongji.web.call.ForcedStates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who has just set the agent's own state. */
@ApplicationScoped
public class ForcedAside implements Aside {
    @Inject
    private ForcedStates forced;

    @Override
    public ObjectNode message(SignedInUser user) {
        return user.takesCalls()
                ? forced.of(user.agentId())
                        .map(state -> JsonNodeFactory.instance
                                .objectNode()
                                .put("t", "forced")
                                .put("id", state.id())
                                .put("by", state.by())
                                .put("state", state.state().name())
                                .put("deed", state.deed().name())
                                .put("later", state.later()))
                        .orElse(null)
                : null;
    }
}
