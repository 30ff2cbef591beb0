package io.zongji.web.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.domain.agent.AgentAction;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.agent.AgentTransition;
import io.zongji.domain.agent.AgentTransitions;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.trunk.RoutePlan;
import io.zongji.server.CallCentre;
import io.zongji.web.SignedInUser;
import io.zongji.web.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** What every page needs around its content. */
@Named
@RequestScoped
public class Frame {
    /** Texts that scripts show. */
    private static final String[] SCRIPT_WORDS = {
        "state.",
        "stage.",
        "leg.",
        "role.",
        "live.",
        "desk.",
        "phone.",
        "bar.",
        "refusal.",
        "line.",
        "outcome.",
        "event.",
        "span.",
        "cause.",
        "player.",
        "call.check",
        "mode.",
        "inspect.",
        "serve.",
        "alarm.",
        "hand.",
        "message.",
        "service.",
        "team.",
        "customer.",
        "colleague.",
        "news.",
        "dial.",
        "device.",
        "check."
    };

    @Inject
    private Visitor visitor;

    @Inject
    private CallCentre callCentre;

    /** What scripts need to know, as JSON that is safe inside of a page. */
    public String getFacts() {
        ObjectNode facts = JsonNodeFactory.instance.objectNode().put("language", visitor.getLanguage());
        SignedInUser user = visitor.getUser();
        agent(user).ifPresent(agent -> {
            ObjectNode me = facts.putObject("agent")
                    .put("id", agent.id().value())
                    .put("name", agent.name())
                    .put("job", agent.jobNumber())
                    .put("phone", agent.extension())
                    .put("outsidePhone", agent.rights().outsidePhone())
                    .put(
                            "pin",
                            callCentre.configuration().get().pinHash(agent.id()).isPresent());
            callCentre.configuration().get().devices().of(agent.id()).ifPresent(device -> me.put(
                            "device", device.number())
                    .put("standing", device.isStanding()));
            me.set("actions", actions());
            me.set("signIn", signIn(agent));
            me.set("wrapUp", wrapUp(agent));
            facts.set("targets", targets());
            ArrayNode callers = facts.putArray("callers");
            RoutePlan.callerNumbers(callCentre.configuration().get()).forEach(callers::add);
        });
        reasons(facts.putArray("reasons"));
        wrapUpCodes(facts.putArray("wrapUpCodes"));
        facts.put("login", user == null ? "" : user.login());
        facts.put("watches", user != null && user.watches());
        facts.put("supervises", user != null && user.supervises());
        ObjectNode words = facts.putObject("words");
        visitor.words().startingWith(SCRIPT_WORDS).forEach(words::put);
        return Json.inPage(facts);
    }

    private Optional<Agent> agent(SignedInUser user) {
        return user == null || !user.takesCalls()
                ? Optional.empty()
                : callCentre.configuration().get().agent(user.agentId());
    }

    /** Which queues there are to choose from, and when they may be chosen. */
    private ObjectNode signIn(Agent agent) {
        Configuration configuration = callCentre.configuration().get();
        ObjectNode signIn = JsonNodeFactory.instance
                .objectNode()
                .put("choose", configuration.settings().skillSignIn().chooses(agent))
                .put("reset", agent.rights().resetQueues());
        ArrayNode queues = signIn.putArray("queues");
        agent.queues().stream()
                .flatMap(membership -> configuration.queue(membership.queue()).stream())
                .forEach(queue ->
                        queues.addObject().put("id", queue.id().value()).put("name", queue.name()));
        return signIn;
    }

    /** How long a wrap-up lasts: the agent's own time, if there is one, and that of each queue; 0 for none. */
    private ObjectNode wrapUp(Agent agent) {
        ObjectNode times = JsonNodeFactory.instance.objectNode();
        if (agent.wrapUp() != null) {
            times.put("own", agent.wrapUp().toMillis());
        }
        ObjectNode queues = times.putObject("queues");
        callCentre
                .configuration()
                .get()
                .queues()
                .forEach(queue -> queues.put(queue.id().value(), queue.wrapUp().toMillis()));
        return times;
    }

    private void reasons(ArrayNode to) {
        callCentre.configuration().get().stateReasons().forEach(reason -> to.addObject()
                .put("code", reason.code())
                .put("use", reason.use().name())
                .put("name", reason.name(visitor.getLanguage()))
                .put("minutes", reason.limit().toMinutes()));
    }

    /** Each with the queues whose calls it is for; none for all. */
    private void wrapUpCodes(ArrayNode to) {
        callCentre.configuration().get().wrapUpCodes().forEach(code -> {
            ArrayNode queues = to.addObject()
                    .put("code", code.code())
                    .put("name", code.name(visitor.getLanguage()))
                    .putArray("queues");
            code.queues().forEach(queue -> queues.add(queue.value()));
        });
    }

    /** Where a call can be handed to besides colleagues. */
    private ObjectNode targets() {
        Configuration configuration = callCentre.configuration().get();
        ObjectNode targets = JsonNodeFactory.instance.objectNode();
        ArrayNode queues = targets.putArray("queues");
        configuration.queues().forEach(queue -> queues.addObject()
                .put("id", queue.id().value())
                .put("name", queue.name()));
        ArrayNode flows = targets.putArray("flows");
        configuration
                .flows()
                .forEach(flow -> flows.addObject().put("id", flow.id().value()).put("name", flow.name()));
        return targets;
    }

    /** For every state what a person may do: at once, or after the call. The domain's table, so that no button lies. */
    private static ObjectNode actions() {
        ObjectNode states = JsonNodeFactory.instance.objectNode();
        for (AgentState state : AgentState.values()) {
            ObjectNode legal = states.putObject(state.name());
            for (AgentAction action : AgentAction.values()) {
                AgentTransition transition = AgentTransitions.of(state, action);
                if (!action.byPerson()) {
                    continue;
                }
                if (transition instanceof AgentTransition.Move
                        || transition instanceof AgentTransition.AsSetUp
                        || transition instanceof AgentTransition.Prolong) {
                    legal.put(action.name(), "now");
                } else if (transition instanceof AgentTransition.Reserve) {
                    legal.put(action.name(), "later");
                }
            }
        }
        return states;
    }
}
