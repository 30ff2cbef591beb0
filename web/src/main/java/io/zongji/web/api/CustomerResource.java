package io.zongji.web.api;

import io.zongji.store.audit.AuditAction;
import io.zongji.web.SignedInUser;
import io.zongji.web.access.Asker;
import io.zongji.web.audit.Audit;
import io.zongji.web.customer.Customer;
import io.zongji.web.customer.CustomerChange;
import io.zongji.web.customer.CustomerConflict;
import io.zongji.web.customer.CustomerTrail;
import io.zongji.web.customer.Customers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The records of customers: everybody who works with calls sees them, agents and supervisors keep them. */
@Tag(name = "Customers")
@APIResponse(responseCode = "401", ref = "signIn")
@APIResponse(responseCode = "403", ref = "notPermitted")
@Path("/customers")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class CustomerResource {
    private static final Logger log = LoggerFactory.getLogger(CustomerResource.class);
    private static final int MOST = 200;

    @Inject
    private Customers customers;

    @Inject
    private Asker asker;

    @Inject
    private Audit audit;

    /**
     * Finds customers, by name.
     *
     * @param query  a part of name or company, or the beginning of a number; all when empty
     * @param number whose number it is: at most one customer
     */
    @GET
    @Operation(summary = "Finds customers by name, company or number")
    @APIResponse(
            responseCode = "200",
            description = "The customers",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.ARRAY, implementation = Customer.class)))
    public List<Customer> find(
            @QueryParam("query") @DefaultValue("") String query,
            @QueryParam("number") String number,
            @QueryParam("first") @DefaultValue("0") int first,
            @QueryParam("size") @DefaultValue("50") int size) {
        user();
        return number != null
                ? customers.ofNumber(number).stream().toList()
                : customers.search(query, Math.max(0, first), Math.max(1, Math.min(size, MOST)));
    }

    @GET
    @Path("/{customer}")
    @Operation(summary = "One customer")
    @APIResponse(
            responseCode = "200",
            description = "The customer",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Customer.class)))
    @APIResponse(responseCode = "404", ref = "notFound")
    public Customer one(@PathParam("customer") String id) {
        user();
        return customers.customer(id).orElseThrow(CustomerResource::unknown);
    }

    /**
     * Adds a customer.
     *
     * @param body {@code name}, {@code company}, {@code level}, {@code notes} and {@code numbers}, all of them optional
     * @return 409 with the customer whose number it is, when it is somebody's
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a customer")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            example =
                                    "{\"name\": \"Li Na\", \"company\": \"Example\", \"level\": \"NORMAL\", \"numbers\": [\"13800138000\"]}",
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(name = "name", type = SchemaType.STRING),
                                                @SchemaProperty(name = "company", type = SchemaType.STRING),
                                                @SchemaProperty(name = "level", type = SchemaType.STRING),
                                                @SchemaProperty(name = "notes", type = SchemaType.STRING),
                                                @SchemaProperty(
                                                        name = "numbers",
                                                        type = SchemaType.ARRAY,
                                                        implementation = String.class)
                                            })))
    @APIResponse(
            responseCode = "201",
            description = "The customer",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Customer.class)))
    @APIResponse(responseCode = "400", ref = "badRequest")
    @APIResponse(responseCode = "409", description = "The customer whose number it is, when it is somebody's")
    public Response create(String body) {
        SignedInUser user = keeper();
        CustomerChange wanted = JsonBody.read(body, CustomerChange::read);
        return answer(() -> {
            Customer created = customers.create(wanted, user.login());
            audit.done(asker.actor(), AuditAction.CREATE, CustomerTrail.subject(created), CustomerTrail.told(created));
            return Response.status(Response.Status.CREATED).entity(created).build();
        });
    }

    /**
     * Changes the fields that are given.
     *
     * @param body as for {@link #create}, and the {@code version} that was changed
     * @return 409 with the record as it is, when somebody else has changed it since
     */
    @PATCH
    @Path("/{customer}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes the fields that are given")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            example = "{\"notes\": \"Prefers e-mail.\"}",
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(name = "name", type = SchemaType.STRING),
                                                @SchemaProperty(name = "company", type = SchemaType.STRING),
                                                @SchemaProperty(name = "level", type = SchemaType.STRING),
                                                @SchemaProperty(name = "notes", type = SchemaType.STRING),
                                                @SchemaProperty(
                                                        name = "numbers",
                                                        type = SchemaType.ARRAY,
                                                        implementation = String.class),
                                                @SchemaProperty(name = "version", type = SchemaType.INTEGER)
                                            })))
    @APIResponse(
            responseCode = "200",
            description = "The customer",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Customer.class)))
    @APIResponse(responseCode = "400", ref = "badRequest")
    @APIResponse(responseCode = "404", ref = "notFound")
    @APIResponse(responseCode = "409", description = "The record as it is, when somebody else has changed it since")
    public Response change(@PathParam("customer") String id, String body) {
        SignedInUser user = keeper();
        CustomerChange wanted = JsonBody.read(body, CustomerChange::read);
        return answer(() -> {
            Customer before = customers.customer(id).orElseThrow(CustomerResource::unknown);
            Customer after = customers.change(id, wanted, user.login()).orElseThrow(CustomerResource::unknown);
            String changes = CustomerTrail.changes(before, after);
            if (!changes.isEmpty()) {
                audit.done(asker.actor(), AuditAction.CHANGE, CustomerTrail.subject(after), changes);
            }
            return Response.ok(after).build();
        });
    }

    /**
     * Makes two customers one: numbers and contacts of the other move here, and its record is gone.
     *
     * @param body {@code other}, the id of the record that goes
     */
    @POST
    @Path("/{customer}/merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes two customers one")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            example = "{\"other\": \"0b7f4bfc-5a0e-4c6b-9d3e-2f6f1c1d7a10\"}",
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(
                                                        name = "other",
                                                        type = SchemaType.STRING,
                                                        description = "the record that goes")
                                            })))
    @APIResponse(
            responseCode = "200",
            description = "The customer",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Customer.class)))
    @APIResponse(responseCode = "400", ref = "badRequest")
    @APIResponse(responseCode = "404", ref = "notFound")
    @APIResponse(
            responseCode = "409",
            description =
                    "Somebody else has changed one of them in the same moment, or their notes are too long together")
    public Response merge(@PathParam("customer") String id, String body) {
        SignedInUser user = keeper();
        String other = JsonBody.read(body, json -> json.path("other").asText());
        Customer gone = customers.customer(other).orElseThrow(CustomerResource::unknown);
        return answer(() -> {
            Customer merged = customers.merge(id, other, user.login()).orElseThrow(CustomerResource::unknown);
            audit.done(
                    asker.actor(),
                    AuditAction.MERGE,
                    CustomerTrail.subject(merged),
                    "gone: " + gone.id() + "; " + CustomerTrail.told(gone));
            return Response.ok(merged).build();
        });
    }

    /** For supervisors and administrators. Calls stay. */
    @DELETE
    @Path("/{customer}")
    @Operation(summary = "Removes a customer; calls stay")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", ref = "notFound")
    @APIResponse(responseCode = "409", description = "Somebody else has changed the record in the same moment")
    public Response remove(@PathParam("customer") String id) {
        SignedInUser user = user();
        if (!user.supervises()) {
            throw new ForbiddenException("Only supervisors and administrators may remove customers");
        }
        return answer(() -> {
            Customer gone = customers.remove(id).orElseThrow(CustomerResource::unknown);
            audit.done(asker.actor(), AuditAction.REMOVE, CustomerTrail.subject(gone), CustomerTrail.told(gone));
            return Response.noContent().build();
        });
    }

    private SignedInUser user() {
        SignedInUser user = asker.user();
        if (!user.takesCalls() && !user.watches()) {
            throw new ForbiddenException("This user does not work with calls");
        }
        return user;
    }

    private SignedInUser keeper() {
        SignedInUser user = user();
        if (!user.takesCalls() && !user.supervises()) {
            throw new ForbiddenException("Only agents, supervisors and administrators may change customers");
        }
        return user;
    }

    private static Response answer(Supplier<Response> change) {
        try {
            return change.get();
        } catch (CustomerConflict conflict) {
            return Response.status(Response.Status.CONFLICT)
                    .type(MediaType.APPLICATION_JSON_TYPE)
                    .entity(new InTheWay(409, conflict.code(), conflict.getMessage(), conflict.other()))
                    .build();
        } catch (PersistenceException e) {
            log.debug("Two changes of customers in the same moment", e);
            throw new ClientErrorException(
                    "Somebody else changed the same; please try again", Response.Status.CONFLICT, e);
        }
    }

    /**
     * Why nothing was changed.
     *
     * @param code     of {@link CustomerConflict}
     * @param problem  the same for people, in English
     * @param customer what is in the way
     */
    public record InTheWay(int status, String code, String problem, Customer customer) {}

    private static NotFoundException unknown() {
        return new NotFoundException("There is no such customer");
    }
}
