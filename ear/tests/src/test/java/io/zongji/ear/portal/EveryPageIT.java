package io.zongji.ear.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.zongji.ear.Accessibility;
import io.zongji.ear.DeployedArchive;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page, for everybody's eyes: WCAG AA by day and by night, and nothing cut in a narrow window. */
@ArquillianTest
@Timeout(300)
class EveryPageIT {
    private static final int NARROW = 1024;
    private static final int USUAL = 1366;

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @ParameterizedTest
    @CsvSource({
        "admin, en, DARK",
        "admin, zh-CN, LIGHT",
        "supervisor, zh-CN, DARK",
        "agent1005, en, DARK",
        "agent1005, zh-CN, LIGHT"
    })
    void isReadableAndWhole(String login, String language, ColorScheme scheme) throws IOException {
        try (Desktop desktop = new Desktop()) {
            Page page = desktop.signIn(login, language);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            List<String> problems = new ArrayList<>();
            List<String> paths = page.locator(".rail li a").all().stream()
                    .map(section -> section.getAttribute("href").replaceFirst("^/zongji", ""))
                    .toList();
            assertThat(paths).isNotEmpty();
            for (String path : paths) {
                Desktop.open(page, path);
                look(page, path, problems);
                if (page.locator("#begin").count() > 0) {
                    page.click("#begin");
                    assertThat(page.locator("#editor")).isVisible();
                    look(page, path + " while editing", problems);
                }
            }
            assertThat(problems).isEmpty();
            assertThat(desktop.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"admin, LIGHT", "admin, DARK"})
    void soIsThePageThatTriesTheInterface(String login, ColorScheme scheme) throws IOException {
        try (Desktop desktop = new Desktop()) {
            Page page = desktop.signIn(login, "en");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            Desktop.open(page, "/interface.xhtml");
            assertThat(page.locator(".opblock").first()).isVisible();
            assertThat(Accessibility.violations(page)).isEmpty();
        }
    }

    private static void look(Page page, String name, List<String> problems) throws IOException {
        for (int width : new int[] {NARROW, USUAL}) {
            page.setViewportSize(width, 768);
            Accessibility.cutSideways(page).forEach(cut -> problems.add(name + " at " + width + " " + cut));
        }
        Accessibility.violations(page).forEach(violation -> problems.add(name + " " + violation));
    }
}
