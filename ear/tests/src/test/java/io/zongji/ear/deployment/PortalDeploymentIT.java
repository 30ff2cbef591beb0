package io.zongji.ear.deployment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.zongji.ear.DeployedArchive;
import io.zongji.ear.portal.Desktop;
import java.nio.file.Path;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A unit comes and goes from the portal's page. */
@ArquillianTest
@Timeout(180)
class PortalDeploymentIT {
    private static final String PAGE = "/admin/slee.xhtml";

    @TempDir
    private Path folder;

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @Test
    void noCallNoticesThatAUnitIsInstalledExchangedAndRemoved() throws Exception {
        try (Desktop desktop = new Desktop()) {
            Page page = desktop.signIn("admin", "en");
            Desktop.open(page, PAGE);
            String numbers = CallsUp.someNumbers();
            try (CallsUp calls = new CallsUp(numbers + "0")) {
                new EggTimerLife(new PortalOperator(page)).liveWithAnExchange(folder);
                calls.assertUndisturbed();
            }
            Records.assertComplete(page, numbers, CallsUp.WAITING);
            assertThat(desktop.complaints()).isEmpty();
        }
    }

    @Test
    void aUnitWithFaultsIsRefusedWithATableOfThem() throws Exception {
        try (Desktop desktop = new Desktop()) {
            Page page = desktop.signIn("admin", "en");
            Desktop.open(page, PAGE);
            new PortalOperator(page).upload(EggTimerUnits.faulty(folder));
            assertThat(page.locator("#told")).containsText("Nothing of it was installed");
            assertThat(page.locator("#faults tbody tr").first()).containsText("JAR_MISSING");
            assertThat(page.locator("#faults")).containsText("CLASS_NOT_LINKABLE");
            assertThat(page.locator("#units")).not().containsText("faulty.jar");
            assertThat(desktop.complaints()).isEmpty();
        }
    }

    @Test
    void whatDisturbsHappensOnlyAfterAYes() {
        try (Desktop desktop = new Desktop()) {
            Page page = desktop.signIn("admin", "zh-CN");
            Desktop.open(page, PAGE);
            page.locator("#services tbody tr", new Page.LocatorOptions().setHasText("CallOrders"))
                    .locator("button")
                    .press("Enter");
            assertThat(page.locator("#sure")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.locator("#sure")).not().isVisible();
            page.reload();
            assertThat(page.locator("#services tbody tr", new Page.LocatorOptions().setHasText("CallOrders"))
                            .locator(".chip"))
                    .hasText("已激活");
            assertThat(desktop.complaints()).isEmpty();
        }
    }
}
