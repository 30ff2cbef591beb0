package io.zongji.web.api;

import io.zongji.web.access.Asker;
import io.zongji.web.call.AgentCommand;
import io.zongji.web.call.AgentServices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The state of an agent, as supervisors set it. */
@Tag(name = "Agents")
@APIResponse(responseCode = "401", ref = "signIn")
@APIResponse(responseCode = "403", ref = "notPermitted")
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
    @Operation(summary = "Sets an agent's state", description = "For supervisors and administrators.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            example = "{\"state\": \"READY\"}",
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = {"state"},
                                            properties = {
                                                @SchemaProperty(
                                                        name = "state",
                                                        type = SchemaType.STRING,
                                                        description = "",
                                                        enumeration = {"READY", "BUSY", "REST", "SIGN_OUT"}),
                                                @SchemaProperty(
                                                        name = "reason",
                                                        type = SchemaType.STRING,
                                                        description = "code of a reason")
                                            })))
    @APIResponse(responseCode = "200", description = "Done; or, with later, when the agent's call is over")
    @APIResponse(responseCode = "400", ref = "badRequest")
    @APIResponse(responseCode = "409", ref = "refused")
    public CompletionStage<Response> setState(@PathParam("agent") String agent, String body) {
        AgentCommand command = JsonBody.read(body, json -> AgentCommand.read(agent, json));
        return services.force(asker.actor(), command).thenApply(Responses::of);
    }
}
