package io.zongji.web.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PresenceTest {
    private static final AgentId A1 = new AgentId("a1");
    private static final AgentId A2 = new AgentId("a2");

    private final List<String> news = new ArrayList<>();
    private final Presence presence =
            new Presence(agent -> news.add("lost " + agent), agent -> news.add("back " + agent));

    @Test
    void agentWhosePageFallsSilentIsLostOnceAndBackOnce() {
        presence.heard(A1, 0);
        presence.check(Presence.PATIENCE_MS, true);
        assertThat(news).containsExactly("back a1");

        presence.check(Presence.PATIENCE_MS + 1, true);
        presence.check(10 * Presence.PATIENCE_MS, true);
        assertThat(news).containsExactly("back a1", "lost a1");

        presence.heard(A1, 10 * Presence.PATIENCE_MS);
        presence.heard(A1, 10 * Presence.PATIENCE_MS + 1);
        assertThat(news).containsExactly("back a1", "lost a1", "back a1");
    }

    @Test
    void pageThatReloadsIsNotLost() {
        presence.heard(A1, 0);
        presence.check(Presence.PATIENCE_MS - 1, true);
        presence.heard(A1, Presence.PATIENCE_MS - 1);
        presence.check(Presence.PATIENCE_MS + 5_000, true);

        assertThat(news).containsExactly("back a1");
    }

    @Test
    void nobodyIsLostByAReloadWhilePagesCannotLoad() {
        presence.heard(A1, 0);
        presence.heard(A2, 0);
        for (long now = 1_000; now <= 60_000; now += 1_000) {
            presence.check(now, false);
        }
        presence.check(60_000 + Presence.PATIENCE_MS - 1, true);
        assertThat(news).containsExactly("back a1", "back a2");

        presence.heard(A1, 60_000 + Presence.PATIENCE_MS - 1);
        presence.check(60_000 + Presence.PATIENCE_MS, true);
        assertThat(news).containsExactly("back a1", "back a2", "lost a2");
    }

    @Test
    void oneOfTwoPagesIsEnoughAndOthersDoNotCount() {
        presence.heard(A1, 0);
        presence.heard(A2, 0);
        presence.heard(A1, Presence.PATIENCE_MS);
        presence.check(Presence.PATIENCE_MS + 1, true);

        assertThat(news).containsExactly("back a1", "back a2", "lost a2");
    }
}
