package io.zongji.ear.deployment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.zongji.ear.portal.Desktop;
import java.time.Duration;

/** What the portal tells of calls that are over. */
final class Records {
    private Records() {}

    /** One call was answered and recorded with both voices, the others were given up by their callers. */
    static void assertComplete(Page page, String numbers, int waited) {
        // The tables follow the calls by a moment.
        await("the records").atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Desktop.open(page, "/calls.xhtml?number=" + numbers);
            assertThat(page.locator("#table .outcome.is-ready").count())
                    .as("answered")
                    .isEqualTo(1);
            assertThat(page.locator("#table .outcome.is-ringing").count())
                    .as("given up by callers")
                    .isEqualTo(waited);
            assertThat(page.locator("#table a.row-link").count()).as("all").isEqualTo(waited + 1);
        });
        page.locator("#table tbody tr")
                .filter(new Locator.FilterOptions().setHas(page.locator(".outcome.is-ready")))
                .locator("a.row-link")
                .click();
        assertThat(page.locator("[data-player]")).hasAttribute("data-tracks", "2");
    }
}
