package io.zongji.media.prompt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Speech of a program on this machine, such as espeak-ng: it gets the text on its standard input and writes a WAV file to its
 * standard output. Safe for any thread.
 */
public final class CommandSpeech implements SpeechProvider {
    /** Has espeak-ng speak, if it is installed. */
    public static final String ESPEAK = "espeak-ng -v {voice} --stdin --stdout";

    /** The plain Mandarin voice of espeak-ng 1.51 reads its own pinyin as English. */
    private static final Map<String, String> VOICES = Map.of("zh", "cmn-latn-pinyin", "en", "en-gb");

    private static final String VOICE = "{voice}";

    private final String command;
    private final Duration timeout;

    /**
     * @param command program and arguments, separated by blanks; <code>{voice}</code> stands for espeak-ng's voice of the
     *     language, or the language itself
     * @param timeout after which the program is killed
     */
    public CommandSpeech(String command, Duration timeout) {
        this.command = command;
        this.timeout = timeout;
    }

    @Override
    public byte[] speak(String text, String language) throws IOException {
        String voice = VOICES.getOrDefault(language, language);
        List<String> arguments = List.of(command.replace(VOICE, voice).strip().split(" +"));
        // By files rather than pipes: a program that reads or writes less than expected then cannot hold anybody up.
        Path input = Files.createTempFile("speech", ".txt");
        Path output = Files.createTempFile("speech", ".wav");
        try {
            Files.writeString(input, text);
            run(arguments, input, output);
            return Files.readAllBytes(output);
        } finally {
            Files.deleteIfExists(input);
            Files.deleteIfExists(output);
        }
    }

    private void run(List<String> arguments, Path input, Path output) throws IOException {
        Process process = new ProcessBuilder(arguments)
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(arguments.get(0) + " did not speak within " + timeout.toSeconds() + " s");
            }
            if (process.exitValue() != 0) {
                throw new IOException(arguments.get(0) + " ended with status " + process.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(arguments.get(0) + " was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    @Override
    public String voice() {
        return command;
    }
}
