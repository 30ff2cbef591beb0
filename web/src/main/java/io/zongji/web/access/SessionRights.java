package io.zongji.web.access;

import io.zongji.web.SignedInUser;
import io.zongji.web.Visitor;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the session of somebody who was removed or disabled since the sign-in, or may do other things than then. The application
 * server keeps the roles of a session until it ends, and asks nobody again.
 */
@WebFilter(value = "/*", asyncSupported = true)
public class SessionRights extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Logger log = LoggerFactory.getLogger(SessionRights.class);
    private static final String KNOWN = SessionRights.class.getName();
    /** The same for everybody, and many. */
    private static final List<String> OPEN = List.of("/assets/", "/jakarta.faces.resource/", "/sdk/", "/health/");

    @Inject
    transient Visitor visitor;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpSession session = request.getUserPrincipal() == null ? null : request.getSession(false);
        if (session == null || isOpen(request) || holds(session)) {
            chain.doFilter(request, response);
            return;
        }
        log.info("{} may not do the same any more and has to sign in again", request.getUserPrincipal());
        end(request);
        if (isForPeople(request)) {
            response.sendRedirect(request.getContextPath() + "/");
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    private static boolean isOpen(HttpServletRequest request) {
        return OPEN.stream().anyMatch(request.getServletPath()::startsWith);
    }

    /** Whether the user is there and may do what the session began with. */
    private boolean holds(HttpSession session) {
        SignedInUser now = visitor.getUser();
        if (now != null
                && session.getAttribute(KNOWN) instanceof SignedInUser known
                && known.login().equals(now.login())) {
            return now.hasRightsOf(known);
        }
        session.setAttribute(KNOWN, now);
        return now != null;
    }

    /** As a sign-out does: the container closes the session's lines with it. */
    private static void end(HttpServletRequest request) throws ServletException {
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private static boolean isForPeople(HttpServletRequest request) {
        String accepted = request.getHeader("Accept");
        return request.getMethod().equals("GET") && accepted != null && accepted.contains("text/html");
    }
}
