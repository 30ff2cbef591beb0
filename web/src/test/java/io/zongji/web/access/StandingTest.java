package io.zongji.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.web.SignedInUser;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is let in once is let in for what they may do then, and only as long as that is so. */
class StandingTest {
    private static final SignedInUser LEADER =
            new SignedInUser("amy", "Amy", "1001", Set.of("agent", "supervisor"), "en");
    private static final TokenBearer PROGRAM = token("supervisor", null, "https://crm.example.com");

    private static TokenBearer token(String role, String agent, String origins) {
        return new TokenBearer(
                "1a2b", new SignedInUser("token:1a2b", "CRM", agent, Set.of(role), ""), Origins.of(origins), null);
    }

    private static Standing users(SignedInUser... users) {
        Standing standing = new Standing(Map.of(), new HashMap<>());
        for (SignedInUser user : users) {
            standing.users().put(user.login(), user);
        }
        return standing;
    }

    private static Standing tokens(TokenBearer token) {
        return new Standing(Map.of(token.token(), token), Map.of());
    }

    @Test
    void aUserWhoMayNotSignInAnyMoreMayNothing() {
        assertThat(users().holds(TokenBearer.bySession(LEADER))).isFalse();
    }

    @Test
    void aUserWithOtherRolesOrAnotherAgentHasToComeAgain() {
        TokenBearer opened = TokenBearer.bySession(LEADER);
        assertThat(users(new SignedInUser("amy", "Amy", "1001", Set.of("agent"), "en"))
                        .holds(opened))
                .isFalse();
        assertThat(users(new SignedInUser("amy", "Amy", "1002", LEADER.roles(), "en"))
                        .holds(opened))
                .isFalse();
    }

    @Test
    void anotherNameOrLanguageIsNoReasonToGo() {
        assertThat(users(new SignedInUser("amy", "Amy Li", "1001", LEADER.roles(), "zh"))
                        .holds(TokenBearer.bySession(LEADER)))
                .isTrue();
    }

    @Test
    void aTokenThatIsRevokedMayNothing() {
        assertThat(users(LEADER).holds(PROGRAM)).isFalse();
        assertThat(tokens(PROGRAM).holds(PROGRAM)).isTrue();
    }

    @Test
    void aTokenWithOtherRightsHasToComeAgain() {
        assertThat(tokens(token("integrator", null, "https://crm.example.com")).holds(PROGRAM))
                .isFalse();
        assertThat(tokens(token("supervisor", "1001", "https://crm.example.com"))
                        .holds(PROGRAM))
                .isFalse();
        assertThat(tokens(token("supervisor", null, "")).holds(PROGRAM)).isFalse();
    }
}
