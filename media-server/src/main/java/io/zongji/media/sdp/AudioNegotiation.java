package io.zongji.media.sdp;

import io.zongji.media.codec.Codec;
import io.zongji.media.sdp.SdpException.Kind;
import io.zongji.media.sdp.SrtpPolicy.Security;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Offer and answer of one audio party (RFC 3264): our side's address, port and session version, and what was agreed last.
 * A-law is preferred whenever it is offered, so that most calls need no transcoding. Safe for any thread.
 */
public final class AudioNegotiation {
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private final String ourHost;
    private final int port;
    private final long sessionId;
    private final SrtpPolicy policy;
    private final OurKeys keys = new OurKeys();
    private long version;
    private String lastBody;
    private Security offered;
    private AudioAgreement agreement;
    private Codec preferred;

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

    /** Has a codec offered first, and taken whenever it is offered; null for our usual order. */
    public synchronized void prefer(Codec codec) {
        preferred = codec;
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
        return describe(ourMedia(
                protocol,
                AudioFormats.offered(preferred),
                Map.of(),
                AudioFormats.offeredEvents(),
                Direction.SENDRECV,
                cryptos));
    }

    /** Answers an offer; on failure what was agreed before stays. */
    public synchronized String answer(String offer) throws SdpException {
        List<MediaLine> media = SdpReader.read(offer);
        MediaLine audio = best(media);
        List<CryptoLine> taken = takenKeys(audio);
        Protection protection = taken.isEmpty() ? new Protection.Plain() : keys.with(taken.get(0));
        AudioAgreement agreed = agree(audio, false, protection);
        StringBuilder body = new StringBuilder();
        for (MediaLine line : media) {
            if (line == audio) {
                body.append(ourMedia(
                        line.protocol(),
                        List.of(agreed.codec()),
                        Map.of(agreed.codec(), agreed.payloadType()),
                        agreed.eventPayloadType() < 0
                                ? Map.of()
                                : Map.of(agreed.codec().clockRate(), agreed.eventPayloadType()),
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
        AudioAgreement agreed = agree(audio, true, theirs == null ? new Protection.Plain() : keys.with(theirs));
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

    private AudioAgreement agree(MediaLine audio, boolean toOurOffer, Protection protection) throws SdpException {
        AudioFormats formats = AudioFormats.of(audio, preferred);
        InetAddress host = numericAddress(audio.host());
        boolean oldHold = host.isAnyLocalAddress();
        Direction theirs = oldHold ? Direction.of(audio.direction().sends(), false) : audio.direction();
        boolean ourEvents = toOurOffer && formats.eventType() >= 0;
        return new AudioAgreement(
                new InetSocketAddress(host, audio.port()),
                formats.codec(),
                formats.payloadType(),
                formats.eventType(),
                formats.codecs(),
                ourEvents ? AudioFormats.ourEventType(formats.codec()) : formats.eventType(),
                theirs.reversed(),
                protection);
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
            Map<Integer, Integer> eventTypes,
            Direction direction,
            List<CryptoLine> cryptos) {
        StringBuilder formats = new StringBuilder();
        StringBuilder attributes = new StringBuilder();
        for (Codec codec : codecs) {
            int type = types.getOrDefault(codec, codec.payloadType());
            formats.append(' ').append(type);
            attributes.append("a=rtpmap:" + type + " " + codec.rtpmap() + "\r\n");
        }
        eventTypes.forEach((clockRate, type) -> {
            formats.append(' ').append(type);
            attributes.append("a=rtpmap:" + type + " telephone-event/" + clockRate + "\r\n");
            attributes.append("a=fmtp:" + type + " 0-15\r\n");
        });
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
