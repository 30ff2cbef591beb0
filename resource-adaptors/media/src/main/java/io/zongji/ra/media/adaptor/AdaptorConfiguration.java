package io.zongji.ra.media.adaptor;

import io.zongji.media.MediaSettings;
import io.zongji.media.prompt.PromptSettings;
import io.zongji.media.sdp.SrtpPolicy;
import io.zongji.media.tone.NetworkTones;
import io.zongji.ra.media.node.ControlSecret;
import io.zongji.ra.media.node.NodeAddress;
import io.zongji.ra.media.node.PublicAddress;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.InvalidConfigurationException;

/**
 * The adaptor's configuration properties, checked.
 *
 * @param media   what the media server needs
 * @param prompts where prompts come from
 * @param nodes   media nodes, {@code host:port} each; empty for the media server in this process
 * @param secret  what the nodes know too; null without nodes
 */
record AdaptorConfiguration(
        MediaSettings media, PromptSettings prompts, List<NodeAddress> nodes, ControlSecret secret) {
    private static final String AUTO = "auto";
    private static final String NONE = "none";
    private static final String LOCAL = "local";

    static AdaptorConfiguration of(ConfigProperties properties) throws InvalidConfigurationException {
        try {
            List<NodeAddress> nodes = nodes(text(properties, "nodes"));
            InetAddress bind = InetAddress.getByName(text(properties, "bindAddress"));
            if (nodes.isEmpty()) {
                checkIsOurs(bind);
            }
            int first = number(properties, "firstPort");
            int last = number(properties, "lastPort");
            if (first < 1024 || last > 65535 || last < first + 1) {
                throw new InvalidConfigurationException("firstPort, lastPort: from 1024 to 65535 and in this order");
            }
            MediaSettings media = new MediaSettings(
                    bind,
                    advertised(text(properties, "advertisedAddress"), bind),
                    PublicAddress.numeric(textOrNone(properties, "publicAddress")),
                    first,
                    last,
                    Duration.ofSeconds(number(properties, "portRestSeconds")),
                    Duration.ofSeconds(number(properties, "rtpTimeoutSeconds")),
                    Path.of(text(properties, "recordingsDirectory")),
                    home(text(properties, "defaultLanguage"), text(properties, "country")),
                    srtp(text(properties, "srtp")));
            ControlSecret secret = nodes.isEmpty() ? null : secret(Path.of(text(properties, "secretFile")));
            return new AdaptorConfiguration(media, prompts(properties), nodes, secret);
        } catch (UnknownHostException | SocketException e) {
            throw new InvalidConfigurationException("bindAddress, advertisedAddress: no such address", e);
        } catch (InvalidPathException e) {
            throw new InvalidConfigurationException("recordingsDirectory, promptDirectory, secretFile: no path", e);
        }
    }

    private static List<NodeAddress> nodes(String configured) throws InvalidConfigurationException {
        try {
            return configured.equals(LOCAL)
                    ? List.of()
                    : Arrays.stream(configured.split(","))
                            .map(NodeAddress::of)
                            .distinct()
                            .toList();
        } catch (IllegalArgumentException e) {
            throw new InvalidConfigurationException("nodes: " + e.getMessage(), e);
        }
    }

    private static ControlSecret secret(Path file) throws InvalidConfigurationException {
        try {
            return ControlSecret.of(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidConfigurationException("secretFile: " + file + " cannot be used", e);
        }
    }

    private static PromptSettings prompts(ConfigProperties properties) throws InvalidConfigurationException {
        return new PromptSettings(
                Path.of(text(properties, "promptDirectory")),
                textOrNone(properties, "speechCommand"),
                textOrNone(properties, "speechUrl"),
                Duration.ofSeconds(number(properties, "speechTimeoutSeconds")));
    }

    private static Locale home(String language, String country) throws InvalidConfigurationException {
        if (!NetworkTones.isKnown(country)) {
            throw new InvalidConfigurationException("country: the tones of this one are not known: " + country);
        }
        return new Locale(language, country);
    }

    private static SrtpPolicy srtp(String configured) throws InvalidConfigurationException {
        try {
            return SrtpPolicy.valueOf(configured.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidConfigurationException("srtp: off, allowed, preferred or required, was " + configured, e);
        }
    }

    /** Found out by binding any port, since not every address that can be bound is listed by its interface. */
    private static void checkIsOurs(InetAddress bind) throws InvalidConfigurationException {
        try {
            new DatagramSocket(0, bind).close();
        } catch (SocketException e) {
            throw new InvalidConfigurationException("bindAddress: no address of this machine: " + bind, e);
        }
    }

    /** With {@code auto}, what others can reach this machine by: the bind address, or its first non-loopback one. */
    private static String advertised(String configured, InetAddress bind) throws SocketException {
        if (!configured.equals(AUTO)) {
            return configured;
        }
        if (!bind.isAnyLocalAddress()) {
            return bind.getHostAddress();
        }
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(network.getInetAddresses())) {
                if (network.isUp() && !address.isLoopbackAddress() && address instanceof Inet4Address) {
                    return address.getHostAddress();
                }
            }
        }
        return "127.0.0.1";
    }

    private static String text(ConfigProperties properties, String name) throws InvalidConfigurationException {
        return String.valueOf(value(properties, name)).strip();
    }

    private static String textOrNone(ConfigProperties properties, String name) throws InvalidConfigurationException {
        String text = text(properties, name);
        return text.equals(NONE) ? "" : text;
    }

    private static int number(ConfigProperties properties, String name) throws InvalidConfigurationException {
        if (value(properties, name) instanceof Integer number && number >= 0) {
            return number;
        }
        throw new InvalidConfigurationException(name + ": a number from 0 is needed");
    }

    private static Object value(ConfigProperties properties, String name) throws InvalidConfigurationException {
        ConfigProperties.Property property = properties.getProperty(name);
        if (property == null || property.getValue() == null) {
            throw new InvalidConfigurationException(name + ": has no value");
        }
        return property.getValue();
    }
}
