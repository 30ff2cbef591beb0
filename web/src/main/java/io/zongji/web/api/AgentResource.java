package io.zongji.web.api;

import io.zongji.web.access.Asker;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who takes calls, and what they are doing. */
@Tag(name = "Agents")
@APIResponse(responseCode = "401", ref = "signIn")
@APIResponse(responseCode = "403", ref = "notPermitted")
@Path("/agents")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AgentResource {
    @Inject
    private Board board;

    @Inject
    private Asker asker;

    /** All agents that are set up. */
    @GET
    @Operation(
            summary = "All agents and what they are doing",
            description = "Reason and call are told of the own agent, and to who watches others or reads events.")
    @APIResponse(
            responseCode = "200",
            description = "The agents",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = AgentView.class)))
    public List<AgentView> agents() {
        return board.agents(asker.user());
    }

    /** One agent. */
    @GET
    @Path("/{id}")
    @Operation(summary = "One agent")
    @APIResponse(
            responseCode = "200",
            description = "The agent",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AgentView.class)))
    @APIResponse(responseCode = "404", ref = "notFound")
    public AgentView agent(@PathParam("id") String id) {
        return board.agents(asker.user()).stream()
                .filter(agent -> agent.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no agent " + id));
    }
}
