package io.zongji.web.api;

import io.zongji.web.access.Asker;
import io.zongji.web.times.AgentTimes;
import io.zongji.web.times.TimesQuestion;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How long agents were in each state. */
@Tag(name = "Agents")
@APIResponse(responseCode = "401", ref = "signIn")
@APIResponse(responseCode = "403", ref = "notPermitted")
@Path("/agent-times")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class AgentTimesResource {
    @Inject
    private AgentTimes times;

    @Inject
    private Asker asker;

    /** Each day of each agent, the newest day first; at most 31 days. */
    @GET
    @Operation(
            summary = "How long agents were in each state, by day",
            description =
                    "The newest day first; days are the company's. Supervisors see their agents, agents themselves. Who was not signed in on any of the days is left out.")
    @APIResponse(
            responseCode = "200",
            description = "The days",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = AgentTimesView.class)))
    public List<AgentTimesView> days(
            @Parameter(description = "the id of one agent; left out for all") @QueryParam("agent") String agent,
            @Parameter(description = "the first day, such as 2026-03-02; left out for the last") @QueryParam("from")
                    String from,
            @Parameter(description = "the last day; left out for the first, or today. At most 31 days are told")
                    @QueryParam("to")
                    String to) {
        return times.days(asker.user(), TimesQuestion.read(agent, from, to, times.today()))
                .map(AgentTimesView::of)
                .toList();
    }
}
