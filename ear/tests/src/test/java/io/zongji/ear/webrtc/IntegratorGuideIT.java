package io.zongji.ear.webrtc;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.zongji.ear.DeployedArchive;
import io.zongji.ear.portal.Desktop;
import io.zongji.ear.portal.TokenDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the guide for integrators do what the guide says. */
@ArquillianTest
@Timeout(180)
class IntegratorGuideIT {
    private static final Pattern EXAMPLE = Pattern.compile("```(sh|js)\n(.*?)```", Pattern.DOTALL);
    private static final String PORTAL = DeployedArchive.portal("").toString();

    @TempDir
    private Path folder;

    private record Example(String language, String code) {}

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @Test
    void bothLanguagesShowTheSameExamples() throws IOException {
        assertThat(examples("integrator-guide.zh.md")).isNotEmpty().isEqualTo(examples("integrator-guide.md"));
    }

    @Test
    void everyExampleWorks() throws Exception {
        try (OtherApplication application = new OtherApplication();
                Desktop desktop = new Desktop();
                ToneBrowser browser = ToneBrowser.chromium(folder, 700)) {
            String token = new TokenDesk(desktop).make("Guide", "agent", "1014", application.origin());
            Page page = browser.profile(new Browser.NewContextOptions()).newPage();
            page.navigate(application.page().toString());
            for (Example example : examples("integrator-guide.md")) {
                if (example.language().equals("sh")) {
                    runs(example.code(), token);
                } else {
                    Object done = page.evaluate(
                            "([portal, token]) => (async () => {" + example.code() + "})()", List.of(PORTAL, token));
                    assertThat(done).as(example.code()).isEqualTo(true);
                }
            }
        }
    }

    private static void runs(String script, String token) throws IOException, InterruptedException {
        ProcessBuilder shell =
                new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", script).redirectErrorStream(true);
        shell.environment().put("PORTAL", PORTAL);
        shell.environment().put("TOKEN", token);
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor()).as(output).isZero();
        script.lines().filter(line -> line.startsWith("# {")).forEach(answer -> assertThat(output)
                .contains(answer.substring(2)));
    }

    private static List<Example> examples(String file) throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("../../docs", file)))
                .results()
                .map(found -> new Example(found.group(1), found.group(2)))
                .toList();
    }
}
