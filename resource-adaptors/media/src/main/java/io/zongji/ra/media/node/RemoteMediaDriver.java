package io.zongji.ra.media.node;

import io.zongji.media.MediaStatistics;
import io.zongji.ra.media.CollectRequest;
import io.zongji.ra.media.ConnectionQuality;
import io.zongji.ra.media.MediaError;
import io.zongji.ra.media.MediaException;
import io.zongji.ra.media.NetworkConnection.Direction;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.media.RecorderSettings;
import io.zongji.ra.media.SdpPortManager;
import io.zongji.ra.media.adaptor.MediaDriver;
import io.zongji.ra.media.adaptor.MediaNodeStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A media server in another process. It is connected to in the background, again and again; while it is not there nothing
 * can be made. When it is lost, every connection on it fails, and every recorder ends with what its file holds.
 */
public final class RemoteMediaDriver implements MediaDriver {
    private final NodeWatch watch;

    /**
     * @param address    where the node is controlled
     * @param patience   without a sign of it for so long, it is lost
     * @param recordings the folder that the node writes to, as it is seen from here; what a lost node left in it is finished
     */
    public RemoteMediaDriver(NodeAddress address, ControlSecret secret, Duration patience, Path recordings) {
        watch = new NodeWatch(address, secret, patience, recordings);
    }

    /** Where the node is controlled, {@code host:port}. */
    public String name() {
        return watch.name();
    }

    /** As last known. */
    public MediaNodeStatus status() {
        return watch.status();
    }

    @Override
    public void start(Events events) {
        watch.start(events);
    }

    @Override
    public void stop() {
        watch.stop();
    }

    @Override
    public void createConnection(String connection, String owner, String group) throws MediaException {
        MediaNodeStatus status = status();
        if (status.up() && status.freePorts() == 0) {
            throw new MediaException(MediaError.RESOURCE_UNAVAILABLE, "Media node " + name() + " has no port left");
        }
        watch.made(connection, new Request.Create(connection, owner, group));
    }

    @Override
    public void generateOffer(String connection, SdpPortManager.Peer peer) {
        watch.ask(new Request.GenerateOffer(connection, peer));
    }

    @Override
    public void processOffer(String connection, String sdp) {
        watch.ask(new Request.ProcessOffer(connection, sdp));
    }

    @Override
    public void processAnswer(String connection, String sdp) {
        watch.ask(new Request.ProcessAnswer(connection, sdp));
    }

    @Override
    public void play(String connection, PlayRequest request) {
        watch.ask(new Request.Play(connection, request));
    }

    @Override
    public void stopPlay(String connection) {
        watch.ask(new Request.StopPlay(connection));
    }

    @Override
    public void collect(String connection, CollectRequest request) {
        watch.ask(new Request.Collect(connection, request));
    }

    @Override
    public void stopCollecting(String connection) {
        watch.ask(new Request.StopCollecting(connection));
    }

    @Override
    public void flushDigits(String connection) {
        watch.ask(new Request.FlushDigits(connection));
    }

    @Override
    public void signalled(String connection, String digits) {
        watch.ask(new Request.Signalled(connection, digits));
    }

    @Override
    public void emitSignals(String connection, String digits) {
        watch.ask(new Request.EmitSignals(connection, digits));
    }

    @Override
    public void preferCodec(String connection, String other) {
        watch.ask(new Request.PreferCodec(connection, other));
    }

    @Override
    public void join(String connection, Direction direction, String other) {
        watch.ask(new Request.Join(connection, direction, other));
    }

    @Override
    public void unjoin(String connection, String other) {
        watch.ask(new Request.Unjoin(connection, other));
    }

    @Override
    public ConnectionQuality quality(String connection) {
        return watch.quality(connection);
    }

    /** As {@link #quality}, but known of a lost connection too, until the node is there again. */
    public ConnectionQuality lastQuality(String connection) {
        return watch.lastQuality(connection);
    }

    @Override
    public void release(String connection) {
        watch.ask(new Request.Release(connection));
    }

    @Override
    public void createRecorder(String recorder, RecorderSettings settings, List<String> connections)
            throws MediaException {
        for (String connection : connections) {
            if (!watch.exists(connection)) {
                throw new MediaException(MediaError.INVALID_STATE, "Connection " + connection + " is gone");
            }
        }
        watch.made(recorder, settings, new Request.CreateRecorder(recorder, settings, connections));
    }

    @Override
    public void startRecorder(String recorder) {
        watch.ask(new Request.StartRecorder(recorder));
    }

    @Override
    public void pauseRecorder(String recorder) {
        watch.ask(new Request.PauseRecorder(recorder));
    }

    @Override
    public void resumeRecorder(String recorder) {
        watch.ask(new Request.ResumeRecorder(recorder));
    }

    @Override
    public void stopRecorder(String recorder) {
        watch.ask(new Request.StopRecorder(recorder));
    }

    @Override
    public void abandonRecorder(String recorder) {
        watch.ask(new Request.AbandonRecorder(recorder));
    }

    @Override
    public boolean exists(String id) {
        return watch.exists(id);
    }

    @Override
    public MediaStatistics statistics() {
        return watch.statistics();
    }

    @Override
    public List<MediaNodeStatus> nodes() {
        return List.of(status());
    }
}
