package io.zongji.server;

import static io.zongji.server.TestCentre.SOON;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * linphone's phone for the terminal, which is not of our making, as a process of its own that answers by itself and says a tone. It
 * is driven by the commands that its user would type.
 */
final class Linphone implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/linphonec");
    private static final Duration KEY = Duration.ofMillis(250);

    private final Process process;
    private final Writer commands;
    private final Path messages;
    private final Path words;

    private Linphone(Process process, Path messages, Path words) {
        this.process = process;
        this.commands = process.outputWriter(StandardCharsets.US_ASCII);
        this.messages = messages;
        this.words = words;
    }

    /** Whether it is installed here. */
    static boolean isThere() {
        return Files.isExecutable(PROGRAM);
    }

    /**
     * Starts it and lets it register.
     *
     * @param folder where its configuration and its logs are
     * @param tone   what it says, in hertz
     */
    static Linphone start(Path folder, String extension, InetSocketAddress registrar, int tone) throws IOException {
        return start(folder, extension, registrar, tone, List.of("-a"));
    }

    /** Starts one that rings until it is told to answer. */
    static Linphone startByHand(Path folder, String extension, InetSocketAddress registrar, int tone)
            throws IOException {
        return start(folder, extension, registrar, tone, List.of());
    }

    private static Linphone start(
            Path folder, String extension, InetSocketAddress registrar, int tone, List<String> options)
            throws IOException {
        Files.createDirectories(folder.resolve(".local/share/linphone")); // which it does not make itself
        Path voice = folder.resolve("voice.wav");
        Files.write(voice, PhoneProgram.voice(tone));
        String host = registrar.getAddress().getHostAddress();
        Path configuration = folder.resolve("linphonerc");
        Files.writeString(configuration, """
                [sip]
                sip_port=-1
                sip_tcp_port=0
                sip_tls_port=0
                use_ipv6=0
                default_proxy=0
                guess_hostname=0
                contact="%1$s" <sip:%1$s@%2$s>
                [rtp]
                audio_rtp_port=21000-21998
                [proxy_0]
                reg_proxy=<sip:%2$s:%3$d;transport=udp>
                reg_identity=sip:%1$s@%2$s:%3$d
                reg_expires=60
                reg_sendregister=1
                publish=0
                [auth_info_0]
                username=%1$s
                passwd=%4$s
                [misc]
                store_recordings=0
                """.formatted(extension, host, registrar.getPort(), TestCentre.PASSWORD));
        Path messages = folder.resolve("messages");
        Path words = folder.resolve("words");
        List<String> line = new ArrayList<>(
                List.of(PROGRAM.toString(), "-c", configuration.toString(), "-d", "6", "-l", messages.toString()));
        line.addAll(options);
        ProcessBuilder starting =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(words.toFile());
        starting.environment().put("HOME", folder.toString());
        Linphone phone = new Linphone(starting.start(), messages, words);
        phone.command("soundcard use files");
        phone.command("play " + voice);
        return phone;
    }

    /** Types a line. */
    void command(String line) throws IOException {
        commands.write(line + "\n");
        commands.flush();
    }

    /** Presses keys in a call, one after the other. */
    void press(String keys) throws IOException {
        for (char key : keys.toCharArray()) {
            command(String.valueOf(key));
            await().pollDelay(KEY).until(() -> true);
        }
    }

    /** All SIP messages so far, among other things. */
    String messages() throws IOException {
        return Files.readString(messages, StandardCharsets.ISO_8859_1);
    }

    /** Waits until it has said something on its terminal. */
    void awaitWords(String expected) {
        await("linphone says: " + expected).atMost(SOON).until(() -> Files.readString(
                        words, StandardCharsets.ISO_8859_1)
                .contains(expected));
    }

    @Override
    public void close() {
        PhoneProgram.stop(process);
    }
}
