package io.zongji.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

@ArquillianTest
class BootIT {
    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @Test
    void theHealthCheckAnswersWithoutSignIn() throws Exception {
        HttpResponse<String> answer = new PortalVisitor().open("/health");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"");
    }
}
