package io.zongji.web.records;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.domain.call.Direction;
import io.zongji.store.entity.CallRow;
import io.zongji.web.SignedInUser;
import io.zongji.web.Visitor;
import io.zongji.web.customer.Customers;
import io.zongji.web.page.Shown;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** The last three contacts, for an agent's desk: with {@code number} those of whoever has it, under any number, else the agent's own calls. */
@WebServlet("/desk/contacts")
public class ContactsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int LAST = 3;

    @Inject
    private transient CallRecords records;

    @Inject
    private transient Customers customers;

    @Inject
    private transient Visitor visitor;

    @Inject
    private transient Shown shown;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SignedInUser user = visitor.getUser();
        if (user == null || !user.takesCalls()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        String number = request.getParameter("number");
        String except = request.getParameter("except");
        // One more, since the call in hand is among them.
        List<CallRow> found = number == null
                ? records.page(new CallFilter(null, user.agent(), null, null, null, null), 0, LAST + 1)
                : records.contacts(customers.numbersBeside(number), LAST + 1);
        ArrayNode contacts = JsonNodeFactory.instance.arrayNode();
        found.stream()
                .filter(call -> !call.getId().equals(except))
                .limit(LAST)
                .forEach(call -> contacts.add(contact(call, user)));
        response.setContentType("application/json;charset=UTF-8");
        response.getWriter().print(contacts);
    }

    private ObjectNode contact(CallRow call, SignedInUser user) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", call.getId())
                .put("mine", Permission.toSee(user, call))
                .put("time", shown.time(call.getStartedAt()))
                .put("from", call.getDirection() == Direction.INBOUND ? call.getCaller() : call.getDialled())
                .put("queue", shown.queue(call.getQueueId()))
                .put("agent", shown.agent(call.getAgentId()))
                .put(
                        "outcome",
                        call.getOutcome() == null
                                ? "RUNNING"
                                : call.getOutcome().name())
                .put("talk", call.getTalkMs() > 0 ? shown.duration(call.getTalkMs()) : "");
    }
}
