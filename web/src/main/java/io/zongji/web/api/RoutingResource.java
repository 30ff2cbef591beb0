package io.zongji.web.api;

import io.zongji.web.access.Asker;
import io.zongji.web.records.CallRecords;
import io.zongji.web.records.RoutingStep;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
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

/** The routing trace of a call, which may be over. */
@Tag(name = "Calls")
@APIResponse(responseCode = "401", ref = "signIn")
@APIResponse(responseCode = "403", ref = "notPermitted")
@Path("/calls/{call}/routing")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class RoutingResource {
    @Inject
    private CallRecords records;

    @Inject
    private Asker asker;

    /** What queues decided about a call, and why. */
    @GET
    @Operation(
            summary = "What queues decided about a call, and why",
            description = "In order of time. For supervisors, inspectors, administrators and integrators.")
    @APIResponse(
            responseCode = "200",
            description = "The decisions",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = RoutingView.class)))
    @APIResponse(responseCode = "404", ref = "notFound")
    public List<RoutingView> routing(@PathParam("call") String call) {
        if (!asker.user().readsEvents()) {
            throw new ForbiddenException("Only who watches calls is told how they were routed");
        }
        records.call(call).orElseThrow(() -> new NotFoundException("There is no call " + call));
        return RoutingStep.of(records.events(call)).stream()
                .map(RoutingView::of)
                .toList();
    }
}
