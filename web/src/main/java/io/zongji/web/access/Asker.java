package io.zongji.web.access;

import io.zongji.web.Actor;
import io.zongji.web.SignedInUser;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Who sent this request, by session, by name and password, or by token. Known once the request was let in. */
@RequestScoped
public class Asker {
    @Inject
    private HttpServletRequest request;

    private SignedInUser user;

    /** Called by who lets requests in. */
    public void is(SignedInUser known) {
        user = known;
    }

    /** Null before the request was let in. */
    public SignedInUser user() {
        return user;
    }

    /** The same with the address it asks from. */
    public Actor actor() {
        return new Actor(user, address());
    }

    /** From where it is asked; known at once. */
    public String address() {
        return request.getRemoteAddr();
    }
}
