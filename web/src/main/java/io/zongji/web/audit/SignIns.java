package io.zongji.web.audit;

import io.zongji.store.audit.AuditAction;
import io.zongji.web.Actor;
import io.zongji.web.Users;
import io.zongji.web.access.SignInDelays;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * Reports who signs in, and which programs fail to. People sign in by {@code SignInServlet}; what is seen here is the first
 * request of a session that has a user. Programs that send a password with every request are reported only when it is wrong,
 * and have to wait when that was so too often: the application server has compared it by then, so a right password gets the
 * same answer.
 */
@WebFilter(
        value = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD})
public class SignIns extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String REPORTED = "zongji.signIn.reported";
    private static final String SEEN = "zongji.signIn.seen";
    private static final String BASIC = "Basic ";
    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    private transient Audit audit;

    @Inject
    private transient Users users;

    @Inject
    private transient SignInDelays delays;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String secret = request.getHeader("Authorization");
        if (secret != null && secret.startsWith(BASIC)) {
            Duration wait = withPassword(request, nameIn(secret.substring(BASIC.length())));
            if (!wait.isZero()) {
                response.setHeader("Retry-After", Long.toString(SignInDelays.seconds(wait)));
                response.sendError(TOO_MANY_REQUESTS);
                return;
            }
        }
        if (request.getUserPrincipal() != null) {
            signedIn(request);
        }
        chain.doFilter(request, response);
    }

    /** How long the program has to wait; looked at once a request, which may be led on to another page. */
    private Duration withPassword(HttpServletRequest request, String login) {
        if (request.getAttribute(SEEN) != null) {
            return Duration.ZERO;
        }
        request.setAttribute(SEEN, true);
        String address = request.getRemoteAddr();
        Duration wait = delays.begin(login, address);
        if (!wait.isZero()) {
            return wait;
        } else if (request.getUserPrincipal() != null) {
            delays.succeeded(login, address);
        } else {
            audit.refusedStranger(login, address);
            Duration after = delays.failed(login, address);
            if (!after.isZero()) {
                audit.slowedDown(login, address, after);
            }
        }
        return Duration.ZERO;
    }

    private void signedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(REPORTED) == null) {
            session.setAttribute(REPORTED, true);
            users.find(request.getUserPrincipal().getName())
                    .ifPresent(
                            user -> audit.done(new Actor(user, request.getRemoteAddr()), AuditAction.SIGN_IN, "", ""));
        }
    }

    /** RFC 7617: name and password in Base64, with a colon between. */
    private static String nameIn(String secret) {
        try {
            String both = new String(Base64.getDecoder().decode(secret.strip()), StandardCharsets.UTF_8);
            return both.contains(":") ? both.substring(0, both.indexOf(':')) : "";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
