package io.zongji.media.sdp;

import io.zongji.media.codec.Codec;
import io.zongji.media.sdp.MediaLine.PayloadMap;
import io.zongji.media.sdp.SdpException.Kind;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Offer and answer of one audio party (RFC 3264): our side's address, port and session version, and what was agreed last.
 * A-law is preferred whenever it is offered, so that most calls need no transcoding. Safe for any thread.
 */
public final class AudioNegotiation {
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final int OUR_EVENT_TYPE = 101;
    private static final int EVENT_RATE = 8000;

    private final String ourHost;
    private final int port;
    private final long sessionId;
    private long version;
    private String lastBody;
    private boolean offerPending;
    private AudioAgreement agreement;

    /**
     * @param host      the numeric address that others shall send to
     * @param port      the RTP port
     * @param sessionId unique for this host, for example from a random source
     */
    public AudioNegotiation(String host, int port, long sessionId) {
        this.ourHost = host;
        this.port = port;
        this.sessionId = sessionId;
    }

    /** The last agreement; null before the first. */
    public synchronized AudioAgreement agreement() {
        return agreement;
    }

    /** An offer of everything we speak. A pending offer of ours is replaced. */
    public synchronized String offer() {
        offerPending = true;
        String body = ourMedia(List.of(Codec.values()), Map.of(), OUR_EVENT_TYPE, Direction.SENDRECV);
        return describe(body);
    }

    /** Answers an offer; on failure what was agreed before stays. */
    public synchronized String answer(String offer) throws SdpException {
        List<MediaLine> media = SdpReader.read(offer);
        MediaLine audio = firstUsable(media);
        AudioAgreement agreed = agree(audio, -1);
        StringBuilder body = new StringBuilder();
        for (MediaLine line : media) {
            if (line == audio) {
                body.append(ourMedia(
                        List.of(agreed.codec()),
                        Map.of(agreed.codec(), agreed.payloadType()),
                        agreed.eventPayloadType(),
                        agreed.direction()));
            } else {
                body.append("m=" + line.type() + " 0 " + line.protocol() + " "
                        + line.formats().get(0) + "\r\n");
            }
        }
        agreement = agreed;
        offerPending = false;
        return describe(body.toString());
    }

    /** Takes the answer to our offer; on failure what was agreed before stays. */
    public synchronized AudioAgreement accept(String answer) throws SdpException {
        if (!offerPending) {
            throw new SdpException(Kind.UNEXPECTED, "An answer came without an offer");
        }
        AudioAgreement agreed = agree(firstUsable(SdpReader.read(answer)), OUR_EVENT_TYPE);
        agreement = agreed;
        offerPending = false;
        return agreed;
    }

    private static MediaLine firstUsable(List<MediaLine> media) throws SdpException {
        return media.stream()
                .filter(MediaLine::isUsableAudio)
                .findFirst()
                .orElseThrow(() -> new SdpException(Kind.NOT_ACCEPTABLE, "No audio over RTP/AVP"));
    }

    private AudioAgreement agree(MediaLine audio, int ourEventType) throws SdpException {
        Map<Integer, Codec> codecs = new HashMap<>();
        int eventType = -1;
        Map.Entry<Integer, Codec> chosen = null;
        for (String format : audio.formats()) {
            int type = payloadType(format);
            Codec codec = codecOf(audio, type);
            if (codec != null) {
                codecs.put(type, codec);
                if (chosen == null || codec.ordinal() < chosen.getValue().ordinal()) {
                    chosen = Map.entry(type, codec);
                }
            } else if (eventType < 0 && isTelephoneEvent(audio, type)) {
                eventType = type;
            }
        }
        if (chosen == null) {
            throw new SdpException(Kind.NOT_ACCEPTABLE, "No codec in common with " + audio.formats());
        }
        InetAddress host = numericAddress(audio.host());
        boolean oldHold = host.isAnyLocalAddress();
        Direction theirs = oldHold ? Direction.of(audio.direction().sends(), false) : audio.direction();
        int receiveEvents = eventType >= 0 && ourEventType >= 0 ? ourEventType : eventType;
        return new AudioAgreement(
                new InetSocketAddress(host, audio.port()),
                chosen.getValue(),
                chosen.getKey(),
                eventType,
                codecs,
                receiveEvents,
                theirs.reversed());
    }

    private static int payloadType(String format) {
        try {
            return Integer.parseInt(format);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Codec codecOf(MediaLine audio, int type) {
        for (PayloadMap map : audio.maps()) {
            if (map.payloadType() == type) {
                return map.rate() == Codec.SAMPLE_RATE
                        ? Codec.byName(map.name()).orElse(null)
                        : null;
            }
        }
        return Codec.byPayloadType(type).orElse(null);
    }

    private static boolean isTelephoneEvent(MediaLine audio, int type) {
        return audio.maps().stream()
                .anyMatch(map -> map.payloadType() == type
                        && map.rate() == EVENT_RATE
                        && map.name().equalsIgnoreCase("telephone-event"));
    }

    /** Names are refused: resolving one would let a description make us wait for a foreign name server. */
    private InetAddress numericAddress(String host) throws SdpException {
        if (host == null || !NUMERIC.matcher(host).matches()) {
            throw new SdpException(Kind.INVALID, "No numeric connection address: " + host);
        }
        InetAddress address = literal(host);
        if (address.isMulticastAddress()) {
            throw new SdpException(Kind.NOT_ACCEPTABLE, "Multicast is not supported: " + host);
        }
        if (address instanceof Inet6Address != ourHost.contains(":")) {
            throw new SdpException(Kind.NOT_ACCEPTABLE, "Not of our address family: " + host);
        }
        return address;
    }

    private static InetAddress literal(String host) throws SdpException {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new SdpException(Kind.INVALID, "No numeric connection address: " + host);
        }
    }

    private String ourMedia(List<Codec> codecs, Map<Codec, Integer> types, int eventType, Direction direction) {
        StringBuilder formats = new StringBuilder();
        StringBuilder attributes = new StringBuilder();
        for (Codec codec : codecs) {
            int type = types.getOrDefault(codec, codec.payloadType());
            formats.append(' ').append(type);
            attributes.append("a=rtpmap:" + type + " " + codec.name() + "/" + Codec.SAMPLE_RATE + "\r\n");
        }
        if (eventType >= 0) {
            formats.append(' ').append(eventType);
            attributes.append("a=rtpmap:" + eventType + " telephone-event/" + EVENT_RATE + "\r\n");
            attributes.append("a=fmtp:" + eventType + " 0-15\r\n");
        }
        return "m=audio " + port + " RTP/AVP" + formats + "\r\n" + attributes + "a=ptime:20\r\n" + "a="
                + direction.attribute() + "\r\n";
    }

    /** The version goes up exactly when the description changed (RFC 3264, 8). */
    private String describe(String body) {
        if (!body.equals(lastBody)) {
            version++;
            lastBody = body;
        }
        String address = (ourHost.contains(":") ? "IN IP6 " : "IN IP4 ") + ourHost;
        return "v=0\r\no=zongji " + sessionId + " " + version + " " + address + "\r\ns=-\r\nc=" + address
                + "\r\nt=0 0\r\n" + body;
    }
}
