package io.zongji.media.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts that a program or a server speaks. */
class SpeechPromptsTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final PromptSource NOTHING = (name, language) -> Optional.empty();

    @TempDir
    Path folder;

    private HttpServer http;
    private final List<String> requests = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.start();
    }

    @AfterEach
    void stop() {
        http.stop(0);
    }

    private static byte[] wav() throws IOException {
        try (InputStream in = SpeechPromptsTest.class.getResourceAsStream("/prompts/beep.wav")) {
            return in.readAllBytes();
        }
    }

    private SpeechPrompts prompts(SpeechProvider provider) {
        return new SpeechPrompts(NOTHING, provider, folder.resolve("speech"), 3);
    }

    private CommandSpeech command(String script, Duration timeout) throws IOException {
        Path file = folder.resolve("speaks");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new CommandSpeech(file + " {voice} --stdin", timeout);
    }

    private HttpSpeech server(int status, byte[] body, Duration timeout) {
        http.createContext("/speak", exchange -> answer(exchange, status, body));
        return new HttpSpeech("http://127.0.0.1:" + http.getAddress().getPort() + "/speak?in={language}", timeout);
    }

    private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void aProgramGetsTheTextAndItsOutputIsHeardAndKept() throws IOException {
        Files.write(folder.resolve("spoken.wav"), wav());
        String script = "cat >> " + folder + "/text; echo $1 >> " + folder + "/text; cat " + folder + "/spoken.wav";
        SpeechPrompts prompts = prompts(command(script, LONG));

        PromptAudio first = prompts.find("say:你好。", "zh").orElseThrow();
        PromptAudio again = prompts.find("say:你好。", "zh").orElseThrow();

        assertThat(first.samples()).hasSizeGreaterThan(3000).isEqualTo(again.samples());
        assertThat(Files.readString(folder.resolve("text"))).isEqualTo("你好。cmn-latn-pinyin\n");
    }

    @Test
    void aProgramThatFailsHangsOrIsNotThereSaysSo() throws IOException {
        assertThatThrownBy(() -> prompts(command("exit 3", LONG)).find("say:x", "en"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("status 3");
        assertThatThrownBy(() -> prompts(command("exec sleep 60", SHORT)).find("say:x", "en"))
                .hasMessageContaining("did not speak");
        assertThatThrownBy(() -> prompts(command("echo no sound", LONG)).find("say:x", "en"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("WAV");
        assertThatThrownBy(() ->
                        prompts(new CommandSpeech("/no/such/program", LONG)).find("say:x", "en"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/no/such/program");
        assertThat(folder.resolve("speech")).doesNotExist();
    }

    @Test
    void aServerIsPostedTheTextOnceForEachLanguage() throws IOException {
        SpeechPrompts prompts = prompts(server(200, wav(), LONG));

        prompts.find("say:Good morning", "en").orElseThrow();
        prompts.find("say:Good morning", "en").orElseThrow();
        prompts.find("say:Good morning", "zh").orElseThrow();

        assertThat(requests).containsExactly("POST /speak?in=en Good morning", "POST /speak?in=zh Good morning");
    }

    @Test
    void aServerThatRefusesOrIsSilentOrAwaySaysSo() {
        assertThatThrownBy(() -> prompts(server(500, new byte[0], LONG)).find("say:x", "en"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("500");
        CountDownLatch end = new CountDownLatch(1);
        http.createContext("/silent", exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        String silent = "http://127.0.0.1:" + http.getAddress().getPort() + "/silent";
        assertThatThrownBy(() -> prompts(new HttpSpeech(silent, SHORT)).find("say:x", "en"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not answer");
        end.countDown();
        http.stop(0);
        assertThatThrownBy(() -> prompts(new HttpSpeech(silent, LONG)).find("say:x", "en"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be asked");
    }

    @Test
    void withoutAProviderTheTextFailsAndOtherPromptsAreFound() throws IOException {
        SpeechPrompts prompts = new SpeechPrompts(new PromptLibrary(null), null, folder, 3);

        assertThatThrownBy(() -> prompts.find("say:x", "en")).hasMessageContaining("No speech provider");
        assertThat(prompts.find("welcome", "en")).isPresent();
        assertThat(prompts.isSlow("say:x", "en")).isTrue();
        assertThat(prompts.isSlow("welcome", "en")).isFalse();
    }

    @Test
    void onlySoManyTextsAreKept() throws IOException {
        SpeechPrompts prompts = prompts(server(200, wav(), LONG));
        for (int i = 0; i < 5; i++) {
            prompts.find("say:" + i, "en").orElseThrow();
            for (Path file : files()) {
                FileTime older =
                        FileTime.fromMillis(Files.getLastModifiedTime(file).toMillis() - 10_000);
                Files.setLastModifiedTime(file, older);
            }
        }

        assertThat(files()).hasSize(3);
        prompts.find("say:4", "en").orElseThrow();
        assertThat(requests).hasSize(5);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder.resolve("speech"))) {
            return files.toList();
        }
    }

    @Test
    void aTextThatTakesLongKeepsNoRecordingWaiting() {
        CountDownLatch spoken = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        SpeechProvider slow = new SpeechProvider() {
            @Override
            public byte[] speak(String text, String language) throws IOException {
                asked.incrementAndGet();
                try {
                    spoken.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return wav();
            }

            @Override
            public String voice() {
                return "slow";
            }
        };
        ExecutorService io = Executors.newSingleThreadExecutor();
        ExecutorService slowIo = Executors.newFixedThreadPool(4);
        SpeechPrompts source = new SpeechPrompts(new PromptLibrary(null), slow, folder, 3);
        PromptCache cache = new PromptCache(source, Locale.US, io, slowIo, System::nanoTime);

        CompletableFuture<?> text = cache.load(List.of("say:x"));
        CompletableFuture<?> sameText = cache.load(List.of("welcome", "say:x"));
        await().until(() -> asked.get() == 1);

        assertThat(cache.load(List.of("goodbye")).join()).hasSize(1);
        assertThat(text).isNotDone();
        spoken.countDown();
        assertThat(text.join()).isNotNull();
        assertThat(sameText.join()).isNotNull();
        assertThat(asked).hasValue(1);
        io.shutdown();
        slowIo.shutdown();
    }
}
