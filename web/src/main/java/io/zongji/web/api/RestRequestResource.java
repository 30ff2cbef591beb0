package io.zongji.web.api;

import io.zongji.domain.AgentId;
import io.zongji.web.access.Asker;
import io.zongji.web.call.RestDesk;
import io.zongji.web.call.RestRequests.RestRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rests that agents have asked for, where rests have to be allowed. */
@Tag(name = "Agents")
@APIResponse(responseCode = "401", ref = "signIn")
@APIResponse(responseCode = "403", ref = "notPermitted")
@Path("/rest-requests")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class RestRequestResource {
    @Inject
    private RestDesk rests;

    @Inject
    private Asker asker;

    /**
     * A rest that nobody has allowed or refused yet.
     *
     * @param agent  the id of who asks
     * @param reason the code of the reason; empty for none
     */
    public record RestRequestView(String agent, String reason, String since) {
        static RestRequestView of(RestRequest request) {
            return new RestRequestView(
                    request.agent().value(), request.reason(), request.since().toString());
        }
    }

    /** Those of the agents whom the asker looks after, and the own one. */
    @GET
    @Operation(
            summary = "The rests that agents have asked for",
            description = "The own one, and for supervisors those of the agents whom they look after.")
    @APIResponse(
            responseCode = "200",
            description = "Those that nobody has decided, in the order in which they were asked for")
    public List<RestRequestView> all() {
        return rests.seenBy(asker.user()).stream().map(RestRequestView::of).toList();
    }

    /**
     * Allows or refuses a rest.
     *
     * @param body {@code allowed}
     * @return 200 with {@code later}: whether it follows when the agent's call is over; 403 without the right; 409 when there is
     *     nothing to decide any more
     */
    @POST
    @Path("/{agent}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Allows or refuses the rest that an agent has asked for",
            description =
                    "For those who look after the agent, and never for the own rest. The first who decides counts.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            example = "{\"allowed\": true}",
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = {"allowed"},
                                            properties =
                                                    @SchemaProperty(
                                                            name = "allowed",
                                                            type = SchemaType.BOOLEAN,
                                                            description = "false to refuse"))))
    @APIResponse(responseCode = "200", description = "Done; or, with later, when the agent's call is over")
    @APIResponse(responseCode = "400", ref = "badRequest")
    @APIResponse(responseCode = "409", ref = "refused")
    public CompletionStage<Response> decide(@PathParam("agent") String agent, String body) {
        boolean allowed = JsonBody.read(body, json -> {
            if (!json.path("allowed").isBoolean()) {
                throw new IllegalArgumentException("allowed: true or false");
            }
            return json.path("allowed").asBoolean();
        });
        return rests.decide(asker.actor(), id(agent), allowed).thenApply(Responses::of);
    }

    /** Takes the own request back. */
    @DELETE
    @Operation(summary = "Takes back that one has asked for a rest")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "409", ref = "refused")
    public Response takeBack() {
        String refusal = rests.takeBack(asker.user());
        return refusal == null ? Response.noContent().build() : Responses.refused(refusal);
    }

    private static AgentId id(String agent) {
        try {
            return new AgentId(agent);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("agent: '" + agent + "' is not the id of an agent", e);
        }
    }
}
