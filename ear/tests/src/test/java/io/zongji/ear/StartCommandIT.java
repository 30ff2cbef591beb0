package io.zongji.ear;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The start command to its end: what it prints, what it keeps and that nothing runs on. */
@Timeout(240)
class StartCommandIT {
    private static final int OFFSET = 2000;

    @TempDir
    Path scratch;

    private Path data;

    @AfterEach
    void nothingOfThisTestRunsOn() {
        StartCommand.processesOf(data).forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    void ctrlCStopsEverythingThatWasStarted() throws Exception {
        try (StartCommand command = begin()) {
            command.awaitLine("Ctrl-C stops everything");
            assertThat(command.printed())
                    .contains(
                            "http://127.0.0.1:10080/",
                            "admin",
                            "127.0.0.1:7060",
                            secret("administrator"),
                            secret("extensions"));
            assertThat(statusOf("http://127.0.0.1:10080/")).isEqualTo(200);
            assertThat(StartCommand.processesOf(data)).isNotEmpty();
            passwordsAreSeenByTheirOwnerOnly();

            command.interrupt();

            assertThat(command.awaitEnd(Duration.ofSeconds(60))).isZero();
            assertThat(command.printed()).contains("stopped");
            assertThat(StartCommand.processesOf(data)).isEmpty();
            assertThat(data.resolve("zongji.pid")).doesNotExist();
        }
    }

    @Test
    void aServerThatDiesIsReportedAndStartsAgain() throws Exception {
        try (StartCommand command = begin()) {
            command.awaitLine("Ctrl-C stops everything");
            StartCommand.processesOf(data).stream()
                    .filter(one -> one.info().commandLine().orElse("").contains("org.jboss.as.standalone"))
                    .forEach(ProcessHandle::destroyForcibly);
            assertThat(command.awaitEnd(Duration.ofSeconds(60))).isEqualTo(1);
            assertThat(command.printed()).contains("the server ended by itself", "server.log");
            assertThat(StartCommand.processesOf(data)).isEmpty();
        }
        String password = secret("administrator");
        try (StartCommand again = begin()) {
            again.awaitLine("Ctrl-C stops everything");
            assertThat(again.printed()).contains(password);
            again.interrupt();
            assertThat(again.awaitEnd(Duration.ofSeconds(60))).isZero();
        }
    }

    @Test
    void postgresqlIsOneOptionAway() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                StartCommand command = begin(
                        "--no-simulation",
                        "--postgres",
                        "postgresql://postgres@127.0.0.1:" + postgres.getPort() + "/postgres")) {
            command.awaitLine("Ctrl-C stops everything");
            PortalVisitor visitor = new PortalVisitor("http://127.0.0.1:10080/zongji");
            visitor.signIn("supervisor", secret("supervisor"));
            assertThat(visitor.isSignedIn()).isTrue();
            assertThat(data.resolve("db")).doesNotExist();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    ResultSet row = connection.createStatement().executeQuery("select count(*) from portal_user")) {
                row.next();
                assertThat(row.getInt(1)).isPositive();
            }
            command.interrupt();
            assertThat(command.awaitEnd(Duration.ofSeconds(60))).isZero();
        }
    }

    private void passwordsAreSeenByTheirOwnerOnly() throws IOException {
        Path secrets = data.resolve("secrets.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rw-------");
        String log = Files.readString(data.resolve("log/server.log"));
        for (String whose : new String[] {"administrator", "agents", "extensions"}) {
            String password = secret(whose);
            assertThat(password).hasSizeGreaterThanOrEqualTo(10);
            assertThat(log).doesNotContain(password);
            assertThat(StartCommand.processesOf(data))
                    .noneMatch(one -> one.info().commandLine().orElse("").contains(password));
        }
    }

    private StartCommand begin(String... more) throws IOException {
        data = scratch.toRealPath().resolve("my data");
        List<String> arguments = new ArrayList<>(
                List.of("start", "--no-build", "--data", data.toString(), "--port-offset", Integer.toString(OFFSET)));
        arguments.addAll(List.of(more));
        return StartCommand.begin(arguments.toArray(new String[0]));
    }

    private String secret(String whose) throws IOException {
        return Files.readAllLines(data.resolve("secrets.properties")).stream()
                .filter(line -> line.startsWith(whose + "="))
                .map(line -> line.substring(whose.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static int statusOf(String address) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
