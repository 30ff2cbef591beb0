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

/** Queues at this moment: for agents those that they serve. */
@Tag(name = "Queues")
@APIResponse(responseCode = "401", ref = "signIn")
@APIResponse(responseCode = "403", ref = "notPermitted")
@Path("/queues")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class QueueResource {
    @Inject
    private Board board;

    @Inject
    private Asker asker;

    /** The queues that the asker may see. */
    @GET
    @Operation(summary = "Queues at this moment", description = "For agents those that they serve.")
    @APIResponse(
            responseCode = "200",
            description = "The queues",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = QueueView.class)))
    public List<QueueView> queues() {
        return board.queues(asker.user());
    }

    /** One queue. */
    @GET
    @Path("/{id}")
    @Operation(summary = "One queue")
    @APIResponse(
            responseCode = "200",
            description = "The queue",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = QueueView.class)))
    @APIResponse(responseCode = "404", ref = "notFound")
    public QueueView queue(@PathParam("id") String id) {
        return queues().stream()
                .filter(queue -> queue.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no queue " + id + ", or it is not yours"));
    }
}
