package io.zongji.web.access;

import io.zongji.web.Users;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.Session;
import java.util.Map;
import java.util.Optional;

/** Who has opened a WebSocket through {@link LineEntrance}. */
@ApplicationScoped
public class LineGuests {
    @Inject
    private Tokens tokens;

    @Inject
    private Users users;

    /** From where a line was opened; empty when unknown. */
    public String address(Session session) {
        return LineEntrance.address(session.getUserProperties());
    }

    /**
     * By the token that came, from a page that may use it; else by the portal's session, to the portal's own pages only, as browsers let any
     * page open a WebSocket with the user's cookie (RFC 6455, section 10.2).
     *
     * @return nobody who may come in; the token's id is null for a session
     */
    public Optional<TokenBearer> find(Session session) {
        Map<String, Object> seen = session.getUserProperties();
        String token = LineEntrance.takeToken(seen);
        boolean own = LineEntrance.ownPage(seen);
        if (!token.isEmpty()) {
            return tokens.find(token, LineEntrance.address(seen))
                    .filter(bearer -> own || bearer.origins().allow(LineEntrance.origin(seen)));
        }
        return session.getUserPrincipal() == null || !own
                ? Optional.empty()
                : users.find(session.getUserPrincipal().getName()).map(TokenBearer::bySession);
    }
}
