package io.zongji.media.prompt;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Speech of a server: the text is posted as plain text, a WAV file comes back. Safe for any thread. */
public final class HttpSpeech implements SpeechProvider {
    private static final String LANGUAGE = "{language}";

    private final String url;
    private final Duration timeout;
    private final HttpClient client;

    /**
     * @param url     where to; <code>{language}</code> in it stands for the language
     * @param timeout for the whole exchange
     */
    public HttpSpeech(String url, Duration timeout) {
        this.url = url;
        this.timeout = timeout;
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    @Override
    public byte[] speak(String text, String language) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url.replace(LANGUAGE, language)))
                .header("Content-Type", "text/plain; charset=utf-8")
                .header("Accept", "audio/wav")
                .POST(HttpRequest.BodyPublishers.ofString(text, StandardCharsets.UTF_8))
                .build();
        HttpResponse<byte[]> response = await(client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()));
        if (response.statusCode() != 200) {
            throw new IOException("The speech server answered " + response.statusCode());
        }
        return response.body();
    }

    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> response) throws IOException {
        try {
            return response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            response.cancel(true);
            throw new IOException("The speech server did not answer within " + timeout.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException("The speech server cannot be asked: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for the speech server", e);
        }
    }

    @Override
    public String voice() {
        return url;
    }
}
