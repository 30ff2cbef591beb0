package io.zongji.web.phone;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zongji.domain.phone.PhoneToken;
import io.zongji.server.CallCentre;
import io.zongji.server.PageLines;
import io.zongji.web.SignedInUser;
import io.zongji.web.Visitor;
import io.zongji.web.api.PhoneKey;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Gives an agent's page a token, by which it registers as the agent's own extension within a minute. */
@WebServlet("/desk/phone")
public class PhoneServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    private transient CallCentre callCentre;

    @Inject
    private transient Visitor visitor;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SignedInUser user = visitor.getUser();
        if (user == null || !user.takesCalls()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        PageLines lines = callCentre.pageLines();
        PageHolder holder = PageHolder.of(request.getSession(), lines, user.agentId());
        Optional<PhoneToken> token = lines.token(user.agentId(), holder.id());
        if (token.isEmpty()) {
            response.sendError(HttpServletResponse.SC_CONFLICT);
            return;
        }
        response.setContentType("application/json;charset=UTF-8");
        JSON.writeValue(response.getWriter(), PhoneKey.of(token.get(), lines));
    }
}
