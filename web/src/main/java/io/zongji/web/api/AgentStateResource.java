package io.zongji.web.api;

import io.zongji.web.access.Asker;
import io.zongji.web.call.AgentCommand;
import io.zongji.web.call.AgentServices;
import io.zongji.web.call.CallServices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The state of an agent, as supervisors set it. */
@Path("/agents/{agent}/state")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AgentStateResource {
    @Inject
    private AgentServices services;

    @Inject
    private Asker asker;

    /**
     * Sets an agent's state, for supervisors and administrators.
     *
     * @param body {@code state} is READY, BUSY, REST or SIGN_OUT; {@code reason} may be left out
     * @return 200 with {@code later}: whether it follows when the agent's call is over; 403 without the right; 409 with the reason
     *     when it cannot be done
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> setState(@PathParam("agent") String agent, String body) {
        AgentCommand command = JsonBody.read(body, json -> AgentCommand.read(agent, json));
        return services.force(asker.actor(), command).thenApply(AgentStateResource::answer);
    }

    private static Response answer(AgentServices.Forced forced) {
        if (forced.refusal() == null) {
            return Response.ok(Map.of("later", forced.later())).build();
        }
        int status = forced.refusal().equals(CallServices.NOT_PERMITTED) ? 403 : 409;
        return Problem.refusal(status, forced.refusal()).response().build();
    }
}
