package io.zongji.web.api;

import io.zongji.web.access.Asker;
import io.zongji.web.call.WrapUpCommand;
import io.zongji.web.call.WrapUps;
import io.zongji.web.records.CallRecords;
import io.zongji.web.records.Permission;
import io.zongji.web.records.WrapUpNote;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What agents write of calls, during them and afterwards. */
@Tag(name = "Calls")
@APIResponse(responseCode = "401", ref = "signIn")
@APIResponse(responseCode = "403", ref = "notPermitted")
@Path("/calls/{call}/wrap-up")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class WrapUpResource {
    @Inject
    private WrapUps wrapUps;

    @Inject
    private CallRecords records;

    @Inject
    private Asker asker;

    /** What was written: agent, codes, note and when, of each agent who wrote something. */
    @GET
    @Operation(summary = "What agents wrote of a call")
    @APIResponse(
            responseCode = "200",
            description = "Of each agent who wrote something",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = Written.class)))
    @APIResponse(responseCode = "404", ref = "notFound")
    public List<Written> written(@PathParam("call") String call) {
        boolean sees = records.call(call)
                .filter(row -> Permission.toSee(asker.user(), row))
                .isPresent();
        if (!sees && !wrapUps.mayWrite(asker.user(), call)) {
            throw new NotFoundException("There is no call " + call + ", or it is none of yours");
        }
        return records.wrapUps(call).stream().map(Written::of).toList();
    }

    /**
     * Takes the place of what the asker wrote of the call before.
     *
     * @param body {@code codes}, a list of codes of those that are set up, and {@code note}; both may be missing
     * @return 204 when it is on the disk, 403 when the asker had no part in the call
     */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes the place of what the asker wrote of a call")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            example = "{\"codes\": [\"resolved\"], \"note\": \"Calls again on Monday.\"}",
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(
                                                        name = "codes",
                                                        type = SchemaType.ARRAY,
                                                        implementation = String.class,
                                                        description = "codes of those that are set up"),
                                                @SchemaProperty(
                                                        name = "note",
                                                        type = SchemaType.STRING,
                                                        description = "")
                                            })))
    @APIResponse(responseCode = "204", description = "It is kept")
    @APIResponse(responseCode = "400", ref = "badRequest")
    @APIResponse(responseCode = "409", ref = "refused")
    public Response write(@PathParam("call") String call, String body) {
        WrapUpCommand command = JsonBody.read(body, json -> WrapUpCommand.read(call, json));
        try {
            return Responses.of(wrapUps.save(asker.user(), command));
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }

    /**
     * What one agent wrote.
     *
     * @param at ISO 8601
     */
    public record Written(String agent, List<String> codes, String note, String at) {
        static Written of(WrapUpNote note) {
            return new Written(
                    note.agent(), note.codes(), note.note(), note.at().toString());
        }
    }
}
