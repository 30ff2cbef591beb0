package io.zongji.ear.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.zongji.ear.DeployedArchive;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever people do to others or to the set-up can be found in the audit log afterwards, allowed or not. */
@ArquillianTest
@Timeout(120)
class AuditIT {
    private static final String CALL = "01M7Y6YSQY5T7TKH7PJGBDHQK5";

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @Test
    void whoDidWhatFromWhereIsInTheLog() throws Exception {
        try (Desktop desktop = new Desktop()) {
            Page stranger = desktop.window("en");
            stranger.navigate(DeployedArchive.portal("/").toString());
            stranger.fill("[name=j_username]", "burglar");
            stranger.fill("[name=j_password]", "guess");
            stranger.keyboard().press("Enter");
            assertThat(stranger.locator(".problem")).isVisible();
            assertThat(services("supervisor", "{\"service\": \"JOIN\", \"mode\": \"LISTEN\", \"device\": \"8006\"}"))
                    .isEqualTo(409);
            assertThat(services("agent1003", "{\"service\": \"JOIN\", \"mode\": \"BARGE_IN\", \"device\": \"8003\"}"))
                    .isEqualTo(403);

            assertThat(overItsLine(desktop.signIn("supervisor", "en"))).isEqualTo("noSuchCall");

            Page admin = desktop.signIn("admin", "en");
            addToBlacklist(admin);

            expect(admin, "login=burglar", "Sign-in failed", "127.0.0.1");
            expect(admin, "about=" + CALL + "&action=LISTEN", "supervisor", "This call is over.", "Phone 8006");
            expect(admin, "about=" + CALL + "&action=WHISPER", "supervisor", "127.0.0.1", "Phone 8006");
            expect(admin, "login=agent1003&action=BARGE_IN", "You do not have the right to do this.");
            expect(admin, "login=admin&action=SIGN_IN", "Signed in to the portal");
            expect(admin, "about=99887766", "Added", "blacklist 99887766", "calls too often");
            assertThat(admin.request()
                            .get(DeployedArchive.portal("/admin/audit.csv?about=99887766")
                                    .toString())
                            .text())
                    .contains("\"blacklist 99887766\"")
                    .doesNotContain("burglar");
            assertThat(desktop.complaints()).isEmpty();
        }
    }

    /** Asks as the portal's pages do; gives the refusal. */
    private static Object overItsLine(Page page) {
        return page.evaluate("""
                call => new Promise(done => {
                  const line = new WebSocket(location.origin.replace('http', 'ws') + '/zongji/push');
                  line.onopen = () => line.send(JSON.stringify({ service: 'JOIN', call, mode: 'WHISPER', device: '8006', id: '1' }));
                  line.onmessage = event => {
                    const message = JSON.parse(event.data);
                    if (message.t === 'answer') { line.close(); done(message.refusal); }
                  };
                })""", CALL);
    }

    private static void addToBlacklist(Page admin) {
        Desktop.open(admin, "/admin/blacklist.xhtml");
        admin.locator("#number").fill("99887766");
        admin.locator("#reason").fill("calls too often");
        admin.locator("#add").click();
        assertThat(admin.locator(".done")).isVisible();
    }

    /** The first line of what the filter wants holds all of this. */
    private static void expect(Page admin, String filter, String... texts) {
        Desktop.open(admin, "/admin/audit.xhtml?" + filter);
        for (String text : texts) {
            assertThat(admin.locator("#table_data tr").first()).containsText(text);
        }
    }

    /** Asks a call that never was; gives the status. */
    private static int services(String login, String json) throws IOException, InterruptedException {
        String secret = Base64.getEncoder()
                .encodeToString((login + ":" + Desktop.passwordOf(login)).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(DeployedArchive.portal("/api/calls/" + CALL + "/services")
                                        .toString()))
                                .header("Authorization", "Basic " + secret)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
