package io.zongji.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/** Remembers the language: in this browser, and with the user once one has signed in. */
@WebServlet("/preferences")
public class PreferencesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int A_YEAR = 365 * 24 * 3600;

    @Inject
    private transient Visitor visitor;

    @Inject
    private transient Users users;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String asked = request.getParameter("language");
        Locale locale = Words.supported(Locale.forLanguageTag(asked == null ? "" : asked));
        if (visitor.getUser() != null) {
            users.remember(visitor.getUser().login(), locale.toLanguageTag());
        }
        Cookie cookie = new Cookie(Visitor.LANGUAGE_COOKIE, locale.toLanguageTag());
        cookie.setPath(request.getContextPath());
        cookie.setMaxAge(A_YEAR);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
}
