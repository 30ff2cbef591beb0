package io.zongji.web.api;

import io.zongji.store.entity.PortalRole;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets those in who are signed in, and only administrators to what concerns the SLEE: by the portal's session or by a name and password with the request. A program cannot fill in the
 * sign-in page, so it is told what is missing.
 */
@Provider
@PreMatching
public class Entrance implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        SecurityContext security = request.getSecurityContext();
        if (security.getUserPrincipal() == null) {
            request.abortWith(problem(401, "Sign in")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Zongji\", charset=\"UTF-8\"")
                    .build());
        } else if (forAdministrators(request) && !security.isUserInRole(PortalRole.ADMINISTRATOR)) {
            request.abortWith(problem(403, security.getUserPrincipal().getName() + " is no administrator")
                    .build());
        }
    }

    private static boolean forAdministrators(ContainerRequestContext request) {
        return !request.getUriInfo().getPath().replaceFirst("^/+", "").startsWith("calls/");
    }

    private static Response.ResponseBuilder problem(int status, String message) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(new Problem(status, message));
    }
}
