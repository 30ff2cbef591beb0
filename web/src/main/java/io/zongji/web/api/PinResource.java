package io.zongji.web.api;

import io.zongji.domain.AgentId;
import io.zongji.domain.phone.Pin;
import io.zongji.web.SignedInUser;
import io.zongji.web.access.Asker;
import io.zongji.web.setup.AgentPins;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The asker's own PIN. It can be changed and removed, but not read. */
@Tag(name = "Me")
@APIResponse(responseCode = "401", ref = "signIn")
@APIResponse(responseCode = "403", ref = "notPermitted")
@Path("/me/pin")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class PinResource {
    @Inject
    private AgentPins pins;

    @Inject
    private Asker asker;

    /**
     * Changes the asker's own PIN.
     *
     * @param body {@code pin}
     * @return 204 when it counts
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes the own PIN as an agent",
            description =
                    "By agent number and PIN an agent signs in at any desk phone of the company. It cannot be read.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            example = "{\"pin\": \"471100\"}",
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = {"pin"},
                                            properties =
                                                    @SchemaProperty(
                                                            name = "pin",
                                                            type = SchemaType.STRING,
                                                            description = "4 to 10 digits",
                                                            pattern = "[0-9]{4,10}"))))
    @APIResponse(responseCode = "204", description = "Changed")
    @APIResponse(responseCode = "400", ref = "badRequest")
    public Response change(String body) {
        AgentId agent = agent();
        Pin pin = JsonBody.read(body, json -> new Pin(json.path("pin").asText()));
        if (!pins.change(asker.actor(), agent, pin)) {
            throw new ForbiddenException("There is no such agent any more");
        }
        return Response.noContent().build();
    }

    /**
     * Takes the asker's own PIN away.
     *
     * @return 204, also when there was none
     */
    @DELETE
    @Operation(
            summary = "Removes the own PIN as an agent",
            description = "The agent signs in in the portal and at the own phone as before.")
    @APIResponse(responseCode = "204", description = "There is none any more")
    public Response remove() {
        pins.remove(asker.actor(), agent());
        return Response.noContent().build();
    }

    private AgentId agent() {
        SignedInUser user = asker.user();
        if (!user.takesCalls()) {
            throw new ForbiddenException("Only who acts for an agent has a PIN");
        }
        return user.agentId();
    }
}
