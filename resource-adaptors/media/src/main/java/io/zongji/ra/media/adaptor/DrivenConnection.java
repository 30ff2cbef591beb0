package io.zongji.ra.media.adaptor;

import io.zongji.ra.media.CollectRequest;
import io.zongji.ra.media.ConnectionQuality;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.media.Player;
import io.zongji.ra.media.SdpPortManager;
import io.zongji.ra.media.SignalDetector;
import io.zongji.ra.media.SignalGenerator;
import java.util.Locale;
import java.util.regex.Pattern;

/** A connection whose requests go to a driver. */
final class DrivenConnection implements NetworkConnection, SdpPortManager, MediaActivity {
    private static final Pattern DIGITS = Pattern.compile("[0-9*#A-D]*");

    private final MediaDriver driver;
    private final String id;
    private final Player player = new DrivenPlayer();
    private final SignalDetector detector = new DrivenDetector();

    DrivenConnection(MediaDriver driver, String id) {
        this.driver = driver;
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public MediaActivityHandle handle() {
        return MediaActivityHandle.connection(id);
    }

    @Override
    public SdpPortManager sdpPortManager() {
        return this;
    }

    @Override
    public Player player() {
        return player;
    }

    @Override
    public SignalDetector signalDetector() {
        return detector;
    }

    @Override
    public SignalGenerator signalGenerator() {
        return digits -> driver.emitSignals(id, checked(digits));
    }

    private static String checked(String digits) {
        String upper = digits.toUpperCase(Locale.ROOT);
        if (!DIGITS.matcher(upper).matches()) {
            throw new IllegalArgumentException("digits: 0-9, *, #, A-D, was " + digits);
        }
        return upper;
    }

    @Override
    public void generateSdpOffer(Peer peer) {
        driver.generateOffer(id, peer);
    }

    @Override
    public void processSdpOffer(String offer) {
        driver.processOffer(id, offer);
    }

    @Override
    public void processSdpAnswer(String answer) {
        driver.processAnswer(id, answer);
    }

    @Override
    public void preferCodecOf(NetworkConnection other) {
        driver.preferCodec(id, other.id());
    }

    @Override
    public void join(Direction direction, NetworkConnection other) {
        driver.join(id, direction, other.id());
    }

    @Override
    public void unjoin(NetworkConnection other) {
        driver.unjoin(id, other.id());
    }

    @Override
    public boolean changeCall(String call) {
        return driver.regroup(id, call);
    }

    @Override
    public ConnectionQuality quality() {
        return driver.quality(id);
    }

    @Override
    public void release() {
        driver.release(id);
    }

    @Override
    public void end() {
        release();
    }

    @Override
    public String toString() {
        return "NetworkConnection[" + id + "]";
    }

    private final class DrivenPlayer implements Player {
        @Override
        public void play(PlayRequest request) {
            driver.play(id, request);
        }

        @Override
        public void stop() {
            driver.stopPlay(id);
        }
    }

    private final class DrivenDetector implements SignalDetector {
        @Override
        public void receiveSignals(CollectRequest request) {
            driver.collect(id, request);
        }

        @Override
        public void stop() {
            driver.stopCollecting(id);
        }

        @Override
        public void flushBuffer() {
            driver.flushDigits(id);
        }

        @Override
        public void signalled(String digits) {
            driver.signalled(id, checked(digits));
        }
    }
}
