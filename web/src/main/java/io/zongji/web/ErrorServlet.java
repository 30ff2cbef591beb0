package io.zongji.web;

import jakarta.faces.application.ViewExpiredException;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * Says in plain words that something went wrong and what to do. Needs nothing that may be broken: no Faces, no database
 * beyond who asks. The cause is in the server's log only.
 */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Visitor visitor;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Words words = Words.in(visitor.getLocale());
        String kind = kind(request);
        String home = request.getContextPath();
        response.setContentType("text/html;charset=UTF-8");
        PrintWriter out = response.getWriter();
        out.printf(
                "<!DOCTYPE html><html lang=\"%s\" data-theme=\"%s\"><head><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width\"><title>%s</title>"
                        + "<link rel=\"icon\" href=\"%s/assets/icon.svg\"><link rel=\"stylesheet\" href=\"%<s/assets/css/tokens.css\">"
                        + "<link rel=\"stylesheet\" href=\"%<s/assets/css/portal.css\"></head>",
                visitor.getLanguage(), visitor.getTheme(), words.get("error." + kind + ".title"), home);
        out.printf(
                "<body class=\"alone\"><main class=\"card alone-card\"><h1>%s</h1><p>%s</p>"
                        + "<p><a class=\"button primary\" href=\"%s/\">%s</a></p></main></body></html>",
                words.get("error." + kind + ".title"),
                words.get("error." + kind + ".text"),
                home,
                words.get("error.home"));
    }

    private static String kind(HttpServletRequest request) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (thrown instanceof ViewExpiredException) {
            return "expired";
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code && (code == 403 || code == 404) ? code.toString() : "500";
    }
}
