package io.zongji.web.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.server.CallCentre;
import io.zongji.web.Actor;
import io.zongji.web.OwnPages;
import io.zongji.web.SignedInUser;
import io.zongji.web.Users;
import io.zongji.web.access.OpenLines;
import io.zongji.web.access.TokenBearer;
import io.zongji.web.call.CallCommand;
import io.zongji.web.call.CallServices;
import io.zongji.web.call.MakeCommand;
import io.zongji.web.call.RestDesk;
import io.zongji.web.call.StateCommand;
import io.zongji.web.call.WrapUpCommand;
import io.zongji.web.call.WrapUps;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line to an open page. Down go changes of the live view, from the version that the page names on; up come what an
 * agent asks for and the answers to it. One instance a page.
 */
@ServerEndpoint(value = "/push", configurator = OwnPages.class)
public class PushEndpoint {
    private static final Logger log = LoggerFactory.getLogger(PushEndpoint.class);
    /** An agent asks with a few words, or sends a note of 4,000 characters with its escapes. */
    private static final int LONGEST_MESSAGE = 30_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    private LiveFeed feed;

    @Inject
    private CallCentre callCentre;

    @Inject
    private CallServices services;

    @Inject
    private WrapUps wrapUps;

    @Inject
    private RestDesk rests;

    @Inject
    private TeamCommands team;

    @Inject
    private Users users;

    @Inject
    private OpenLines openLines;

    private SignedInUser user;
    private Actor actor;
    private Viewer viewer;

    @OnOpen
    public void open(Session session) throws IOException {
        Principal principal = session.getUserPrincipal();
        user = principal == null ? null : users.find(principal.getName()).orElse(null);
        if (user == null || !user.watches() && !user.takesCalls()) {
            session.close(new CloseReason(CloseCodes.VIOLATED_POLICY, "sign in"));
            return;
        }
        actor = new Actor(user, OwnPages.address(session, user.login()));
        session.setMaxIdleTimeout(0);
        session.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
        Map<String, List<String>> asked = session.getRequestParameterMap();
        boolean known = feed.epoch().equals(first(asked, "epoch"));
        viewer = new Viewer(
                session,
                new Sight(user.agentId(), user.watches(), Sight.Colleagues.configured()),
                known ? version(asked) : 0);
        feed.add(viewer, user);
        openLines.add(session, TokenBearer.bySession(user), viewer::signOut);
        heard();
    }

    @OnMessage
    public void asked(String message) {
        heard();
        try {
            JsonNode request = JSON.readTree(message);
            if (viewer != null && request.has("service")) {
                serve(request);
                return;
            }
            if (viewer != null && TeamCommands.takes(request)) {
                team.ask(actor, request)
                        .thenAccept(answer -> answer(request.path("id").asText(), answer));
            } else if (viewer != null && request.has("make")) {
                make(request);
            } else if (viewer != null && user.takesCalls() && request.has("ask")) {
                ask(request);
            } else if (viewer != null && request.has("wrapUp")) {
                writeUp(request);
            }
        } catch (JsonProcessingException e) {
            log.debug("{} sent something unreadable", user, e);
        }
    }

    /** Every message, the empty one that answers a beat too, says that the page is there. */
    private void heard() {
        if (viewer != null && user.takesCalls()) {
            feed.heard(user.agentId());
        }
    }

    private void ask(JsonNode request) {
        String id = request.path("id").asText();
        try {
            StateCommand command = StateCommand.read(request, "ask");
            rests.ask(user, command)
                    .thenAccept(answer -> answer(id, refusal(answer.refusal()).put("asked", answer.asked())));
        } catch (IllegalArgumentException e) {
            answer(id, e.getMessage());
        }
    }

    /** {@code wrapUp} holds {@code call}, {@code codes} and {@code note}. */
    private void writeUp(JsonNode request) {
        String id = request.path("id").asText();
        JsonNode written = request.path("wrapUp");
        try {
            WrapUpCommand command = WrapUpCommand.read(written.path("call").asText(), written);
            answer(id, wrapUps.save(user, command).refusal());
        } catch (IllegalArgumentException e) {
            answer(id, e.getMessage());
        }
    }

    private void serve(JsonNode request) {
        String id = request.path("id").asText();
        try {
            services.ask(actor, CallCommand.read(request.path("call").asText(), request))
                    .thenAccept(refusal -> answer(id, refusal.orElse(null)));
        } catch (IllegalArgumentException e) {
            answer(id, e.getMessage());
        }
    }

    private void make(JsonNode request) {
        String id = request.path("id").asText();
        ObjectNode wish = JsonNodeFactory.instance.objectNode();
        wish.set("target", request.path("make"));
        wish.put("caller", request.path("caller").asText(""));
        try {
            MakeCommand command = MakeCommand.read(wish);
            if (command.permitted(callCentre.configuration().get())) {
                services.make(actor, command).thenAccept(answer -> answer(id, answer.refusal()));
            } else {
                answer(id, CallServices.CALLER_NOT_PERMITTED);
            }
        } catch (IllegalArgumentException e) {
            answer(id, e.getMessage());
        }
    }

    @OnClose
    public void close(Session session) {
        openLines.remove(session);
        if (viewer != null) {
            feed.remove(viewer);
        }
    }

    @OnError
    public void failed(Throwable cause) {
        log.debug("The line to a page of {} failed", user, cause);
    }

    private void answer(String id, String refusal) {
        answer(id, refusal(refusal));
    }

    private static ObjectNode refusal(String refusal) {
        return JsonNodeFactory.instance.objectNode().put("refusal", refusal);
    }

    private void answer(String id, ObjectNode answer) {
        viewer.answer(answer.put("t", "answer").put("id", id).toString());
    }

    private static long version(Map<String, List<String>> asked) {
        try {
            return Long.parseLong(first(asked, "since"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static String first(Map<String, List<String>> asked, String name) {
        List<String> values = asked.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }
}
