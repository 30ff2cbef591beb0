package io.zongji.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.server.CallCentre;
import io.zongji.server.Readiness;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Open to everyone, for load balancers and monitors. {@code /health} and {@code /health/live} answer 200 once the
 * application is deployed; {@code /health/ready} says whether calls can be taken, with the name of what is missing: 200 or
 * 503.
 */
@WebServlet({"/health", "/health/live", "/health/ready"})
public class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient CallCentre callCentre;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        response.setHeader("Cache-Control", "no-store");
        if (request.getServletPath().equals("/health/ready")) {
            ready(response);
        } else {
            response.getWriter().print("{\"status\":\"UP\"}");
        }
    }

    private void ready(HttpServletResponse response) throws IOException {
        Readiness.Report report = callCentre.readiness().report();
        response.setStatus(report.isUp() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.getWriter().print(json(report));
    }

    static ObjectNode json(Readiness.Report report) {
        ObjectNode answer = JsonNodeFactory.instance
                .objectNode()
                .put("status", report.status().name());
        report.checks().forEach(check -> {
            ObjectNode one = answer.withArrayProperty("checks")
                    .addObject()
                    .put("name", check.name())
                    .put("status", check.status().name());
            if (check.problem() != null) {
                one.put("problem", check.problem());
            }
        });
        return answer;
    }
}
