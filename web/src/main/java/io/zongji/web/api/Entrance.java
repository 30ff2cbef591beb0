package io.zongji.web.api;

import io.zongji.web.SameOrigin;
import io.zongji.web.SignedInUser;
import io.zongji.web.Users;
import io.zongji.web.access.ApiToken;
import io.zongji.web.access.Asker;
import io.zongji.web.access.SignInDelays;
import io.zongji.web.access.TokenBearer;
import io.zongji.web.access.Tokens;
import io.zongji.web.audit.Audit;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets those in who are signed in: by a token, by the portal's session, or by a name and password with the request; and only
 * administrators to what concerns the SLEE. A program cannot fill in the sign-in page, so it is told what is missing.
 */
@Provider
@PreMatching
public class Entrance implements ContainerRequestFilter {
    @Inject
    private Tokens tokens;

    @Inject
    private Users users;

    @Inject
    private Asker asker;

    @Override
    public void filter(ContainerRequestContext request) {
        if (DescriptionResource.describes(request.getUriInfo().getPath())) {
            return;
        }
        String token = ApiToken.textIn(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        if (token == null) {
            letIn(
                    request,
                    signedIn(request.getSecurityContext()).orElse(null),
                    "Basic realm=\"Zongji\", charset=\"UTF-8\"");
            return;
        }
        Duration wait = tokens.waits(token, asker.address());
        if (!wait.isZero()) {
            request.abortWith(Problem.refusal(429, Audit.TOO_MANY_FAILURES)
                    .response()
                    .header(HttpHeaders.RETRY_AFTER, SignInDelays.seconds(wait))
                    .build());
            return;
        }
        Optional<TokenBearer> bearer = tokens.find(token, asker.address());
        String origin = request.getHeaderString("Origin");
        boolean own = SameOrigin.of(origin, request.getHeaderString(HttpHeaders.HOST));
        if (bearer.isPresent() && !own && !bearer.get().origins().allow(origin)) {
            request.abortWith(problem(403, "Pages of " + origin + " may not use this token")
                    .build());
        } else {
            letIn(request, bearer.map(TokenBearer::user).orElse(null), "Bearer error=\"invalid_token\"");
        }
    }

    private Optional<SignedInUser> signedIn(SecurityContext security) {
        return security.getUserPrincipal() == null
                ? Optional.empty()
                : users.find(security.getUserPrincipal().getName());
    }

    private void letIn(ContainerRequestContext request, SignedInUser user, String how) {
        if (user == null) {
            request.abortWith(problem(401, "Sign in")
                    .header(HttpHeaders.WWW_AUTHENTICATE, how)
                    .build());
        } else if (forAdministrators(request) && !user.administers()) {
            request.abortWith(
                    problem(403, user.login() + " is no administrator").build());
        } else {
            asker.is(user);
        }
    }

    private static boolean forAdministrators(ContainerRequestContext request) {
        return request.getUriInfo().getPath().replaceFirst("^/+", "").startsWith("slee");
    }

    private static Response.ResponseBuilder problem(int status, String message) {
        return Problem.of(status, message).response();
    }
}
