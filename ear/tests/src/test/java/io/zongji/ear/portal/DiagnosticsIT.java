package io.zongji.ear.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.zongji.ear.DeployedArchive;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Administrators look into the running SLEE, from an activity to who is attached and back. */
@ArquillianTest
@Timeout(120)
class DiagnosticsIT {
    private final Desktop desktop = new Desktop();

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @AfterEach
    void leave() {
        desktop.close();
    }

    @Test
    void anAdministratorFollowsAnActivityToTheEntitiesOnIt() {
        Page page = desktop.signIn("admin", "en");
        Desktop.open(page, "/admin/slee-inspection.xhtml?raEntity=service");

        assertThat(page.locator("#f-threads .figure-value")).hasText(Pattern.compile("\\d+ / \\d+"));
        assertThat(page.locator("#handlers")).containsText("AcdSbb");
        Locator acd = page.locator("#activities tr", new Page.LocatorOptions().setHasText("name=Acd"));
        acd.click();
        assertThat(page.locator("#detail-body")).containsText("ServiceStartedEvent");
        page.locator("#detail-body .link-button").first().click();
        assertThat(page.locator("#detail-title")).containsText("Acd");
        assertThat(page.locator("#detail-body")).containsText("Attached to");
        page.click("#detail-back");
        assertThat(page.locator("#detail-body")).containsText("ServiceStartedEvent");
        assertThat(desktop.complaints()).isEmpty();
    }

    @Test
    void theFilterIsInTheAddressAndEmptyListsSayWhatWouldBeThere() {
        Page page = desktop.signIn("admin", "en");
        Desktop.open(page, "/admin/slee-inspection.xhtml");

        page.selectOption("#show", "suspects");
        page.selectOption("#olderThan", "1d");

        assertThat(page.locator("#activities")).containsText("No suspects");
        assertThat(page.url()).endsWith("?show=suspects&olderThan=1d");
        assertThat(desktop.complaints()).isEmpty();
    }
}
