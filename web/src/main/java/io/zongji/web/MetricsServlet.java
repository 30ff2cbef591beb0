package io.zongji.web;

import io.zongji.server.CallCentre;
import io.zongji.store.entity.PortalRole;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * All figures in the text format of Prometheus: for administrators, who may send name and password with the request, and
 * without them for the machines that {@code zongji.metrics.from} names.
 */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient TrustedAddresses trusted =
            TrustedAddresses.of(System.getProperty("zongji.metrics.from", "127.0.0.1, ::1"));

    @Inject
    private transient CallCentre callCentre;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!trusted.contains(request) && !request.isUserInRole(PortalRole.ADMINISTRATOR)) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"Zongji\", charset=\"UTF-8\"");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(callCentre.metrics());
    }
}
