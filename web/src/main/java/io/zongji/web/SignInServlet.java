package io.zongji.web;

import io.zongji.web.access.SignInDelays;
import io.zongji.web.audit.Audit;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * Takes what was filled in on the sign-in page, before the application server compares it: who has failed too often waits first,
 * with a right password too. {@code undertow-handlers.conf} leads here what is sent to {@code j_security_check}, so that there is
 * no way around it.
 */
@WebServlet("/sign-in")
public class SignInServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String FAILED_PAGE = "/sign-in-failed.xhtml";
    private static final int TOO_MANY_REQUESTS = 429;

    /** Attribute of a request: for how many seconds nobody may try. */
    static final String SECONDS = "signInSeconds";

    @Inject
    private transient SignInDelays delays;

    @Inject
    private transient Audit audit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(request.getContextPath() + "/");
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String login = parameter(request, "j_username");
        String address = request.getRemoteAddr();
        Duration wait = delays.begin(login, address);
        if (!wait.isZero()) {
            refuse(request, response, wait);
        } else if (signsIn(request, login)) {
            delays.succeeded(login, address);
            response.sendRedirect(wanted(request.getContextPath(), parameter(request, "next")));
        } else {
            Duration after = delays.failed(login, address);
            audit.refusedStranger(login, address);
            if (!after.isZero()) {
                audit.slowedDown(login, address, after);
            }
            request.getRequestDispatcher(FAILED_PAGE).forward(request, response);
        }
    }

    private static boolean signsIn(HttpServletRequest request, String login) throws ServletException {
        if (request.getUserPrincipal() != null) {
            request.logout();
        }
        try {
            request.login(login, parameter(request, "j_password"));
        } catch (ServletException e) {
            return false;
        }
        // Nobody goes on in a session that a stranger has begun.
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        return true;
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Duration wait)
            throws IOException, ServletException {
        long seconds = SignInDelays.seconds(wait);
        response.setStatus(TOO_MANY_REQUESTS);
        response.setHeader("Retry-After", Long.toString(seconds));
        request.setAttribute(SECONDS, seconds);
        request.getRequestDispatcher(FAILED_PAGE).forward(request, response);
    }

    /** The page that was asked for at first, if it is one of ours; else the one people begin with. */
    static String wanted(String context, String next) {
        boolean ours = next.startsWith(context + "/") && !next.startsWith("//") && !next.contains("\\");
        return ours ? next : context + "/";
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }
}
