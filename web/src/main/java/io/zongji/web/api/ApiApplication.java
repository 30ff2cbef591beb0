package io.zongji.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/** All that is asked below {@code /api}. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Zongji",
                        version = "1",
                        description = "Calls, agents and queues, as far as the rights of the one who asks go. "
                                + "What happens is told on the WebSocket /zongji/events, see asyncapi.yaml."),
        servers = @Server(url = "/zongji"),
        security = {@SecurityRequirement(name = "token"), @SecurityRequirement(name = "password")},
        components =
                @Components(
                        securitySchemes = {
                            @SecurityScheme(
                                    securitySchemeName = "token",
                                    type = SecuritySchemeType.HTTP,
                                    scheme = "bearer"),
                            @SecurityScheme(
                                    securitySchemeName = "password",
                                    type = SecuritySchemeType.HTTP,
                                    scheme = "basic")
                        },
                        responses = {
                            @APIResponse(
                                    name = "badRequest",
                                    description = "A field is wrong, or the body is no JSON",
                                    content =
                                            @Content(
                                                    mediaType = "application/json",
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "signIn",
                                    description = "No token, or one that is not valid",
                                    content =
                                            @Content(
                                                    mediaType = "application/json",
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "notPermitted",
                                    description = "Without the right to it",
                                    content =
                                            @Content(
                                                    mediaType = "application/json",
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "notFound",
                                    description = "It is not there, or not the asker's",
                                    content =
                                            @Content(
                                                    mediaType = "application/json",
                                                    schema = @Schema(implementation = Problem.class))),
                            @APIResponse(
                                    name = "refused",
                                    description = "It cannot be done now; code and problem say why",
                                    content =
                                            @Content(
                                                    mediaType = "application/json",
                                                    schema = @Schema(implementation = Problem.class)))
                        }))
@ApplicationPath("/api")
public class ApiApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                DescriptionResource.class,
                SleeResource.class,
                MeResource.class,
                PinResource.class,
                AgentResource.class,
                QueueResource.class,
                CallResource.class,
                AgentStateResource.class,
                RestRequestResource.class,
                CustomerResource.class,
                RecordingResource.class,
                WrapUpResource.class,
                OnlineRightResource.class,
                AgentTimesResource.class,
                RoutingResource.class,
                Entrance.class,
                JsonWriter.class,
                ProblemMapper.class);
    }
}
