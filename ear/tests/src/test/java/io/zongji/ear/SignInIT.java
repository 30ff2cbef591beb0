package io.zongji.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Elytron against the tables that the application made when it was deployed. */
@ArquillianTest
class SignInIT {
    private final PortalVisitor visitor = new PortalVisitor();

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @Test
    void aStrangerSeesTheSignInPageInsteadOfThePortal() throws Exception {
        assertThat(visitor.open("/").body()).contains("j_username");
        assertThat(visitor.isSignedIn()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "admin, administrators-secret",
        "supervisor, supervisors-secret",
        "inspector, inspectors-secret",
        "agent1001, agents-secret",
        "agent1020, agents-secret"
    })
    void theSampleCompanysPeopleSignInWithTheirFirstPasswords(String login, String password) throws Exception {
        visitor.signIn(login, password);
        assertThat(visitor.isSignedIn()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "admin, supervisors-secret",
        "nobody, administrators-secret",
        "admin, ''",
        "admin' or '1'='1, administrators-secret"
    })
    void aWrongNameOrPasswordStaysOutside(String login, String password) throws Exception {
        visitor.signIn(login, password);
        assertThat(visitor.isSignedIn()).isFalse();
    }

    @Test
    void onlyAgentsGetATokenForTheirPhoneAndAnotherEachTime() throws Exception {
        assertThat(new PortalVisitor().post("/desk/phone").body()).doesNotContain("secret");
        PortalVisitor supervisor = new PortalVisitor();
        supervisor.signIn("supervisor", "supervisors-secret");
        assertThat(supervisor.post("/desk/phone").statusCode()).isEqualTo(403);
        PortalVisitor agent = new PortalVisitor();
        agent.signIn("agent1002", "agents-secret");
        HttpResponse<String> token = agent.post("/desk/phone");
        assertThat(token.body()).contains("\"extension\":\"8002\"").containsPattern("\"secret\":\"[0-9a-f]{32}\"");
        assertThat(token.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(agent.post("/desk/phone").body()).isNotEqualTo(token.body());
    }
}
