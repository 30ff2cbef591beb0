package io.zongji.web;

import io.zongji.web.access.ApiToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Tells browsers what the portal never does, and refuses changes that a page of somebody else asks for in the name of who is
 * signed in. A token is nothing that a browser adds by itself, so who sends one means it. Scripts and styles come from this
 * server only.
 */
@WebFilter(value = "/*", asyncSupported = true)
public class SecurityHeaders extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
            + "media-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; "
            + "frame-ancestors 'none'; ";
    /** Faces pages bring a second policy, PrimeFaces': of scripts inside of them it lets only those with its number run. */
    private static final String PAGE_POLICY = POLICY + "script-src 'self' 'unsafe-inline'";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "geolocation=(), camera=()");
        String path = request.getServletPath();
        response.setHeader("Content-Security-Policy", isPage(path) ? PAGE_POLICY : POLICY);
        response.setHeader("Cache-Control", path.startsWith("/assets/") ? "no-cache" : "no-store");
        if (path.startsWith("/sdk/")) {
            // Pages of other applications load it.
            response.setHeader("Access-Control-Allow-Origin", "*");
            response.setHeader("Cache-Control", "no-cache");
        }
        if (!READING.contains(request.getMethod()) && foreign(request) && !ApiToken.isIn(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    /** Who fails to sign in gets the page again in answer to the form. */
    private static boolean isPage(String path) {
        return path.endsWith(".xhtml") || path.equals("/sign-in");
    }

    /** Whether the browser says that the request began at another site. Programs that are no browsers say nothing. */
    private static boolean foreign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        return !SameOrigin.of(request.getHeader("Origin"), request.getHeader("Host"));
    }
}
