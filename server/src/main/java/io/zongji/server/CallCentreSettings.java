package io.zongji.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * What is fixed when a call centre starts; {@code docs/configuration.md} lists the properties.
 *
 * @param data         folder with journal, recordings and prompts
 * @param sipAddress   address that SIP and RTP listen on, and that peers are told
 * @param sipPort      for SIP over UDP and TCP
 * @param webSocketPort for SIP over WebSocket; 0 for none
 * @param phoneReturn  how long a call waits for an agent's page that was lost in it
 * @param phoneProbe   how often the phones of signed-in agents are asked whether they are there; zero for never
 * @param firstRtpPort first UDP port for voice
 * @param lastRtpPort  last UDP port for voice
 * @param srtp         whether phones get secure RTP: off, allowed, preferred or required
 * @param media        where the media server runs
 * @param relays       the TURN servers that pages of agents may use
 * @param recordings   how finished recordings are kept
 * @param limits       how many calls are taken
 * @param leastFreeMegabytes below which free space for recordings the call centre says that it is not ready
 */
public record CallCentreSettings(
        Path data,
        String sipAddress,
        int sipPort,
        int webSocketPort,
        Duration phoneReturn,
        Duration phoneProbe,
        int firstRtpPort,
        int lastRtpPort,
        String srtp,
        MediaPlace media,
        VoiceRelays relays,
        RecordingSettings recordings,
        SipLimits limits,
        long leastFreeMegabytes) {

    public CallCentreSettings {
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(sipAddress, "sipAddress");
        Objects.requireNonNull(phoneReturn, "phoneReturn");
        Objects.requireNonNull(phoneProbe, "phoneProbe");
        Objects.requireNonNull(srtp, "srtp");
        Objects.requireNonNull(media, "media");
        Objects.requireNonNull(relays, "relays");
        Objects.requireNonNull(recordings, "recordings");
        Objects.requireNonNull(limits, "limits");
        if (firstRtpPort < 1024 || lastRtpPort > 65535 || firstRtpPort >= lastRtpPort) {
            throw new IllegalArgumentException(
                    "zongji.rtp.ports: two ports from 1024 to 65535, for example 20000-29999; was " + firstRtpPort + "-"
                            + lastRtpPort);
        }
    }

    /** Where SIP over WebSocket is taken, seen from this server; null when nowhere. */
    URI webSocket() {
        boolean everywhere = sipAddress.equals("0.0.0.0") || sipAddress.equals("::");
        String host = everywhere ? "127.0.0.1" : sipAddress;
        return webSocketPort == 0
                ? null
                : URI.create("ws://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + webSocketPort);
    }

    /** How many connections there can be: voice takes the even ports. */
    int rtpPorts() {
        return lastRtpPort / 2 - (firstRtpPort + 1) / 2 + 1;
    }

    /** Reads the system properties {@code zongji.*}. */
    static CallCentreSettings ofSystemProperties() {
        String ports = System.getProperty("zongji.rtp.ports", "20000-29999");
        String[] range = ports.split("-", -1);
        if (range.length != 2) {
            throw new IllegalArgumentException("zongji.rtp.ports: two ports, for example 20000-29999; was " + ports);
        }
        Path data = Path.of(System.getProperty("zongji.data.dir", defaultData()));
        return new CallCentreSettings(
                data,
                System.getProperty("zongji.sip.address", "127.0.0.1"),
                Integer.getInteger("zongji.sip.port", 5060),
                Integer.getInteger("zongji.ws.port", 5066),
                Duration.ofSeconds(Long.getLong("zongji.phone.return.seconds", 30)),
                Duration.ofSeconds(Long.getLong("zongji.phone.probe.seconds", 5)),
                Integer.parseInt(range[0].strip()),
                Integer.parseInt(range[1].strip()),
                System.getProperty("zongji.rtp.srtp", "allowed"),
                new MediaPlace(
                        System.getProperty("zongji.media.nodes", MediaPlace.LOCAL),
                        Path.of(System.getProperty(
                                "zongji.media.secret.file",
                                data.resolve("media-secret").toString()))),
                RelaySettings.ofSystemProperties(data),
                RecordingSettings.ofSystemProperties(),
                new SipLimits(
                        Integer.getInteger("zongji.sip.max.calls.per.second", SipLimits.USUAL.newCallsPerSecond()),
                        Integer.getInteger("zongji.sip.max.dialogs", SipLimits.USUAL.dialogs()),
                        Integer.getInteger("zongji.sip.max.lag.ms", SipLimits.USUAL.lagMillis())),
                Long.getLong("zongji.health.min.free.mb", 500));
    }

    private static String defaultData() {
        return System.getProperty("jboss.server.data.dir", "data") + "/zongji";
    }
}
