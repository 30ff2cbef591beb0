package io.zongji.web.api;

import io.zongji.server.CallCentre;
import io.zongji.store.recording.FileState;
import io.zongji.web.access.Asker;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The recording of a call that is over. */
@Tag(name = "Calls")
@APIResponse(responseCode = "401", ref = "signIn")
@APIResponse(responseCode = "403", ref = "notPermitted")
@Path("/calls/{call}/recording")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class RecordingResource {
    @Inject
    private CallCentre callCentre;

    @Inject
    private Asker asker;

    /**
     * Has the files looked at now, for supervisors, inspectors and administrators.
     *
     * @return of each part what was found: {@code INTACT}, {@code DELETED} or {@code ALTERED}
     */
    @POST
    @Path("/check")
    @Operation(
            summary = "Has the files of a call's recording looked at",
            description = "For supervisors, inspectors and administrators.")
    @APIResponse(responseCode = "200", description = "What was found of each part: INTACT, DELETED or ALTERED")
    public Map<String, FileState> check(@PathParam("call") String call) throws SQLException {
        if (!asker.user().watches()) {
            throw new ForbiddenException("Only supervisors, inspectors and administrators may have recordings checked");
        }
        return callCentre.recordingCare().check(call);
    }
}
