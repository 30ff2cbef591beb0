package io.zongji.ear.webrtc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The sample page in {@code docs/sample}, served by a server that knows nothing of Zongji. */
final class OtherApplication implements AutoCloseable {
    private static final Path FOLDER = Path.of("../../docs/sample");
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "js", "text/javascript", "css", "text/css");

    private final HttpServer server;

    OtherApplication() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", OtherApplication::answer);
        server.start();
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    URI page() {
        return URI.create(origin() + "/crm.html");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        Path file = FOLDER.resolve(exchange.getRequestURI().getPath().substring(1));
        String name = file.getFileName().toString();
        try (exchange) {
            if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            byte[] content = Files.readAllBytes(file);
            exchange.getResponseHeaders()
                    .add("Content-Type", TYPES.get(name.substring(name.lastIndexOf('.') + 1)) + ";charset=UTF-8");
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
