package io.zongji.web.page;

import io.zongji.domain.agent.AgentState;
import io.zongji.domain.config.Agent;
import io.zongji.domain.live.LiveAgent;
import io.zongji.server.CallCentre;
import io.zongji.store.entity.ExtensionRow;
import io.zongji.web.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The phones and who sits at them. */
@Named("extensions")
@RequestScoped
public class ExtensionsPage {

    @Inject
    private Settings settings;

    @Inject
    private CallCentre callCentre;

    private List<ExtensionRow> rows;
    private Map<String, LiveAgent> agents;

    @PostConstruct
    void read() {
        rows = settings.extensions();
        agents = callCentre.liveBoard().snapshot().agents().stream()
                .collect(Collectors.toMap(LiveAgent::extension, Function.identity(), (one, other) -> one));
    }

    public List<ExtensionRow> getRows() {
        return rows;
    }

    /** Id of the agent at this phone; null when there is none. */
    public String agent(String number) {
        return callCentre
                .configuration()
                .get()
                .agentByExtension(number)
                .map(Agent::id)
                .map(id -> id.value())
                .orElse(null);
    }

    /** Null when nobody sits at this phone. */
    public AgentState state(String number) {
        return agents.containsKey(number) ? agents.get(number).state() : null;
    }
}
