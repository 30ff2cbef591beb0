package io.zongji.example.adaptor;

import io.zongji.example.line.LineSession;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.slee.resource.ActivityHandle;

/** One socket: the activity object and, as it is compared by identity, its own handle. */
final class LineConnection implements LineSession, ActivityHandle {
    private final Socket socket;
    private final BufferedReader in;
    private final Writer out;

    LineConnection(Socket socket) throws IOException {
        this.socket = socket;
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
    }

    /** The next line, or null when no more will come. */
    String read() {
        try {
            return in.readLine();
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public void send(String text) {
        try {
            synchronized (out) {
                out.write(text + "\n");
                out.flush();
            }
        } catch (IOException e) {
            close();
        }
    }

    /** Only half: the reader then meets the end and ends the activity, after which {@link #disconnect} does the rest. */
    @Override
    public void close() {
        try {
            socket.shutdownInput();
        } catch (IOException e) {
            disconnect();
        }
    }

    void disconnect() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException("The socket does not close", e);
        }
    }

    boolean isOpen() {
        return !socket.isClosed() && !socket.isInputShutdown();
    }
}
