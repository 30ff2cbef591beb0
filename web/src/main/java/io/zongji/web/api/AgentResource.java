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

/** Who takes calls, and what they are doing. */
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
    public List<AgentView> agents() {
        return board.agents(asker.user());
    }

    /** One agent. */
    @GET
    @Path("/{id}")
    public AgentView agent(@PathParam("id") String id) {
        return board.agents(asker.user()).stream()
                .filter(agent -> agent.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("There is no agent " + id));
    }
}
