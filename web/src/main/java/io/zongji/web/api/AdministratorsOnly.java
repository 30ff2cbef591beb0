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
 * Lets administrators in, by the portal's session or by a name and password with the request. A program cannot fill in the
 * sign-in page, so it is told what is missing.
 */
@Provider
@PreMatching
public class AdministratorsOnly implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        SecurityContext security = request.getSecurityContext();
        if (security.getUserPrincipal() == null) {
            request.abortWith(problem(401, "Sign in as an administrator")
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Zongji\", charset=\"UTF-8\"")
                    .build());
        } else if (!security.isUserInRole(PortalRole.ADMINISTRATOR)) {
            request.abortWith(problem(403, security.getUserPrincipal().getName() + " is no administrator")
                    .build());
        }
    }

    private static Response.ResponseBuilder problem(int status, String message) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(new Problem(status, message));
    }
}
