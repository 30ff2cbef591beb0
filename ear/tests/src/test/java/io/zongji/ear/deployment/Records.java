package io.zongji.ear.deployment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.zongji.ear.portal.Desktop;

/** What the portal tells of calls that are over. */
final class Records {
    private Records() {}

    /** One call was answered and recorded with both voices, the others were given up by callers in the queue. */
    static void assertComplete(Page page, String numbers, int waited) {
        Desktop.open(page, "/calls.xhtml?number=" + numbers + "&outcome=ANSWERED");
        assertThat(page.locator("#table tbody tr a.row-link")).hasCount(1);
        page.locator("#table tbody a.row-link").click();
        assertThat(page.locator("[data-player]")).hasAttribute("data-tracks", "2");
        Desktop.open(page, "/calls.xhtml?number=" + numbers + "&outcome=ABANDONED_IN_QUEUE");
        assertThat(page.locator("#table tbody tr a.row-link")).hasCount(waited);
    }
}
