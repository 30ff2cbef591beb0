package io.zongji.ra.media.node;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bouncycastle.tls.TlsProtocol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One end of a control connection: messages as JSON, each after its length in four bytes. Sending never blocks. Each side
 * says something twice a second at least; who says nothing for some time is lost.
 */
final class ControlLink implements Closeable {
    private static final Logger log = LoggerFactory.getLogger(ControlLink.class);
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final int LONGEST = 1 << 20;
    private static final int MOST_WAITING = 20_000;
    private static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final Object END = new Object();

    private final Socket socket;
    private final TlsProtocol tls;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final BlockingQueue<Object> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Supplier<?> heartbeat;
    private final Thread writer;

    /**
     * @param tls       open
     * @param patience  how long nothing may come
     * @param heartbeat what to say from time to time; called on the writing thread
     */
    ControlLink(Socket socket, TlsProtocol tls, Duration patience, Supplier<?> heartbeat) throws IOException {
        this.socket = socket;
        this.tls = tls;
        this.in = new DataInputStream(new BufferedInputStream(tls.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(tls.getOutputStream()));
        this.heartbeat = heartbeat;
        socket.setSoTimeout((int) patience.toMillis());
        writer = new Thread(this::write, "media-control-writer");
        writer.setDaemon(true);
        writer.start();
    }

    /** Sends after what was sent before; after the end nothing happens. */
    void send(Object message) {
        if (!waiting.offer(message)) {
            log.warn("{} does not read what it is told and is given up", socket.getRemoteSocketAddress());
            close();
        }
    }

    /**
     * Waits for the next message.
     *
     * @throws IOException at the end, after too long a silence, or when it is none of this kind
     */
    <T> T read(Class<T> kind) throws IOException {
        int length = in.readInt();
        if (length <= 0 || length > LONGEST) {
            throw new IOException("A message of " + length + " bytes");
        }
        byte[] text = new byte[length];
        in.readFully(text);
        try {
            return JSON.readValue(text, kind);
        } catch (JsonProcessingException e) {
            // Without the cause: its text quotes the message, which may hold keys of calls.
            throw new IOException("A message that is no " + kind.getSimpleName());
        }
    }

    private void write() {
        try {
            long beat = System.nanoTime() + BEAT_NANOS;
            while (true) {
                Object message = waiting.poll(Math.max(0, beat - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (message == END) {
                    break;
                }
                if (message == null) {
                    message = heartbeat.get();
                    beat = System.nanoTime() + BEAT_NANOS;
                }
                byte[] text = JSON.writeValueAsBytes(message);
                out.writeInt(text.length);
                out.write(text);
                if (waiting.isEmpty()) {
                    out.flush();
                }
            }
            out.flush();
            tls.close();
        } catch (IOException | RuntimeException e) {
            log.debug("Cannot write to {}: {}", socket.getRemoteSocketAddress(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /** Closes once all that was sent before is on its way; returns at once. */
    void finish() {
        if (!waiting.offer(END)) {
            close();
        }
    }

    /** Closes at once. */
    @Override
    public void close() {
        writer.interrupt();
        try {
            socket.close();
        } catch (IOException e) {
            log.debug("Closing {} failed: {}", socket.getRemoteSocketAddress(), e.getMessage());
        }
    }
}
