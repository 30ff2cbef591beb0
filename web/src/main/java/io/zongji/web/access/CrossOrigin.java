package io.zongji.web.access;

import io.zongji.web.SameOrigin;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells browsers that pages of other applications may ask the interface and read its answers, if a token names their origin
 * (CORS, as the Fetch standard has it). Cookies are never allowed with it: such pages act by their token only.
 */
@WebFilter(value = "/api/*", asyncSupported = true)
public class CrossOrigin extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String KEEP_SECONDS = "600";

    @Inject
    private transient Tokens tokens;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String origin = request.getHeader("Origin");
        if (SameOrigin.of(origin, request.getHeader("Host"))) {
            chain.doFilter(request, response);
            return;
        }
        response.addHeader("Vary", "Origin");
        boolean allowed = tokens.allowOrigin(origin);
        if (allowed) {
            response.setHeader("Access-Control-Allow-Origin", origin);
        }
        if (request.getMethod().equals("OPTIONS") && request.getHeader("Access-Control-Request-Method") != null) {
            if (allowed) {
                response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
                response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
                response.setHeader("Access-Control-Max-Age", KEEP_SECONDS);
            }
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        chain.doFilter(request, response);
    }
}
