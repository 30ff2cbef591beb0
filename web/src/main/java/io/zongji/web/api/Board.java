package io.zongji.web.api;

import io.zongji.domain.live.LiveAgent;
import io.zongji.domain.live.LiveDelta;
import io.zongji.server.CallCentre;
import io.zongji.web.SignedInUser;
import io.zongji.web.push.Sight;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What goes on at this moment, as far as somebody may see it: agents their own calls and queues, and of colleagues the state. */
@ApplicationScoped
public class Board {
    @Inject
    private CallCentre callCentre;

    public List<CallView> calls(SignedInUser user) {
        return seen(user).calls().stream().map(CallView::of).toList();
    }

    public List<QueueView> queues(SignedInUser user) {
        return seen(user).queues().stream().map(QueueView::of).toList();
    }

    public List<AgentView> agents(SignedInUser user) {
        return seen(user).agents().stream().map(agent -> agent(user, agent)).toList();
    }

    private static AgentView agent(SignedInUser user, LiveAgent agent) {
        return user.readsEvents() || agent.agent().equals(user.agentId())
                ? AgentView.whole(agent)
                : AgentView.ofColleague(agent);
    }

    private LiveDelta seen(SignedInUser user) {
        return Sight.of(user).of(whole(), callCentre.configuration().get());
    }

    private LiveDelta whole() {
        return callCentre.liveBoard().changesSince(0);
    }
}
