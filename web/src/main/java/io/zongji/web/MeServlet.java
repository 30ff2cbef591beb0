package io.zongji.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells a page that lost its line whether the session is over as well: 204 or 401. */
@WebServlet("/me")
public class MeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(
                request.getUserPrincipal() == null
                        ? HttpServletResponse.SC_UNAUTHORIZED
                        : HttpServletResponse.SC_NO_CONTENT);
    }
}
