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

/** Queues at this moment: for agents those that they serve. */
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
    public List<QueueView> queues() {
        return board.queues(asker.user());
    }

    /** One queue. */
    @GET
    @Path("/{id}")
    public QueueView queue(@PathParam("id") String id) {
        return queues().stream()
                .filter(queue -> queue.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no queue " + id + ", or it is not yours"));
    }
}
