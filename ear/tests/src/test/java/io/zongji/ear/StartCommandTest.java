package io.zongji.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zongji.ear.StartCommand.Ending;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is missing or in the way is told in one clear line, before anything is built or started. */
class StartCommandTest {
    private static final List<String> TOOLS = List.of(
            "bash",
            "dirname",
            "cat",
            "sed",
            "head",
            "awk",
            "df",
            "mkdir",
            "id",
            "hostname",
            "printf",
            "env",
            "tr",
            "find");

    @TempDir
    Path scratch;

    @Test
    void noJdkAtAll() throws Exception {
        Ending ending = start(Map.of("JAVA_HOME", "", "PATH", toolsOnly()));
        assertThatItEndsWithOneLine(ending, 3, "no JDK: install JDK 17 or later");
    }

    @Test
    void javaHomeThatIsNoJdk() throws Exception {
        Ending ending = start(Map.of("JAVA_HOME", scratch.toString()));
        assertThatItEndsWithOneLine(ending, 3, "no JDK: JAVA_HOME is " + scratch);
    }

    @ParameterizedTest
    @CsvSource({"1.8.0_392, Java 8;", "11.0.22, Java 11;", "16.0.2, Java 16;"})
    void aJdkTooOld(String version, String named) throws Exception {
        Ending ending = start(Map.of("JAVA_HOME", jdk(version, true)));
        assertThatItEndsWithOneLine(ending, 3, "wrong JDK: ");
        assertThat(ending.errors().get(0)).contains(named, "17 or later");
    }

    @Test
    void aRuntimeWithoutCompiler() throws Exception {
        Ending ending = start(Map.of("JAVA_HOME", jdk("17.0.1", false)));
        assertThatItEndsWithOneLine(ending, 3, "is a Java runtime without compiler");
    }

    @Test
    void aFullDisk() throws Exception {
        Path tools = Files.createDirectories(scratch.resolve("tools"));
        script(
                tools.resolve("df"),
                "echo 'Filesystem 1024-blocks Used Available Capacity Mounted on'",
                "echo '/dev/vda 1000000 990000 10240 99% /'");
        Ending ending = start(Map.of("PATH", tools + ":" + System.getenv("PATH")));
        assertThatItEndsWithOneLine(ending, 3, "not enough disk space in ");
        assertThat(ending.errors().get(0)).contains("10 MB free");
    }

    @Test
    void aDataFolderThatCannotBe() throws Exception {
        Path file = Files.createFile(scratch.resolve("file"));
        Ending ending = StartCommand.run(
                Map.of(), scratch, "start", "--data", file.resolve("data").toString());
        assertThatItEndsWithOneLine(ending, 3, "cannot write to the data folder " + file);
    }

    @Test
    void aDataFolderInUse() throws Exception {
        Path data = Files.createDirectories(scratch.resolve("data"));
        Process server = new ProcessBuilder("bash", "-c", "exec -a zongji.data.dir=" + data + " sleep 60").start();
        try {
            Files.writeString(data.resolve("zongji.pid"), Long.toString(server.pid()));
            assertThatItEndsWithOneLine(start(Map.of()), 3, "a server with this data folder runs already");
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void aDataFolderWhoseServerIsLongGoneIsNotInUse() throws Exception {
        Path data = Files.createDirectories(scratch.resolve("data"));
        Files.writeString(
                data.resolve("zongji.pid"),
                Long.toString(ProcessHandle.current().pid()));
        try (ServerSocket other = new ServerSocket(8080 + 4700, 1, InetAddress.getByName("127.0.0.1"))) {
            Ending ending = start(Map.of(), "--port-offset", "4700");
            assertThatItEndsWithOneLine(ending, 3, "port " + other.getLocalPort());
        }
    }

    @ParameterizedTest
    @CsvSource({"8080, portal, 127.0.0.1", "5060, SIP, 127.0.0.1", "9990, management, 0.0.0.0"})
    void aBusyTcpPort(int port, String what, String address) throws Exception {
        int offset = 4700;
        try (ServerSocket other = new ServerSocket(port + offset, 1, InetAddress.getByName(address))) {
            Ending ending = start(Map.of(), "--port-offset", Integer.toString(offset));
            assertThatItEndsWithOneLine(ending, 3, "port " + other.getLocalPort() + "/tcp (");
            assertThat(ending.errors().get(0)).contains(what, "--port-offset 4800");
        }
    }

    @Test
    void aBusyUdpPort() throws Exception {
        int offset = 4700;
        try (DatagramSocket other = new DatagramSocket(new InetSocketAddress("127.0.0.1", 5060 + offset))) {
            Ending ending = start(Map.of(), "--port-offset", Integer.toString(offset));
            assertThatItEndsWithOneLine(ending, 3, "port " + other.getLocalPort() + "/udp (SIP) is busy");
        }
    }

    @Test
    void anAddressOfAnotherMachine() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/net/fib_trie")), "only Linux tells its addresses so");
        Ending ending = start(Map.of(), "--bind", "192.0.2.1");
        assertThatItEndsWithOneLine(ending, 3, "192.0.2.1 is no address of this machine; its addresses: ");
        assertThat(ending.errors().get(0)).contains("127.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "--bind, myself, --bind needs an address of this machine",
        "--port-offset, x, --port-offset needs a number",
        "--port-offset, 60000, --port-offset must be",
        "--agents, 21, --agents must be 20 or less",
        "--rtp-ports, 20000, --rtp-ports needs two numbers",
        "--postgres, mysql://localhost/x, --postgres needs an address like",
        "--colour, blue, unknown option --colour"
    })
    void aWrongOption(String option, String value, String words) throws Exception {
        assertThatItEndsWithOneLine(start(Map.of(), option, value), 2, words);
    }

    @Test
    void anUnknownCommand() throws Exception {
        assertThatItEndsWithOneLine(StartCommand.run(Map.of(), scratch, "strat"), 2, "unknown command strat");
    }

    @Test
    void helpNamesEveryOption() throws Exception {
        Ending ending = StartCommand.run(Map.of(), scratch, "help");
        assertThat(ending.status()).isZero();
        assertThat(String.join("\n", ending.output()))
                .contains(
                        "--port-offset",
                        "--no-simulation",
                        "--callers",
                        "--agents",
                        "--data",
                        "--postgres",
                        "--measure");
    }

    private Ending start(Map<String, String> environment, String... options) throws Exception {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "start";
        arguments[1] = "--data";
        arguments[2] = scratch.resolve("data").toString();
        System.arraycopy(options, 0, arguments, 3, options.length);
        Map<String, String> all = new HashMap<>(Map.of("JAVA_HOME", System.getProperty("java.home")));
        all.putAll(environment);
        return StartCommand.run(all, scratch, arguments);
    }

    private static void assertThatItEndsWithOneLine(Ending ending, int status, String words) {
        assertThat(ending.errors()).as("errors").hasSize(1);
        assertThat(ending.errors().get(0)).startsWith("zongji: ").contains(words);
        assertThat(ending.output()).as("output").isEmpty();
        assertThat(ending.status()).isEqualTo(status);
    }

    /** A folder with what the command needs of the system, and no Java. */
    private String toolsOnly() throws IOException {
        Path folder = Files.createDirectories(scratch.resolve("no-java"));
        for (String tool : TOOLS) {
            for (String bin : List.of("/bin", "/usr/bin")) {
                if (Files.exists(Path.of(bin, tool))) {
                    script(folder.resolve(tool), "exec " + bin + "/" + tool + " \"$@\"");
                }
            }
        }
        return folder.toString();
    }

    private String jdk(String version, boolean compiler) throws IOException {
        Path bin = Files.createDirectories(scratch.resolve("jdk/bin"));
        script(bin.resolve("java"), "echo 'openjdk version \"" + version + "\" 2024-01-16' >&2");
        if (compiler) {
            script(bin.resolve("javac"), "exit 0");
        }
        return bin.getParent().toString();
    }

    private static void script(Path file, String... lines) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
