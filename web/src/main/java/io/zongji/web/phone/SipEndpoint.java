package io.zongji.web.phone;

import io.zongji.server.CallCentre;
import io.zongji.web.access.LineEntrance;
import io.zongji.web.access.LineGuests;
import io.zongji.web.access.OpenLines;
import io.zongji.web.access.TokenBearer;
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
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIP of an agent's page (RFC 7118) on the portal's own address: no further port, and TLS where the portal has it. What
 * comes is passed on to the SIP listener, and back. One instance a page.
 */
@ServerEndpoint(value = "/sip", subprotocols = "sip", configurator = LineEntrance.class)
public class SipEndpoint {
    private static final Logger log = LoggerFactory.getLogger(SipEndpoint.class);
    /** More than any description of a session. */
    private static final int LONGEST_MESSAGE = 64_000;

    @Inject
    private CallCentre callCentre;

    @Inject
    private LineGuests guests;

    @Inject
    private SipLines lines;

    @Inject
    private OpenLines openLines;

    private SipLine line;

    @OnOpen
    public void open(Session session) throws IOException {
        TokenBearer guest = guests.find(session)
                .filter(bearer -> bearer.user().takesCalls())
                .orElse(null);
        URI sip = callCentre.pageLines().sip();
        if (guest == null || sip == null) {
            session.close(new CloseReason(CloseCodes.VIOLATED_POLICY, "no phone"));
            return;
        }
        session.setMaxIdleTimeout(0);
        session.setMaxTextMessageBufferSize(LONGEST_MESSAGE);
        line = lines.open(session, sip);
        openLines.add(session, guest, () -> end(guest));
    }

    /** The page is no phone any more: what a session has registered ends with the session, but a token has none. */
    private void end(TokenBearer guest) {
        lines.close(line);
        if (guest.token() != null) {
            callCentre
                    .pageLines()
                    .signedOut(guest.user().agentId(), guest.user().login());
        }
    }

    @OnMessage
    public void said(String message) {
        if (line != null) {
            line.pass(message);
        }
    }

    @OnMessage
    public void alive(PongMessage pong) {
        if (line != null) {
            line.heard();
        }
    }

    @OnClose
    public void close(Session session) {
        openLines.remove(session);
        if (line != null) {
            lines.close(line);
        }
    }

    @OnError
    public void failed(Throwable cause) {
        log.debug("The line of a page's phone failed", cause);
    }
}
