package io.zongji.web.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What can be asked, for people and for tools; everybody may read it. */
@Tag(name = "Description")
@Path("/")
public class DescriptionResource {
    private static final String YAML = "application/yaml";

    /** Of the requests, made from their code when this was built. */
    @GET
    @Path("/openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "This interface, in OpenAPI's words")
    @APIResponse(responseCode = "200", description = "OpenAPI 3.1 as JSON")
    public byte[] openApi() throws IOException {
        return read("openapi.json");
    }

    /** The same as YAML. */
    @GET
    @Path("/openapi.yaml")
    @Produces(YAML)
    @Operation(summary = "This interface, in OpenAPI's words")
    @APIResponse(responseCode = "200", description = "OpenAPI 3.1 as YAML")
    public byte[] openApiYaml() throws IOException {
        return read("openapi.yaml");
    }

    /** Of the line of events. */
    @GET
    @Path("/asyncapi.yaml")
    @Produces(YAML)
    @Operation(summary = "The WebSocket /zongji/events, in AsyncAPI's words")
    @APIResponse(responseCode = "200", description = "AsyncAPI 3.0 as YAML")
    public byte[] asyncApi() throws IOException {
        return read("asyncapi.yaml");
    }

    /** Whether a path below {@code /api} is one of these. */
    static boolean describes(String path) {
        return path.matches("/*(openapi\\.(json|yaml)|asyncapi\\.yaml)");
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = DescriptionResource.class.getResourceAsStream("/interface/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The archive was built without " + file);
            }
            return in.readAllBytes();
        }
    }
}
