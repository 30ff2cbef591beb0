package io.zongji.node;

import io.zongji.media.MediaSettings;
import io.zongji.media.prompt.CommandSpeech;
import io.zongji.media.prompt.PromptSettings;
import io.zongji.media.sdp.SrtpPolicy;
import io.zongji.media.tone.NetworkTones;
import io.zongji.ra.media.node.ControlSecret;
import io.zongji.ra.media.node.NodeAddress;
import io.zongji.ra.media.node.PublicAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;

/**
 * What a media node is told when it starts; {@code docs/configuration.md} lists the properties.
 *
 * @param control where controllers connect to
 * @param secret  what they have to know
 * @param media   of the media server
 * @param prompts where prompts come from
 * @param repairs whether recordings that a crash left here are finished at the start; false where the call centre does it,
 *                because it sees the same folder
 * @param drain   how long calls may go on when the node is asked to stop
 */
record NodeSettings(
        NodeAddress control,
        ControlSecret secret,
        MediaSettings media,
        PromptSettings prompts,
        boolean repairs,
        Duration drain) {
    private static final String NONE = "none";
    private static final Duration PORT_REST = Duration.ofSeconds(5);
    private static final Duration RTP_TIMEOUT = Duration.ofSeconds(30);

    /** How many connections there can be: voice takes the even ports. */
    int ports() {
        return media.lastPort() / 2 - (media.firstPort() + 1) / 2 + 1;
    }

    /** @throws IllegalArgumentException that names what is wrong */
    static NodeSettings of(Properties given) throws IOException {
        Path data = Path.of(given.getProperty("zongji.data.dir", "data"));
        String address = given.getProperty("zongji.media.address", "127.0.0.1");
        String[] ports = given.getProperty("zongji.rtp.ports", "40000-49999").split("-", -1);
        if (ports.length != 2) {
            throw new IllegalArgumentException("zongji.rtp.ports: two ports, for example 40000-49999");
        }
        MediaSettings media = new MediaSettings(
                InetAddress.getByName(address),
                given.getProperty("zongji.media.advertised", address),
                PublicAddress.numeric(given.getProperty("zongji.public.address", "")),
                Integer.parseInt(ports[0].strip()),
                Integer.parseInt(ports[1].strip()),
                PORT_REST,
                RTP_TIMEOUT,
                Path.of(given.getProperty(
                        "zongji.media.recordings", data.resolve("recordings").toString())),
                new Locale(given.getProperty("zongji.media.language", "zh"), given.getProperty("zongji.country", "CN")),
                SrtpPolicy.valueOf(
                        given.getProperty("zongji.rtp.srtp", "allowed").toUpperCase(Locale.ROOT)));
        if (!NetworkTones.isKnown(media.home().getCountry())) {
            throw new IllegalArgumentException("zongji.country: its tones are not known");
        }
        if (media.firstPort() < 1024 || media.lastPort() > 65535 || media.firstPort() >= media.lastPort()) {
            throw new IllegalArgumentException("zongji.rtp.ports: from 1024 to 65535 and in this order");
        }
        String secret = given.getProperty(
                "zongji.media.secret.file", data.resolve("media-secret").toString());
        return new NodeSettings(
                NodeAddress.of(given.getProperty("zongji.media.control", "127.0.0.1:7070")),
                ControlSecret.of(Files.readString(Path.of(secret))),
                media,
                prompts(given, data),
                !Boolean.parseBoolean(given.getProperty("zongji.media.shared", "true")),
                Duration.ofSeconds(Long.parseLong(given.getProperty("zongji.media.drain.seconds", "30"))));
    }

    private static PromptSettings prompts(Properties given, Path data) {
        return new PromptSettings(
                Path.of(given.getProperty(
                        "zongji.media.prompts", data.resolve("prompts").toString())),
                orNothing(given.getProperty("zongji.speech.command", CommandSpeech.ESPEAK)),
                orNothing(given.getProperty("zongji.speech.url", NONE)),
                Duration.ofSeconds(Long.parseLong(given.getProperty("zongji.speech.timeout", "10"))));
    }

    private static String orNothing(String text) {
        return text.equals(NONE) ? "" : text;
    }
}
