package io.zongji.media.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptLibraryTest {
    @TempDir
    Path directory;

    private final PromptLibrary builtIn = new PromptLibrary(null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "welcome",
                "menu",
                "menu-timeout",
                "menu-error",
                "queued",
                "queue-full",
                "queue-position-before",
                "queue-position-after",
                "agent-number-before",
                "agent-number-after",
                "closed",
                "voicemail",
                "voicemail-saved",
                "take-call",
                "code-sign-in",
                "code-sign-out",
                "code-ready",
                "code-busy",
                "code-refused",
                "code-ask-number",
                "code-ask-pin",
                "code-nothing",
                "code-wrong",
                "code-locked",
                "code-no-pin",
                "code-not-permitted",
                "code-taken",
                "code-unreachable",
                "goodbye",
                "blocked",
                "system-error",
                "beep",
                "music/default"
            })
    void everyBuiltInPromptIsThereAndCanBeHeard(String name) throws IOException {
        for (String language : List.of("zh", "en")) {
            assertAudible(name, language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyWordThatCanBeNeededIsThere(String language) throws IOException {
        SpokenLanguage spoken = SpokenLanguage.of(language);
        Set<String> words = new TreeSet<>(List.of(spoken.minus(), spoken.point()));
        for (long value = 0; value < SpokenLanguage.LARGEST; value = value < 200 ? value + 1 : value * 3 + 7) {
            words.addAll(spoken.number(value));
        }
        for (int minute = 0; minute < 60; minute++) {
            words.addAll(spoken.time(minute % 24, minute));
        }
        for (int day = 1; day <= 366; day++) {
            words.addAll(spoken.date(LocalDate.ofYearDay(2024 + 4 * day, day)));
        }
        for (String currency : List.of("cny", "usd", "eur", "gbp", "hkd", "sgd")) {
            for (int hundredths = 0; hundredths < 100; hundredths++) {
                words.addAll(spoken.amount(hundredths % 7, hundredths, currency));
            }
        }
        words.addAll(spoken.amount(1, 0, "jpy"));
        words.addAll(spoken.amount(500, 0, "jpy"));

        for (String word : words) {
            assertAudible(word, language);
        }
    }

    private void assertAudible(String name, String language) throws IOException {
        PromptAudio audio = builtIn.find(name, language).orElseThrow(() -> new AssertionError(name + " " + language));
        long loudness = 0;
        for (short sample : audio.samples()) {
            loudness += Math.abs(sample);
        }
        assertThat(audio.samples().length).as("%s %s", name, language).isGreaterThan(800);
        assertThat(loudness / audio.samples().length)
                .as("%s %s", name, language)
                .isGreaterThan(300);
    }

    @Test
    void theDirectoryGoesBeforeTheBuiltInPrompts() throws IOException {
        Files.createDirectories(directory.resolve("zh"));
        Files.write(directory.resolve("zh/welcome.wav"), wav(1, 1, 16, 16000, 3200));

        PromptAudio audio = new PromptLibrary(directory).find("welcome", "zh").orElseThrow();

        assertThat(audio.samples()).hasSize(1600);
        assertThat(audio.rate()).isEqualTo(16000);
        assertThat(new PromptLibrary(directory).find("welcome", "en")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/etc/passwd", "a/../../b", "", ".", "..", "zh/../x", "a//b"})
    void noNameLeadsOutOfTheLibrary(String name) throws IOException {
        Files.write(directory.resolve("secret.wav"), wav(1, 1, 16, 8000, 320));
        Files.createDirectories(directory.resolve("inner"));

        assertThat(new PromptLibrary(directory.resolve("inner")).find(name, "zh"))
                .isEmpty();
    }

    @Test
    void aChangedFileIsHeardSomeSecondsLater() throws IOException {
        Files.createDirectories(directory.resolve("zh"));
        Path file = directory.resolve("zh/hello.wav");
        Files.write(file, wav(1, 1, 16, 8000, 1600));
        AtomicLong clock = new AtomicLong();
        PromptCache cache =
                new PromptCache(new PromptLibrary(directory), Locale.CHINA, Runnable::run, Runnable::run, clock::get);
        assertThat(cache.load(List.of("hello")).join().get(0).length()).isEqualTo(800);

        Files.write(file, wav(1, 1, 16, 8000, 3200));
        Files.setLastModifiedTime(file, FileTime.fromMillis(99_000));
        assertThat(cache.load(List.of("hello")).join().get(0).length()).isEqualTo(800);
        clock.addAndGet(6_000_000_000L);
        cache.load(List.of("hello")).join();

        assertThat(cache.load(List.of("hello")).join().get(0).length()).isEqualTo(1600);
    }

    @Test
    void aMissingPartFailsTheWholeList() {
        PromptCache cache = new PromptCache(builtIn, Locale.CHINA, Runnable::run, Runnable::run, System::nanoTime);

        assertThatThrownBy(() -> cache.load(List.of("welcome", "nothing")).join())
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void aPartThatWasNotRecordedIsNamed() {
        PromptCache cache = new PromptCache(builtIn, Locale.CHINA, Runnable::run, Runnable::run, System::nanoTime);

        assertThatThrownBy(() -> cache.load(List.of("amount:5 SEK")).join()).hasMessageContaining("currency/sek in zh");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 7})
    void pcmAlawAndUlawAreRead(int format) throws IOException {
        int bits = format == 1 ? 16 : 8;

        assertThat(WavReader.read(wav(format, 2, bits, 8000, 400)).samples()).hasSize(400 / 2 * 8 / bits);
    }

    @Test
    void malformedFilesAreRefusedAndNothingElseHappens() throws IOException {
        byte[] good;
        try (InputStream in = getClass().getResourceAsStream("/prompts/beep.wav")) {
            good = in.readAllBytes();
        }
        Random random = new Random(5);
        for (int round = 0; round < 2000; round++) {
            byte[] bad = good.clone();
            for (int i = 0; i < 4; i++) {
                bad[random.nextInt(60)] = (byte) random.nextInt(256);
            }
            try {
                WavReader.read(bad);
            } catch (IOException expected) {
                assertThat(expected).hasMessageContaining("WAV");
            }
        }
    }

    private static byte[] wav(int format, int channels, int bits, int rate, int dataBytes) {
        ByteBuffer out = ByteBuffer.allocate(44 + dataBytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + dataBytes);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        out.putShort((short) format).putShort((short) channels).putInt(rate);
        out.putInt(rate * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits);
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(dataBytes);
        return out.array();
    }
}
