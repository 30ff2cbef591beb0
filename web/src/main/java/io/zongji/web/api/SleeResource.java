package io.zongji.web.api;

import io.zongji.server.CallCentre;
import io.zongji.server.watchdog.Difference;
import io.zongji.slee.container.inspection.ActivityDetail;
import io.zongji.slee.container.inspection.ActivityFilter;
import io.zongji.slee.container.inspection.ActivitySummary;
import io.zongji.slee.container.inspection.EntityTreeDetail;
import io.zongji.slee.container.inspection.Inspection;
import io.zongji.slee.container.inspection.LeakSuspects;
import io.zongji.slee.container.inspection.RouterFigures;
import io.zongji.store.audit.AuditAction;
import io.zongji.web.access.Asker;
import io.zongji.web.audit.Audit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The SLEE explains itself: what is alive, who holds it, what the router does. */
@Tag(name = "SLEE, for administrators")
@APIResponse(responseCode = "401", ref = "signIn")
@APIResponse(responseCode = "403", ref = "notPermitted")
@Path("/slee")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SleeResource {
    private static final Logger log = LoggerFactory.getLogger(SleeResource.class);
    private static final int MOST = 1_000;

    @Inject
    private CallCentre callCentre;

    @Inject
    private Audit audit;

    @Inject
    private Asker asker;

    /** The oldest activities, of one RA entity or of all. */
    @GET
    @Path("/activities")
    @Operation(summary = "The oldest activities, of one RA entity or of all")
    @APIResponse(responseCode = "200", description = "The activities")
    @APIResponse(responseCode = "400", ref = "badRequest")
    public List<ActivitySummary> activities(
            @QueryParam("raEntity") String raEntity,
            @QueryParam("olderThan") @DefaultValue("0s") String olderThan,
            @QueryParam("limit") @DefaultValue("200") String limit) {
        if (raEntity != null && !look().sources().contains(raEntity)) {
            throw new BadRequestException(
                    "raEntity: there is no '" + raEntity + "', only " + String.join(", ", look().sources()));
        }
        return look().activities(new ActivityFilter(raEntity, age("olderThan", olderThan), limit(limit)));
    }

    /** The RA entities, and the container's own sources of activities, by name. */
    @GET
    @Path("/sources")
    @Operation(summary = "The RA entities, and the own sources of activities of the container")
    @APIResponse(responseCode = "200", description = "Their names")
    public Set<String> sources() {
        return look().sources();
    }

    /** One activity: who is attached, names, timers, attributes, last events. */
    @GET
    @Path("/activities/{id}")
    @Operation(summary = "One activity")
    @APIResponse(responseCode = "200", description = "Who is attached, names, timers, attributes, last events")
    @APIResponse(responseCode = "404", ref = "notFound")
    public ActivityDetail activity(@PathParam("id") String id) {
        return look().activity(number(id))
                .orElseThrow(() -> new NotFoundException("No activity has the id " + id + "; it may have ended"));
    }

    /** What does not fit together for longer than it may, as the watchdog saw it last. */
    @GET
    @Path("/differences")
    @Operation(summary = "What the watchdog found and repaired")
    @APIResponse(responseCode = "200", description = "The differences between calls, agents, SIP and media")
    public List<Difference> differences() {
        return callCentre.watchdog().differences();
    }

    /** The oldest entity trees, of one service or of all. */
    @GET
    @Path("/entities")
    @Operation(summary = "The oldest entity trees, of one service or of all")
    @APIResponse(responseCode = "200", description = "The trees")
    @APIResponse(responseCode = "400", ref = "badRequest")
    public List<EntityTreeDetail> entities(
            @QueryParam("service") String service, @QueryParam("limit") @DefaultValue("50") String limit) {
        return look().entityTrees(service, limit(limit));
    }

    /** Ends an activity of an RA entity that seems forgotten, with its end event; the RA is told. */
    @DELETE
    @Path("/activities/{id}")
    @Operation(summary = "Ends an activity of an RA entity that seems forgotten")
    @APIResponse(responseCode = "204", description = "Ended")
    @APIResponse(responseCode = "404", ref = "notFound")
    @APIResponse(responseCode = "409", ref = "refused")
    public void endActivity(@PathParam("id") String id) {
        ActivitySummary activity = activity(id).activity();
        if (!callCentre.endActivity(activity)) {
            throw new ClientErrorException(
                    "Activity " + id + " belongs to no RA entity (" + activity.raEntity() + "), or has ended", 409);
        }
        audit.done(asker.actor(), AuditAction.DEPLOYMENT, activity.raEntity(), "ended activity " + activity.handle());
        log.info("{} ended activity {} of {}", asker.user().login(), activity.handle(), activity.raEntity());
    }

    /** One tree of SBB entities with their fields and the activities they are attached to. */
    @GET
    @Path("/entities/{id}")
    @Operation(summary = "One tree of SBB entities")
    @APIResponse(responseCode = "200", description = "Fields, and the activities they are attached to")
    @APIResponse(responseCode = "404", ref = "notFound")
    public EntityTreeDetail entity(@PathParam("id") String id) {
        return look().entityTree(number(id))
                .orElseThrow(() -> new NotFoundException("No entity tree has the id " + id + "; it may be removed"));
    }

    /** Activities on which nothing has happened for long. */
    @GET
    @Path("/leaks")
    @Operation(summary = "Activities on which nothing has happened for long")
    @APIResponse(responseCode = "200", description = "By RA entity")
    @APIResponse(responseCode = "400", ref = "badRequest")
    public LeakSuspects leaks(
            @QueryParam("olderThan") @DefaultValue("1h") String olderThan,
            @QueryParam("limit") @DefaultValue("200") String limit) {
        return look().leakSuspects(age("olderThan", olderThan), limit(limit));
    }

    /** Queues, threads and handlers. */
    @GET
    @Path("/router")
    @Operation(summary = "Queues, threads and handlers")
    @APIResponse(responseCode = "200", description = "The figures of the event router")
    public RouterFigures router() {
        return look().router();
    }

    private Inspection look() {
        return callCentre.inspection();
    }

    private static int number(String id) {
        try {
            return Integer.parseInt(id);
        } catch (NumberFormatException e) {
            throw new BadRequestException("id: '" + id + "' is not a number", e);
        }
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw new BadRequestException("limit: '" + text + "' is not a number", e);
        }
        throw new BadRequestException("limit: from 1 to " + MOST + ", not " + text);
    }

    private static Duration age(String name, String text) {
        try {
            return Age.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(name + ": " + e.getMessage(), e);
        }
    }
}
