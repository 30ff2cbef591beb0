package io.zongji.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's configuration can be made again and again, also on a server that other applications share. */
class ConfigureScriptIT {
    private static final Path SCRIPTS =
            Path.of("../src/main/server").toAbsolutePath().normalize();
    private static final Path HOME = Path.of(System.getProperty("server.home"));

    @TempDir
    Path base;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSecondRunChangesNothingAndASharedServerKeepsWhatOthersNeed(boolean dedicated) throws Exception {
        configure(dedicated);
        String once = configuration();
        assertThat(once).contains("ZongjiDS");
        assertThat(once.contains("ExampleDS")).isNotEqualTo(dedicated);
        assertThat(once.contains("welcome-content")).isNotEqualTo(dedicated);

        Path script = base.resolve("again.cli");
        Files.writeString(
                script,
                "embed-server --server-config=standalone.xml --std-out=discard\n"
                        + Files.readString(SCRIPTS.resolve("configure.cli"))
                        + "stop-embedded-server\n");
        run(dedicated, HOME.resolve("bin/jboss-cli.sh").toString(), "--file=" + script);

        assertThat(configuration()).isEqualTo(once);
    }

    private void configure(boolean dedicated) throws Exception {
        run(dedicated, SCRIPTS.resolve("configure.sh").toString(), HOME.toString(), base.toString());
    }

    private String configuration() throws IOException {
        return Files.readString(base.resolve("configuration/standalone.xml"));
    }

    private void run(boolean dedicated, String... command) throws IOException, InterruptedException {
        Path output = base.resolve("output");
        ProcessBuilder builder =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).redirectOutput(output.toFile());
        String options = "-Dzongji.server.dedicated=" + dedicated;
        builder.environment().put("JBOSS_HOME", HOME.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("ZONGJI_CLI_OPTS", options);
        builder.environment().put("JAVA_OPTS", options + " -Djboss.server.base.dir=" + base);
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }
}
