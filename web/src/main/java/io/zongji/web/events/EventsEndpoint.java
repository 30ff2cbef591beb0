package io.zongji.web.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zongji.web.Actor;
import io.zongji.web.access.LineEntrance;
import io.zongji.web.access.LineGuests;
import io.zongji.web.access.OpenLines;
import io.zongji.web.access.TokenBearer;
import io.zongji.web.call.Answer;
import io.zongji.web.call.CallCommand;
import io.zongji.web.call.Commands;
import io.zongji.web.call.StateCommand;
import io.zongji.web.push.LiveFeed;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line on which programs hear what happens and ask for it. One instance a line. */
@ServerEndpoint(value = "/events", subprotocols = "zongji.v1", configurator = LineEntrance.class)
public class EventsEndpoint {
    private static final Logger log = LoggerFactory.getLogger(EventsEndpoint.class);
    /** A command is a few words, and data to attach. */
    private static final int LONGEST_MESSAGE = 64_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    private EventFeed feed;

    @Inject
    private Commands commands;

    @Inject
    private LineGuests guests;

    @Inject
    private OpenLines openLines;

    @Inject
    private LiveFeed pages;

    private EventLine line;
    private String address;

    @OnOpen
    public void open(Session session) throws IOException {
        Optional<TokenBearer> guest = guests.find(session);
        if (guest.isEmpty()) {
            session.close(new CloseReason(CloseCodes.VIOLATED_POLICY, "sign in"));
            return;
        }
        session.setMaxIdleTimeout(0);
        session.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
        address = guests.address(session);
        line = new EventLine(new SessionExit(session), guest.get().user());
        line.send(EventJson.hello(line.user(), feed.hub().position()));
        feed.hub().add(line);
        openLines.add(session, guest.get(), () -> line.cut("rights changed"));
        heard();
    }

    /** The other end is there, though it may have nothing to say. */
    @OnMessage
    public void answered(PongMessage pong) {
        heard();
    }

    /** An agent who works by a program is there as long as one of the program's lines is. */
    private void heard() {
        if (line != null && line.user().takesCalls()) {
            pages.heard(line.user().agentId());
        }
    }

    @OnMessage
    public void asked(String message) {
        if (line == null) {
            return;
        }
        heard();
        JsonNode json;
        try {
            json = JSON.readTree(message);
        } catch (JsonProcessingException e) {
            line.send(EventJson.refused("", "badRequest", "This is no JSON"));
            return;
        }
        String id = json.path("id").asText("");
        try {
            if (id.isEmpty()) {
                throw new IllegalArgumentException("id: every message has one, for its answer");
            }
            if (json.path("t").asText().equals("subscribe")) {
                feed.hub().subscribe(line, Subscription.read(json), id);
                feed.wake();
            } else {
                command(json)
                        .thenAccept(answer -> line.send(EventJson.answer(id, answer)))
                        .exceptionally(failure -> {
                            log.error("A command of {} failed", line.user().login(), failure);
                            line.send(EventJson.refused(id, "failed", "This failed; the server's log says why"));
                            return null;
                        });
            }
        } catch (IllegalArgumentException e) {
            line.send(EventJson.refused(id, "badRequest", e.getMessage()));
        }
    }

    private CompletableFuture<Answer> command(JsonNode json) {
        String type = json.path("t").asText();
        UUID id = Commands.id(json, "id");
        return switch (type) {
            case "serve" ->
                commands.serve(actor(), id, CallCommand.read(json.path("call").asText(), json));
            case "make" -> commands.make(actor(), id, commands.newCall(json));
            case "attach" ->
                commands.attach(
                        actor(), CallCommand.callId(json.path("call").asText()), CallCommand.texts(json.path("data")));
            case "state" -> commands.state(line.user(), id, StateCommand.read(json));
            default ->
                throw new IllegalArgumentException(
                        "t: '" + type + "' is none of subscribe, serve, make, attach, state");
        };
    }

    private Actor actor() {
        return new Actor(line.user(), address);
    }

    @OnClose
    public void close(Session session) {
        openLines.remove(session);
        if (line != null) {
            feed.hub().remove(line);
        }
    }

    @OnError
    public void failed(Throwable cause) {
        log.debug("A program's line failed", cause);
    }
}
