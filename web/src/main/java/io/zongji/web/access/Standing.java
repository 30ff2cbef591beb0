package io.zongji.web.access;

import io.zongji.web.SignedInUser;
import java.util.Map;
import java.util.Optional;

/**
 * Who may do what at one moment.
 *
 * @param tokens those that are valid, by their ids
 * @param users  those who may sign in, by the names they sign in with
 */
record Standing(Map<String, TokenBearer> tokens, Map<String, SignedInUser> users) {

    /** Whether somebody may still do what they might when they came, neither less nor more. */
    boolean holds(TokenBearer opener) {
        return now(opener)
                .filter(bearer -> bearer.user().hasRightsOf(opener.user())
                        && bearer.origins().text().equals(opener.origins().text()))
                .isPresent();
    }

    private Optional<TokenBearer> now(TokenBearer opener) {
        return opener.token() == null
                ? Optional.ofNullable(users.get(opener.user().login())).map(TokenBearer::bySession)
                : Optional.ofNullable(tokens.get(opener.token()));
    }
}
