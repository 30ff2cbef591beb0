package io.zongji.web.api;

import io.zongji.domain.config.Device;
import io.zongji.domain.trunk.RoutePlan;
import io.zongji.server.CallCentre;
import io.zongji.server.PageLines;
import io.zongji.web.SignedInUser;
import io.zongji.web.access.Asker;
import io.zongji.web.call.Commands;
import io.zongji.web.call.StateCommand;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The one who asks. */
@Tag(name = "Me")
@APIResponse(responseCode = "401", ref = "signIn")
@APIResponse(responseCode = "403", ref = "notPermitted")
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class MeResource {
    @Inject
    private Board board;

    @Inject
    private Commands commands;

    @Inject
    private CallCentre callCentre;

    @Inject
    private Asker asker;

    /** Who asks, and what the asker may do. */
    @GET
    @Operation(summary = "Who asks, and what the asker may do")
    @APIResponse(
            responseCode = "200",
            description = "The asker",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MeView.class)))
    public MeView me() {
        SignedInUser user = asker.user();
        AgentView agent = board.agents(user).stream()
                .filter(one -> one.id().equals(user.agent()))
                .findFirst()
                .orElse(null);
        List<MeView.Reason> reasons = callCentre.configuration().get().stateReasons().stream()
                .map(MeView.Reason::of)
                .toList();
        Optional<Device> device = user.agent() == null
                ? Optional.empty()
                : callCentre.configuration().get().devices().of(user.agentId());
        return new MeView(
                user.name(),
                new TreeSet<>(user.roles()),
                agent,
                reasons,
                device.map(Device::number).orElse(null),
                device.filter(Device::isOutside)
                        .map(outside -> outside.isStanding() ? StateCommand.STANDING : StateCommand.PER_CALL)
                        .orElse(null),
                device.filter(Device::isStanding)
                        .flatMap(standing -> callCentre.standingLegs().of(user.agentId()))
                        .map(MeView.StandingLeg::of)
                        .orElse(null),
                RoutePlan.callerNumbers(callCentre.configuration().get()));
    }

    /**
     * Changes the asker's own state as an agent.
     *
     * @param body {@code action}, and {@code reason}, {@code queues}, {@code device}, {@code deviceMode} and {@code commandId} if
     *             wanted
     * @return 204 when it is done, or will be done after the call that is on; 202 for a rest that somebody has to allow
     */
    @POST
    @Path("/state")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes the own state as an agent")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            example = "{\"action\": \"SIGN_IN\"}",
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = {"action"},
                                            properties = {
                                                @SchemaProperty(
                                                        name = "action",
                                                        type = SchemaType.STRING,
                                                        description = "",
                                                        enumeration = {
                                                            "SIGN_IN",
                                                            "SIGN_OUT",
                                                            "READY",
                                                            "BUSY",
                                                            "REST",
                                                            "WRAP_UP_DONE",
                                                            "EXTEND_WRAP_UP",
                                                            "CHOOSE_QUEUES",
                                                            "CHOOSE_DEVICE"
                                                        }),
                                                @SchemaProperty(
                                                        name = "reason",
                                                        type = SchemaType.STRING,
                                                        description = "code of a reason, see GET /api/me"),
                                                @SchemaProperty(
                                                        name = "queues",
                                                        type = SchemaType.ARRAY,
                                                        implementation = String.class,
                                                        description = "ids of the queues to take calls of"),
                                                @SchemaProperty(
                                                        name = "device",
                                                        type = SchemaType.STRING,
                                                        description =
                                                                "what rings, of SIGN_IN and CHOOSE_DEVICE: an extension or a number outside; left out for the own extension. In a call it is rung, and the call goes on there when it is answered"),
                                                @SchemaProperty(
                                                        name = "deviceMode",
                                                        type = SchemaType.STRING,
                                                        description =
                                                                "of a device outside: PER_CALL, called for each call, or STANDING, called once and on the line between calls until another device is chosen or the agent signs out. Asked for again, or by READY, it is called again when it is not on the line. Not chosen in a call",
                                                        defaultValue = "PER_CALL",
                                                        enumeration = {"PER_CALL", "STANDING"}),
                                                @SchemaProperty(
                                                        name = "commandId",
                                                        type = SchemaType.STRING,
                                                        description =
                                                                "UUID; repeated within ten minutes it gets the first answer and nothing is done twice")
                                            })))
    @APIResponse(
            responseCode = "202",
            description = "The rest is asked for and has to be allowed, see GET /api/rest-requests")
    @APIResponse(responseCode = "204", description = "Done, or to be done when the call is over")
    @APIResponse(responseCode = "400", ref = "badRequest")
    @APIResponse(responseCode = "409", ref = "refused")
    public CompletionStage<Response> state(String body) {
        StateCommand command = JsonBody.read(body, StateCommand::read);
        UUID id = JsonBody.read(body, json -> Commands.id(json, "commandId"));
        return commands.state(asker.user(), id, command).thenApply(Responses::of);
    }

    /** A key by which a page registers as the agent's phone within a minute; each registration needs a new one. */
    @POST
    @Path("/phone")
    @Operation(
            summary = "A key by which a page registers as the agent's phone",
            description = "Good for one registration within a minute, over the WebSocket /zongji/sip.")
    @APIResponse(
            responseCode = "200",
            description = "The key",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PhoneKey.class)))
    @APIResponse(responseCode = "409", ref = "refused")
    public PhoneKey phone() {
        SignedInUser user = asker.user();
        if (!user.takesCalls()) {
            throw new ForbiddenException("Only who acts for an agent has a phone");
        }
        PageLines lines = callCentre.pageLines();
        return lines.token(user.agentId(), user.login())
                .map(token -> PhoneKey.of(token, lines))
                .orElseThrow(() -> new ClientErrorException("The agent's phone cannot be a page", 409));
    }
}
