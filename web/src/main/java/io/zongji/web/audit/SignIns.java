package io.zongji.web.audit;

import io.zongji.store.audit.AuditAction;
import io.zongji.web.Actor;
import io.zongji.web.Users;
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
import java.util.Base64;

/**
 * Reports who signs in and who fails to. The application server signs people in without telling us, so a sign-in is the first
 * request of a session that has a user, and a failure is the page that says so. Programs that send a password with every
 * request are reported only when it is wrong.
 */
@WebFilter(
        value = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD})
public class SignIns extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String REPORTED = "zongji.signIn.reported";
    private static final String FAILED_PAGE = "/sign-in-failed.xhtml";
    private static final String BASIC = "Basic ";

    @Inject
    private transient Audit audit;

    @Inject
    private transient Users users;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getUserPrincipal() != null) {
            signedIn(request);
        } else if (request.getDispatcherType() == DispatcherType.FORWARD) {
            if (request.getServletPath().equals(FAILED_PAGE)) {
                String name = request.getParameter("j_username");
                audit.refusedStranger(name == null ? "" : name, request.getRemoteAddr());
            }
        } else {
            String secret = request.getHeader("Authorization");
            if (secret != null && secret.startsWith(BASIC)) {
                audit.refusedStranger(nameIn(secret.substring(BASIC.length())), request.getRemoteAddr());
            }
        }
        chain.doFilter(request, response);
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
