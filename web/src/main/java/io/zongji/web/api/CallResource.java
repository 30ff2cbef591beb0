package io.zongji.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zongji.web.Actor;
import io.zongji.web.SignedInUser;
import io.zongji.web.Users;
import io.zongji.web.call.CallCommand;
import io.zongji.web.call.CallServices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Calls that are up, and what can be asked of them. */
@Path("/calls")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CallResource {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};

    @Inject
    private CallServices services;

    @Inject
    private Users users;

    @Context
    private HttpServletRequest request;

    /**
     * Asks a call for a service.
     *
     * @param body {@code service} by its name, {@code target} and {@code mode} where it needs them, {@code device} for
     *             supervisors
     * @return 204 when it is done or a phone is being rung, 409 with the reason when the call cannot do it now
     */
    @POST
    @Path("/{call}/services")
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> ask(
            @PathParam("call") String call, String body, @Context SecurityContext security) {
        return services.ask(actor(security), read(call, body)).thenApply(refusal -> refusal.map(CallResource::refused)
                .orElseGet(() -> Response.noContent().build()));
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
    public CompletionStage<Response> attach(
            @PathParam("call") String call, String body, @Context SecurityContext security) {
        try {
            return services.attach(actor(security), CallCommand.callId(call), texts(body))
                    .thenApply(refusal -> refusal.map(CallResource::refused)
                            .orElseGet(() -> Response.noContent().build()));
        } catch (JsonProcessingException e) {
            throw new BadRequestException("The body is no object of texts", e);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }

    /** What is null is taken away, as what is empty. */
    private static Map<String, String> texts(String body) throws JsonProcessingException {
        Map<String, String> texts = JSON.readValue(body, TEXTS);
        if (texts == null) {
            throw new BadRequestException("The body is no object of texts");
        }
        texts.replaceAll((name, text) -> text == null ? "" : text);
        return texts;
    }

    private Actor actor(SecurityContext security) {
        SignedInUser user = users.find(security.getUserPrincipal().getName())
                .orElseThrow(() -> new ForbiddenException("This user may not sign in any more"));
        return new Actor(user, request.getRemoteAddr());
    }

    private static Response refused(String code) {
        int status = code.equals(CallServices.NOT_PERMITTED) ? 403 : 409;
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Problem(status, code))
                .build();
    }

    private static CallCommand read(String call, String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return CallCommand.read(call, json);
        } catch (JsonProcessingException e) {
            throw new BadRequestException("The body is no JSON", e);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }
}
