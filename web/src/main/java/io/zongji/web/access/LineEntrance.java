package io.zongji.web.access;

import io.zongji.web.SameOrigin;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Map;

/**
 * Takes from a WebSocket's opening request what says who asks: a token in {@code Authorization}, or, as browsers cannot send that,
 * as a sub-protocol {@code bearer.<token>} beside the real one; and the page's origin. Never the address, which logs and
 * histories keep.
 */
public class LineEntrance extends ServerEndpointConfig.Configurator {
    private static final String TOKEN = LineEntrance.class.getName() + ".token";
    private static final String ADDRESS = LineEntrance.class.getName() + ".address";
    private static final String ORIGIN = LineEntrance.class.getName() + ".origin";
    private static final String OWN_PAGE = LineEntrance.class.getName() + ".ownPage";
    private static final String PREFIX = "bearer.";

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        Map<String, Object> seen = config.getUserProperties();
        String origin = header(request, "Origin");
        String token = ApiToken.textIn(header(request, "Authorization"));
        for (String protocol : header(request, "Sec-WebSocket-Protocol").split("\\s*,\\s*")) {
            if (protocol.startsWith(PREFIX)) {
                token = protocol.substring(PREFIX.length());
            }
        }
        seen.put(TOKEN, token == null ? "" : token);
        seen.put(ORIGIN, origin);
        // The endpoint is not told the address.
        seen.put(ADDRESS, CDI.current().select(HttpServletRequest.class).get().getRemoteAddr());
        seen.put(OWN_PAGE, SameOrigin.of(origin.isEmpty() ? null : origin, header(request, "Host")));
    }

    /** The token that came; empty when none did. It is forgotten then. */
    static String takeToken(Map<String, Object> seen) {
        Object token = seen.remove(TOKEN);
        return token == null ? "" : token.toString();
    }

    /** Whether a page of this portal asked, or a program that is no browser. */
    static boolean ownPage(Map<String, Object> seen) {
        return Boolean.TRUE.equals(seen.get(OWN_PAGE));
    }

    static String origin(Map<String, Object> seen) {
        return String.valueOf(seen.get(ORIGIN));
    }

    /** From where it was opened; empty when unknown. */
    static String address(Map<String, Object> seen) {
        return seen.get(ADDRESS) instanceof String address ? address : "";
    }

    private static String header(HandshakeRequest request, String name) {
        for (Map.Entry<String, List<String>> header : request.getHeaders().entrySet()) {
            if (header.getKey().equalsIgnoreCase(name)) {
                return String.join(",", header.getValue());
            }
        }
        return "";
    }
}
