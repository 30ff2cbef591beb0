package io.zongji.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

@ArquillianTest
class BootIT {
    private final HttpClient client = HttpClient.newHttpClient();

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @Test
    void theHealthCheckAnswersWithoutSignIn() throws Exception {
        HttpResponse<String> answer = get("/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"");
    }

    @Test
    void aStrangerSeesTheSignInPageInsteadOfThePortal() throws Exception {
        HttpResponse<String> answer = get("/");
        assertThat(answer.body()).contains("j_security_check").doesNotContain("<h1>");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(DeployedArchive.portal(path)).build(), BodyHandlers.ofString());
    }
}
