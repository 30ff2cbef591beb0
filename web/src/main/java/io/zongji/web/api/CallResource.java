package io.zongji.web.api;

import io.zongji.web.access.Asker;
import io.zongji.web.call.CallCommand;
import io.zongji.web.call.Commands;
import io.zongji.web.call.MakeCommand;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
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

/** Calls that are up, and what can be asked of them. */
@Tag(name = "Calls")
@APIResponse(responseCode = "401", ref = "signIn")
@APIResponse(responseCode = "403", ref = "notPermitted")
@Path("/calls")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CallResource {
    @Inject
    private Commands commands;

    @Inject
    private Board board;

    @Inject
    private Asker asker;

    /** The calls that the asker may see, the oldest first: agents see their own. */
    @GET
    @Operation(summary = "Calls in progress", description = "The oldest first; agents see their own.")
    @APIResponse(
            responseCode = "200",
            description = "The calls",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = CallView.class)))
    public List<CallView> calls() {
        return board.calls(asker.user());
    }

    /** One call. */
    @GET
    @Path("/{call}")
    @Operation(summary = "One call in progress")
    @APIResponse(
            responseCode = "200",
            description = "The call",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallView.class)))
    @APIResponse(responseCode = "404", ref = "notFound")
    public CallView call(@PathParam("call") String call) {
        return calls().stream()
                .filter(one -> one.id().equals(call))
                .findFirst()
                .orElseThrow(
                        () -> new NotFoundException("There is no call " + call + "; it may be over, or not yours"));
    }

    /**
     * Calls somebody from the asker's own phone: it is rung first, and answers by itself if it can.
     *
     * @param body {@code target}, an extension or a number outside; {@code caller}, the number to show outside, if not the usual
     *             one; {@code commandId} if it may have to be repeated
     * @return 201 with the call's id when the own phone is being rung, 409 with the reason when it cannot be now
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a call", description = "The own phone rings first, and answers by itself if it can.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            example = "{\"target\": \"8002\"}",
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = {"target"},
                                            properties = {
                                                @SchemaProperty(
                                                        name = "target",
                                                        type = SchemaType.STRING,
                                                        description = "extension or number"),
                                                @SchemaProperty(
                                                        name = "caller",
                                                        type = SchemaType.STRING,
                                                        description =
                                                                "the number to show outside, one of callers of GET /api/me; left out for the usual one"),
                                                @SchemaProperty(
                                                        name = "commandId",
                                                        type = SchemaType.STRING,
                                                        description =
                                                                "UUID; repeated within ten minutes it gets the first answer and nothing is done twice")
                                            })))
    @APIResponse(
            responseCode = "201",
            description = "The own phone is being rung",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties =
                                                    @SchemaProperty(
                                                            name = "call",
                                                            type = SchemaType.STRING,
                                                            description = "the id of the call"))))
    @APIResponse(responseCode = "400", ref = "badRequest")
    @APIResponse(responseCode = "409", ref = "refused")
    public CompletionStage<Response> make(String body) {
        MakeCommand command = JsonBody.read(body, commands::newCall);
        UUID id = JsonBody.read(body, json -> Commands.id(json, "commandId"));
        return commands.make(asker.actor(), id, command).thenApply(Responses::of);
    }

    /**
     * Asks a call for a service.
     *
     * @param body {@code service} by its name, {@code target} and {@code mode} where it needs them, {@code device} for
     *             supervisors, {@code commandId} if it may have to be repeated
     * @return 204 when it is done or a phone is being rung, 409 with the reason when the call cannot do it now
     */
    @POST
    @Path("/{call}/services")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Asks a call for a service",
            description =
                    "The services of CSTA by their names. JOIN, INTERCEPT and RELEASE, and any with a device, are for supervisors.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            example = "{\"service\": \"HOLD\"}",
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = {"service"},
                                            properties = {
                                                @SchemaProperty(
                                                        name = "service",
                                                        type = SchemaType.STRING,
                                                        description = "",
                                                        enumeration = {
                                                            "ANSWER",
                                                            "DEFLECT_CALL",
                                                            "HOLD",
                                                            "RETRIEVE",
                                                            "CONSULT",
                                                            "ALTERNATE",
                                                            "RECONNECT",
                                                            "CONFERENCE",
                                                            "TRANSFER",
                                                            "SINGLE_STEP_TRANSFER",
                                                            "SEND_DIGITS",
                                                            "PAUSE_RECORDING",
                                                            "RESUME_RECORDING",
                                                            "CLEAR_CONNECTION",
                                                            "JOIN",
                                                            "INTERCEPT",
                                                            "RELEASE"
                                                        }),
                                                @SchemaProperty(
                                                        name = "target",
                                                        type = SchemaType.STRING,
                                                        description =
                                                                "whom to ring, of CONSULT, SINGLE_STEP_TRANSFER and DEFLECT_CALL"),
                                                @SchemaProperty(
                                                        name = "digits",
                                                        type = SchemaType.STRING,
                                                        description = "of SEND_DIGITS"),
                                                @SchemaProperty(
                                                        name = "mode",
                                                        type = SchemaType.STRING,
                                                        description = "of JOIN",
                                                        enumeration = {"LISTEN", "WHISPER", "BARGE_IN"}),
                                                @SchemaProperty(
                                                        name = "device",
                                                        type = SchemaType.STRING,
                                                        description = "the phone of a supervisor"),
                                                @SchemaProperty(
                                                        name = "commandId",
                                                        type = SchemaType.STRING,
                                                        description =
                                                                "UUID; repeated within ten minutes it gets the first answer and nothing is done twice")
                                            })))
    @APIResponse(responseCode = "204", description = "Done, or a phone is being rung")
    @APIResponse(responseCode = "400", ref = "badRequest")
    @APIResponse(responseCode = "409", ref = "refused")
    public CompletionStage<Response> ask(@PathParam("call") String call, String body) {
        CallCommand command = JsonBody.read(body, json -> CallCommand.read(call, json));
        UUID id = JsonBody.read(body, json -> Commands.id(json, "commandId"));
        return commands.serve(asker.actor(), id, command).thenApply(Responses::of);
    }

    /**
     * Lets data go along with a call, wherever it is transferred.
     *
     * @param body an object of texts; an empty text takes the name away
     * @return 204 when done, 409 with the reason when the call is not there
     */
    @PUT
    @Path("/{call}/data")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Lets data go along with a call", description = "An empty text takes the name away.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            example = "{\"order\": \"A-42\"}",
                            schema = @Schema(type = SchemaType.OBJECT, additionalProperties = String.class)))
    @APIResponse(responseCode = "204", description = "Done")
    @APIResponse(responseCode = "400", ref = "badRequest")
    @APIResponse(responseCode = "409", ref = "refused")
    public CompletionStage<Response> attach(@PathParam("call") String call, String body) {
        Map<String, String> data = JsonBody.texts(body);
        try {
            return commands.attach(asker.actor(), CallCommand.callId(call), data)
                    .thenApply(Responses::of);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }
}
