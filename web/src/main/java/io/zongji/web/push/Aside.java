package io.zongji.web.push;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zongji.web.SignedInUser;

/** Something beside the live board that pages are told whole, at once and whenever it changed. */
public interface Aside {
    /**
     * The message for somebody's pages; equal as long as nothing changed. Asked about once a second for each page, so it
     * must be quick: without the database, which may hang while calls go on.
     *
     * @return with a {@code t} of its own; null when this user is told nothing
     */
    ObjectNode message(SignedInUser user);
}
