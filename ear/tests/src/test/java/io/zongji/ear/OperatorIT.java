package io.zongji.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs of operators are told, and who is not told. */
@ArquillianTest
class OperatorIT {
    private final PortalVisitor visitor = new PortalVisitor();

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    private HttpResponse<String> ask(String path) throws Exception {
        return visitor.openAs("admin", "administrators-secret", path);
    }

    @Test
    void theServerSaysThatItIsReadyAndWhy() throws Exception {
        HttpResponse<String> answer = visitor.open("/health/ready");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\"status\":\"UP\"")
                .contains("\"slee\"", "\"ra-entity SipRA\"", "\"ra-entity MediaRA\"", "\"database\"", "\"recordings\"");
        assertThat(visitor.open("/health/live").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"router", "activities", "leaks", "entities"})
    void administratorsSeeTheSlee(String what) throws Exception {
        HttpResponse<String> answer = ask("/api/slee/" + what);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .as("programs get no session")
                .isEmpty();
    }

    @Test
    void anActivityAndTheEntityTreeOnItAreFoundByTheirIds() throws Exception {
        String list = ask("/api/slee/activities?raEntity=null&olderThan=0s").body();
        String id = first("\"id\":(\\d+)", list);
        String activity = ask("/api/slee/activities/" + id).body();
        String root = first("\"entityTree\":(\\d+)", activity);
        HttpResponse<String> tree = ask("/api/slee/entities/" + root);

        assertThat(activity).contains("\"lastEvents\":");
        assertThat(tree.statusCode()).isEqualTo(200);
        assertThat(tree.body()).contains("\"id\":" + root + ",", "\"convergenceName\":", "\"children\":");
        assertThat(tree.body()).containsPattern("\"activities\":\\[(\\d+,)*" + id + "[,\\]]");
    }

    @Test
    void onlyActivitiesOfResourceAdaptorsCanBeEnded() throws Exception {
        String list = ask("/api/slee/activities?raEntity=service").body();
        String activity = "/api/slee/activities/" + first("\"id\":(\\d+)", list);
        HttpResponse<String> refused = visitor.removeAs("admin", "administrators-secret", activity);
        HttpResponse<String> other = visitor.removeAs("supervisor", "supervisors-secret", activity);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("belongs to no RA entity");
        assertThat(other.statusCode()).isEqualTo(403);
    }

    @Test
    void thisMachineReadsTheFiguresAndOneBehindAProxyDoesNot() throws Exception {
        HttpResponse<String> answer = visitor.open("/metrics");
        HttpResponse<String> proxied = visitor.openThroughProxy("/metrics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(answer.body())
                .contains("zongji_slee_events_delivered_total ")
                .contains("zongji_slee_activities{ra_entity=\"SipRA\"}")
                .contains("zongji_slee_handler_runs_total{event=")
                .contains("zongji_calls{stage=\"WAITING\"} 0.0")
                .contains("zongji_agents{state=\"IDLE\"}")
                .contains("zongji_rtp_ports{state=\"free\"}")
                .contains("zongji_sip_requests_total{method=\"INVITE\"}")
                .contains("zongji_journal_backlog 0.0")
                .contains("jvm_memory_used_bytes{");
        assertThat(proxied.statusCode()).isEqualTo(401);
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            activities?raEntity=Nobody  | 400 | raEntity: there is no 'Nobody'
            activities?olderThan=soon   | 400 | olderThan: Not an age: 'soon'
            activities?limit=0          | 400 | limit: from 1 to 1000
            activities/999999999        | 404 | No activity has the id 999999999
            activities/abc              | 400 | id: 'abc' is not a number
            entities/999999999          | 404 | No entity tree has the id 999999999
            nothing                     | 404 | \"status\":404
            """)
    void whatIsWrongIsSaidAsJson(String path, int status, String problem) throws Exception {
        HttpResponse<String> answer = ask("/api/slee/" + path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"status\":" + status).contains(problem);
    }

    @Test
    void strangersAreToldToSignInAndOthersThatTheyMayNot() throws Exception {
        HttpResponse<String> stranger = visitor.open("/api/slee/router");
        HttpResponse<String> wrong = visitor.openAs("admin", "guessed", "/api/slee/router");
        HttpResponse<String> supervisor = visitor.openAs("supervisor", "supervisors-secret", "/api/slee/router");

        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.body()).startsWith("{\"status\":401");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(supervisor.statusCode()).isEqualTo(403);
        assertThat(supervisor.body()).contains("supervisor is no administrator");
    }

    @Test
    void whoIsSignedInToThePortalNeedsNoPasswordAgain() throws Exception {
        visitor.signIn("admin", "administrators-secret");

        assertThat(visitor.open("/api/slee/router").statusCode()).isEqualTo(200);
    }
}
