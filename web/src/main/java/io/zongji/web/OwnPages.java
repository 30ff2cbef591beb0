package io.zongji.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.security.Principal;
import java.util.List;
import java.util.Map;

/** Opens WebSockets to pages of this portal only: browsers let any page try, with the user's cookie (RFC 6455, section 10.2). */
public class OwnPages extends ServerEndpointConfig.Configurator {
    private static final String ADDRESS = "zongji.address.";

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        if (!SameOrigin.of(header(request, "Origin"), header(request, "Host"))) {
            throw new SecurityException("A page of another site asked for a line");
        }
        Principal user = request.getUserPrincipal();
        if (user != null) {
            // The endpoint is not told the address, and the properties may be the same for all lines.
            String address =
                    CDI.current().select(HttpServletRequest.class).get().getRemoteAddr();
            config.getUserProperties().put(ADDRESS + user.getName(), address);
        }
    }

    /** From where the user opened this line; empty when unknown. */
    public static String address(Session session, String login) {
        return session.getUserProperties().get(ADDRESS + login) instanceof String address ? address : "";
    }

    private static String header(HandshakeRequest request, String name) {
        for (Map.Entry<String, List<String>> header : request.getHeaders().entrySet()) {
            if (header.getKey().equalsIgnoreCase(name) && !header.getValue().isEmpty()) {
                return header.getValue().get(0);
            }
        }
        return null;
    }
}
