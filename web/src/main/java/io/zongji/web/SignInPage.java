package io.zongji.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** What the sign-in page must know besides what was filled in: where its reader wanted to go. */
@Named("signIn")
@RequestScoped
public class SignInPage {
    @Inject
    private HttpServletRequest request;

    /** The page that was asked for, with its question; empty for none. */
    public String getNext() {
        String told = request.getParameter("next");
        if (told != null) {
            return told;
        }
        Object page = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        Object question = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        if (page == null || !request.getMethod().equals("GET")) {
            return "";
        }
        return question == null ? page.toString() : page + "?" + question;
    }
}
