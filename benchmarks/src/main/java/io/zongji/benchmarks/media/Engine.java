package io.zongji.benchmarks.media;

import io.zongji.media.ConnectionListener;
import io.zongji.media.MediaConnection;
import io.zongji.media.MediaConnection.Direction;
import io.zongji.media.MediaServer;
import io.zongji.media.MediaSettings;
import io.zongji.media.Play;
import io.zongji.media.PortsExhaustedException;
import io.zongji.media.RecordingListener;
import io.zongji.media.RecordingOrder;
import io.zongji.media.codec.Codec;
import io.zongji.media.prompt.PromptLibrary;
import io.zongji.media.sdp.SrtpPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The media engine through its API: the phones of a group hear each other, or each hears a prompt again and again. */
final class Engine implements Subject {
    private static final int FIRST_PORT = 22_000;
    private static final int LAST_PORT = 31_999;

    private final Plan plan;
    private final Path recordings;
    private final MediaServer server;

    /**
     * What the engine does.
     *
     * @param sound    of the phones
     * @param group    how many phones hear each other
     * @param recorded one channel for each phone of a group
     * @param prompt   played to each phone again and again; null for none
     */
    record Plan(Sound sound, int group, boolean recorded, String prompt) {}

    Engine(Plan plan) throws IOException {
        this.plan = plan;
        this.recordings = Files.createTempDirectory("media-measurement");
        this.server = MediaServer.start(
                new MediaSettings(
                        InetAddress.getLoopbackAddress(),
                        null,
                        FIRST_PORT,
                        LAST_PORT,
                        Duration.ZERO,
                        Duration.ZERO,
                        recordings,
                        Locale.CHINA,
                        SrtpPolicy.ALLOWED),
                new PromptLibrary(null));
    }

    @Override
    public int[] connect(int[] phones) throws IOException {
        List<MediaConnection> connections = new ArrayList<>();
        for (int i = 0; i < phones.length; i++) {
            connections.add(connection(phones[i], i));
        }
        for (int first = 0; first < phones.length; first += plan.group()) {
            join(first / plan.group(), connections.subList(first, first + plan.group()));
        }
        return connections.stream().mapToInt(MediaConnection::port).toArray();
    }

    private MediaConnection connection(int phone, int index) throws IOException {
        try {
            MediaConnection connection = server.createConnection("phone " + index, new ConnectionListener() {});
            connection.processOffer(offer(phone, plan.sound().codec(index)));
            return connection;
        } catch (PortsExhaustedException e) {
            throw new IOException("Too few ports for this measurement", e);
        }
    }

    private String offer(int port, Codec codec) {
        boolean secure = plan.sound() == Sound.SECURE;
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio " + port
                + (secure ? " RTP/SAVP " : " RTP/AVP ") + codec.payloadType() + " 101\r\na=rtpmap:"
                + codec.payloadType() + " " + codec.rtpmap() + "\r\na=rtpmap:101 telephone-event/" + codec.clockRate()
                + "\r\n"
                + (secure ? "a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:" + LoadGenerator.KEY.base64() + "\r\n" : "");
    }

    private void join(int number, List<MediaConnection> group) {
        for (int i = 0; i < group.size(); i++) {
            for (int other = i + 1; other < group.size(); other++) {
                group.get(i).join(Direction.DUPLEX, group.get(other));
            }
            if (plan.prompt() != null) {
                group.get(i).play(new Play("p", List.of(plan.prompt()), true, false));
            }
        }
        if (plan.recorded()) {
            RecordingOrder order = new RecordingOrder("r" + number, number + ".wav", null, null);
            server.createRecorder(order, group, new RecordingListener() {}).start();
        }
    }

    @Override
    public void close() {
        server.close();
        try (Stream<Path> files = Files.walk(recordings)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Recordings are left", e);
        }
    }
}
