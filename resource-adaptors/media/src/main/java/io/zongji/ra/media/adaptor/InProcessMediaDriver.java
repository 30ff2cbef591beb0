package io.zongji.ra.media.adaptor;

import io.zongji.media.DigitCollection;
import io.zongji.media.MediaConnection;
import io.zongji.media.MediaRecorder;
import io.zongji.media.MediaServer;
import io.zongji.media.MediaSettings;
import io.zongji.media.MediaStatistics;
import io.zongji.media.Play;
import io.zongji.media.PortsExhaustedException;
import io.zongji.media.RecordingOrder;
import io.zongji.media.prompt.PromptSource;
import io.zongji.media.quality.StreamQuality;
import io.zongji.media.sdp.PeerKind;
import io.zongji.ra.media.CollectRequest;
import io.zongji.ra.media.ConnectionQuality;
import io.zongji.ra.media.MediaError;
import io.zongji.ra.media.MediaException;
import io.zongji.ra.media.NetworkConnection.Direction;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.media.RecorderSettings;
import io.zongji.ra.media.SdpPortManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A media server in this process: its own, or its part of one that others use too. */
public final class InProcessMediaDriver implements MediaDriver {
    private final Supplier<MediaServer> servers;
    private final Consumer<MediaServer> end;
    private final Map<String, MediaConnection> connections = new ConcurrentHashMap<>();
    private final Map<String, MediaRecorder> recorders = new ConcurrentHashMap<>();
    private volatile MediaServer server;
    private Events events;

    /** With a media server of its own, from start to stop. */
    public InProcessMediaDriver(MediaSettings settings, PromptSource prompts) {
        servers = () -> MediaServer.start(settings, prompts);
        end = MediaServer::close;
    }

    /** On a media server that runs on: with the stop all connections made here are released, all recordings abandoned. */
    public InProcessMediaDriver(MediaServer shared) {
        servers = () -> shared;
        end = server -> leave();
    }

    @Override
    public void start(Events target) {
        events = target;
        server = servers.get();
    }

    @Override
    public void stop() {
        MediaServer running = server;
        server = null;
        if (running != null) {
            end.accept(running);
        }
    }

    private void leave() {
        recorders.values().forEach(MediaRecorder::abandon);
        connections.values().forEach(MediaConnection::release);
    }

    @Override
    public MediaStatistics statistics() {
        MediaServer running = server;
        return running == null ? null : running.statistics();
    }

    @Override
    public void createConnection(String connection, String owner, String group) throws MediaException {
        MediaServer running = server;
        if (running == null) {
            throw new MediaException(MediaError.RESOURCE_UNAVAILABLE, "The media server is down");
        }
        if (connections.containsKey(connection)) {
            throw new IllegalArgumentException("Connection " + connection + " is there already");
        }
        try {
            EventTranslator translator = new EventTranslator(connection, events, connections::remove);
            connections.put(connection, running.createConnection(owner, translator));
        } catch (PortsExhaustedException e) {
            throw new MediaException(MediaError.RESOURCE_UNAVAILABLE, e.getMessage());
        }
    }

    @Override
    public void generateOffer(String connection, SdpPortManager.Peer peer) {
        PeerKind kind = PeerKind.valueOf(peer.name());
        with(connection, target -> target.generateOffer(kind));
    }

    @Override
    public void processOffer(String connection, String sdp) {
        with(connection, target -> target.processOffer(sdp));
    }

    @Override
    public void processAnswer(String connection, String sdp) {
        with(connection, target -> target.processAnswer(sdp));
    }

    @Override
    public void play(String connection, PlayRequest request) {
        Play play = new Play(request.id(), request.prompts(), request.loop(), request.bargeIn());
        with(connection, target -> target.play(play));
    }

    @Override
    public void stopPlay(String connection) {
        with(connection, MediaConnection::stopPlay);
    }

    @Override
    public void collect(String connection, CollectRequest request) {
        DigitCollection collection = new DigitCollection(
                request.id(), request.maxDigits(), request.terminator(), request.firstDigit(), request.interDigit());
        with(connection, target -> target.collect(collection));
    }

    @Override
    public void stopCollecting(String connection) {
        with(connection, MediaConnection::stopCollecting);
    }

    @Override
    public void flushDigits(String connection) {
        with(connection, MediaConnection::flushDigits);
    }

    @Override
    public void signalled(String connection, String digits) {
        with(connection, target -> target.signalled(digits));
    }

    @Override
    public void emitSignals(String connection, String digits) {
        with(connection, target -> target.sendDigits(digits));
    }

    @Override
    public void preferCodec(String connection, String other) {
        MediaConnection second = connections.get(other);
        if (second != null) {
            with(connection, target -> target.preferCodecOf(second));
        }
    }

    @Override
    public void join(String connection, Direction direction, String other) {
        MediaConnection second = connections.get(other);
        if (second != null) {
            MediaConnection.Direction way = MediaConnection.Direction.valueOf(direction.name());
            with(connection, target -> target.join(way, second));
        }
    }

    @Override
    public void unjoin(String connection, String other) {
        MediaConnection second = connections.get(other);
        if (second != null) {
            with(connection, target -> target.unjoin(second));
        }
    }

    @Override
    public ConnectionQuality quality(String id) {
        MediaConnection connection = connections.get(id);
        if (connection == null) {
            return null;
        }
        StreamQuality quality = connection.quality();
        return new ConnectionQuality(
                quality.received(),
                quality.lost(),
                quality.sent(),
                quality.farLost(),
                quality.jitterMillis(),
                quality.roundTripMillis(),
                quality.opinionScore());
    }

    @Override
    public void release(String connection) {
        with(connection, MediaConnection::release);
    }

    @Override
    public void createRecorder(String recorder, RecorderSettings wanted, List<String> channels) throws MediaException {
        MediaServer running = server;
        List<MediaConnection> parties = new ArrayList<>();
        for (String channel : channels) {
            MediaConnection party = connections.get(channel);
            if (party == null) {
                throw new MediaException(MediaError.INVALID_STATE, "Connection " + channel + " is gone");
            }
            parties.add(party);
        }
        if (running == null) {
            throw new MediaException(MediaError.RESOURCE_UNAVAILABLE, "The media server is down");
        }
        RecordingOrder order =
                new RecordingOrder(wanted.recordingId(), wanted.file(), wanted.maxDuration(), wanted.maxSilence());
        RecorderTranslator translator = new RecorderTranslator(recorder, wanted, events, recorders::remove);
        // The recorder may have ended before it is entered here.
        recorders.put(recorder, running.createRecorder(order, parties, translator));
        if (translator.hasEnded()) {
            recorders.remove(recorder);
        }
    }

    @Override
    public void startRecorder(String recorder) {
        withRecorder(recorder, MediaRecorder::start);
    }

    @Override
    public void pauseRecorder(String recorder) {
        withRecorder(recorder, MediaRecorder::pause);
    }

    @Override
    public void resumeRecorder(String recorder) {
        withRecorder(recorder, MediaRecorder::resume);
    }

    @Override
    public void stopRecorder(String recorder) {
        withRecorder(recorder, MediaRecorder::stop);
    }

    @Override
    public void abandonRecorder(String recorder) {
        withRecorder(recorder, MediaRecorder::abandon);
    }

    @Override
    public boolean exists(String id) {
        return connections.containsKey(id) || recorders.containsKey(id);
    }

    private void with(String id, Consumer<MediaConnection> request) {
        MediaConnection connection = connections.get(id);
        if (connection != null) {
            request.accept(connection);
        }
    }

    private void withRecorder(String id, Consumer<MediaRecorder> request) {
        MediaRecorder recorder = recorders.get(id);
        if (recorder != null) {
            request.accept(recorder);
        }
    }
}
