package io.zongji.server;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * baresip, a phone that is not of our making, as a process of its own that answers by itself and says a tone. It is driven
 * by the commands that its user would type.
 */
final class Baresip implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/baresip");
    private static final List<Path> MODULES =
            List.of(Path.of("/usr/lib/baresip/modules"), Path.of("/usr/lib64/baresip/modules"));

    private static final Duration KEY = Duration.ofMillis(200);

    private final Process process;
    private final Path log;
    private final InetSocketAddress control;

    private Baresip(Process process, Path log, InetSocketAddress control) {
        this.process = process;
        this.log = log;
        this.control = control;
    }

    /** Whether it is installed here. */
    static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    /**
     * Starts it and lets it register.
     *
     * @param folder where its configuration and its log are
     * @param tone   what it says, in hertz
     */
    static Baresip start(Path folder, String host, String extension, InetSocketAddress registrar, int tone)
            throws IOException {
        return start(folder, host, extension, registrar, tone, "answermode=auto");
    }

    /** Starts one that rings until it is told to answer, and wants to hear of waiting messages. */
    static Baresip startByHand(Path folder, String host, String extension, InetSocketAddress registrar, int tone)
            throws IOException {
        return start(folder, host, extension, registrar, tone, "answermode=manual;mwi=yes");
    }

    private static Baresip start(
            Path folder, String host, String extension, InetSocketAddress registrar, int tone, String options)
            throws IOException {
        Files.createDirectories(folder);
        int controlPort = TestCentre.freeTcpPort();
        Path voice = folder.resolve("voice.wav");
        Files.write(voice, PhoneProgram.voice(tone));
        Files.writeString(folder.resolve("config"), configuration(host, controlPort, voice));
        Files.writeString(
                folder.resolve("accounts"),
                "<sip:%s@%s:%d>;auth_pass=%s;%s;regint=60;ptime=20\n"
                        .formatted(
                                extension,
                                registrar.getAddress().getHostAddress(),
                                registrar.getPort(),
                                TestCentre.PASSWORD,
                                options));
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(PROGRAM.toString(), "-4", "-s", "-f", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Baresip(process, log, new InetSocketAddress(InetAddress.getByName(host), controlPort));
    }

    private static String configuration(String host, int controlPort, Path voice) {
        Path modules = MODULES.stream().filter(Files::isDirectory).findFirst().orElse(MODULES.get(0));
        return """
                sip_listen %1$s:0
                audio_player aubridge,nobody
                audio_source aufile,%3$s
                audio_alert aubridge,nobody
                module_path %4$s
                module g711.so
                module aufile.so
                module aubridge.so
                module_tmp account.so
                module_app menu.so
                module_app mwi.so
                module_app ctrl_tcp.so
                ctrl_tcp_listen %1$s:%2$d
                rtp_ports 20000-20998
                """.formatted(host, controlPort, voice, modules);
    }

    /** What it has written so far: its own words, and all SIP messages. */
    String log() throws IOException {
        return Files.readString(log, StandardCharsets.ISO_8859_1);
    }

    /**
     * Gives a command, as its user would type it.
     *
     * @param parameters may be empty
     * @return its answer, in JSON
     */
    String command(String command, String parameters) throws IOException {
        String json = "{\"command\":\"%s\",\"params\":\"%s\"}".formatted(command, parameters);
        try (Socket socket = new Socket(control.getAddress(), control.getPort())) {
            socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(5));
            socket.getOutputStream().write((json.length() + ":" + json + ",").getBytes(StandardCharsets.US_ASCII));
            return netString(socket.getInputStream());
        }
    }

    private static String netString(InputStream in) throws IOException {
        int length = 0;
        for (int c = in.read(); c != ':'; c = in.read()) {
            if (c < '0' || c > '9') {
                throw new IOException("not the beginning of an answer: " + c);
            }
            length = 10 * length + c - '0';
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    /** Presses keys in a call, one after the other. */
    void press(String keys) throws IOException {
        for (char key : keys.toCharArray()) {
            command("sndcode", String.valueOf(key));
            await().pollDelay(KEY).until(() -> true);
        }
    }

    /** Freezes it: it is there, and answers nothing. */
    void freeze() throws IOException {
        PhoneProgram.signal(process, "STOP");
    }

    void thaw() throws IOException {
        PhoneProgram.signal(process, "CONT");
    }

    @Override
    public void close() {
        PhoneProgram.stop(process);
    }
}
