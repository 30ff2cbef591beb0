package io.zongji.media;

import io.zongji.media.sdp.SrtpPolicy;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * How a media server is set up.
 *
 * @param bindAddress      where RTP sockets are bound
 * @param advertisedHost   the numeric address written into SDP; null for the bind address
 * @param publicHost       the numeric address by which browsers outside of a firewall reach the same ports; null for none
 * @param firstPort        lowest RTP port; even ports are used
 * @param lastPort         highest RTP port
 * @param portRest         how long a released port is not used again
 * @param rtpTimeout       silence of a party's RTP after which it is reported; zero for never
 * @param recordings       folder of recordings
 * @param home             language of prompts that name none, and country of tones and amounts that name none
 * @param srtp             whether phones get secure RTP
 */
public record MediaSettings(
        InetAddress bindAddress,
        String advertisedHost,
        String publicHost,
        int firstPort,
        int lastPort,
        Duration portRest,
        Duration rtpTimeout,
        Path recordings,
        Locale home,
        SrtpPolicy srtp) {
    /** Reached at one address from everywhere. */
    public MediaSettings(
            InetAddress bindAddress,
            String advertisedHost,
            int firstPort,
            int lastPort,
            Duration portRest,
            Duration rtpTimeout,
            Path recordings,
            Locale home,
            SrtpPolicy srtp) {
        this(bindAddress, advertisedHost, null, firstPort, lastPort, portRest, rtpTimeout, recordings, home, srtp);
    }

    public MediaSettings {
        Objects.requireNonNull(bindAddress, "bindAddress");
        Objects.requireNonNull(portRest, "portRest");
        Objects.requireNonNull(rtpTimeout, "rtpTimeout");
        Objects.requireNonNull(recordings, "recordings");
        Objects.requireNonNull(home, "home");
        Objects.requireNonNull(srtp, "srtp");
        if (advertisedHost == null || advertisedHost.isBlank()) {
            if (bindAddress.isAnyLocalAddress()) {
                throw new IllegalArgumentException("advertisedHost: needed when all addresses are bound");
            }
            advertisedHost = bindAddress.getHostAddress();
        }
    }
}
