package io.zongji.media.sdp;

import io.zongji.media.codec.Codec;
import io.zongji.media.sdp.MediaLine.PayloadMap;
import io.zongji.media.sdp.SdpException.Kind;
import io.zongji.media.sdp.SrtpPolicy.Security;
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
    private final SrtpPolicy policy;
    private final OurKeys keys = new OurKeys();
    private long version;
    private String lastBody;
    private Security offered;
    private AudioAgreement agreement;

    /** A party that only speaks plain RTP. */
    public AudioNegotiation(String host, int port, long sessionId) {
        this(host, port, sessionId, SrtpPolicy.OFF);
    }

    /**
     * @param host      the numeric address that others shall send to
     * @param port      the RTP port
     * @param sessionId unique for this host, for example from a random source
     * @param policy    of secure RTP by keys in the descriptions
     */
    public AudioNegotiation(String host, int port, long sessionId, SrtpPolicy policy) {
        this.ourHost = host;
        this.port = port;
        this.sessionId = sessionId;
        this.policy = policy;
    }

    /** The last agreement; null before the first. */
    public synchronized AudioAgreement agreement() {
        return agreement;
    }

    /** An offer of everything we speak. A pending offer of ours is replaced. What was secure stays so. */
    public synchronized String offer() {
        boolean secure = agreement != null && agreement.protection() instanceof Protection.Sdes;
        offered = secure ? Security.KEYS : policy.offers();
        String protocol = offered == Security.KEYS ? "RTP/SAVP" : "RTP/AVP";
        List<CryptoLine> cryptos = offered == Security.NONE ? List.of() : keys.offer();
        return describe(
                ourMedia(protocol, List.of(Codec.values()), Map.of(), OUR_EVENT_TYPE, Direction.SENDRECV, cryptos));
    }

    /** Answers an offer; on failure what was agreed before stays. */
    public synchronized String answer(String offer) throws SdpException {
        List<MediaLine> media = SdpReader.read(offer);
        MediaLine audio = best(media);
        List<CryptoLine> taken = takenKeys(audio);
        Protection protection = taken.isEmpty() ? new Protection.Plain() : keys.with(taken.get(0));
        AudioAgreement agreed = agree(audio, -1, protection);
        StringBuilder body = new StringBuilder();
        for (MediaLine line : media) {
            if (line == audio) {
                body.append(ourMedia(
                        line.protocol(),
                        List.of(agreed.codec()),
                        Map.of(agreed.codec(), agreed.payloadType()),
                        agreed.eventPayloadType(),
                        agreed.direction(),
                        taken.stream().map(keys::answer).toList()));
            } else {
                body.append("m=" + line.type() + " 0 " + line.protocol() + " "
                        + line.formats().get(0) + "\r\n");
            }
        }
        agreement = agreed;
        offered = null;
        return describe(body.toString());
    }

    /** Takes the answer to our offer; on failure what was agreed before stays. */
    public synchronized AudioAgreement accept(String answer) throws SdpException {
        if (offered == null) {
            throw new SdpException(Kind.UNEXPECTED, "An answer came without an offer");
        }
        MediaLine audio = SdpReader.read(answer).stream()
                .filter(line -> line.isAudio() && isAnswered(line))
                .findFirst()
                .orElseThrow(() -> new SdpException(Kind.NOT_ACCEPTABLE, "No audio as it was offered: " + offered));
        CryptoLine theirs = CryptoLine.of(audio).stream()
                .filter(line -> offered != Security.NONE && keys.offered(line))
                .findFirst()
                .orElse(null);
        if (theirs == null && offered == Security.KEYS) {
            throw new SdpException(Kind.NOT_ACCEPTABLE, "The answer has no key for what was offered");
        }
        AudioAgreement agreed =
                agree(audio, OUR_EVENT_TYPE, theirs == null ? new Protection.Plain() : keys.with(theirs));
        agreement = agreed;
        offered = null;
        return agreed;
    }

    private MediaLine best(List<MediaLine> media) throws SdpException {
        for (Security wanted : policy.order()) {
            for (MediaLine line : media) {
                if (line.isAudio() && securityOf(line) == wanted) {
                    return line;
                }
            }
        }
        throw new SdpException(Kind.NOT_ACCEPTABLE, "No audio over RTP as we may speak it; secure RTP is " + policy);
    }

    /** What a media line offers, or null if it is nothing we know. */
    private static Security securityOf(MediaLine line) {
        boolean hasKeys = !CryptoLine.of(line).isEmpty();
        return switch (line.protocol()) {
            case "RTP/AVP", "RTP/AVPF" -> hasKeys ? Security.OPTIONAL_KEYS : Security.NONE;
            case "RTP/SAVP", "RTP/SAVPF" -> hasKeys ? Security.KEYS : null;
            default -> null;
        };
    }

    private boolean isAnswered(MediaLine line) {
        boolean secure = line.protocol().startsWith("RTP/SAVP");
        return secure == (offered == Security.KEYS) && securityOf(line) != null;
    }

    /** The one crypto line of an offer that is answered; none for plain RTP. */
    private List<CryptoLine> takenKeys(MediaLine line) {
        boolean wanted = securityOf(line) == Security.KEYS || policy.wantsKeys();
        return CryptoLine.of(line).stream().limit(wanted ? 1 : 0).toList();
    }

    private AudioAgreement agree(MediaLine audio, int ourEventType, Protection protection) throws SdpException {
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
                theirs.reversed(),
                protection);
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

    private String ourMedia(
            String protocol,
            List<Codec> codecs,
            Map<Codec, Integer> types,
            int eventType,
            Direction direction,
            List<CryptoLine> cryptos) {
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
        cryptos.forEach(crypto -> attributes.append(crypto.attribute()));
        return "m=audio " + port + " " + protocol + formats + "\r\n" + attributes + "a=ptime:20\r\n" + "a="
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
