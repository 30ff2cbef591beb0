package io.zongji.web.api;

import io.zongji.domain.AgentId;
import io.zongji.web.access.Asker;
import io.zongji.web.setup.OnlineRight;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The right of an agent to sign in: taken away by a forced sign-out, and given back. */
@Tag(name = "Agents")
@APIResponse(responseCode = "401", ref = "signIn")
@APIResponse(responseCode = "403", ref = "notPermitted")
@Path("/agents/{agent}/online-right")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class OnlineRightResource {
    @Inject
    private OnlineRight right;

    @Inject
    private Asker asker;

    /** Signs the agent out by force, after the call when there is one; for supervisors and administrators. 204 when done. */
    @DELETE
    @Operation(
            summary = "Signs an agent out by force",
            description =
                    "For supervisors and administrators. The agent cannot sign in until an administrator allows it.")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "409", ref = "refused")
    public Response withdraw(@PathParam("agent") String agent) {
        return answer(right.withdraw(asker.actor(), id(agent)));
    }

    /** Lets the agent sign in again; for administrators. 204 when done. */
    @PUT
    @Operation(summary = "Lets an agent sign in again", description = "For administrators.")
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "409", ref = "refused")
    public Response giveBack(@PathParam("agent") String agent) {
        return answer(right.giveBack(asker.actor(), id(agent)));
    }

    private static Response answer(String refusal) {
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
