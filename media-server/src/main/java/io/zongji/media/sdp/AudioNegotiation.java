package io.zongji.media.sdp;

import io.zongji.media.codec.Codec;
import io.zongji.media.dtls.Fingerprint;
import io.zongji.media.sdp.MediaSecurity.Terms;
import io.zongji.media.sdp.SdpException.Kind;
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
    private final MediaSecurity security;
    private long version;
    private String lastBody;
    private AudioAgreement agreement;
    private Codec preferred;

    /** A party that only speaks plain RTP. */
    public AudioNegotiation(String host, int port, long sessionId) {
        this(host, null, port, sessionId, SrtpPolicy.OFF, null);
    }

    /**
     * @param host      the numeric address that others shall send to
     * @param publicHost the one at which browsers outside reach the same port; null if there is no other
     * @param port      the RTP port
     * @param sessionId unique for this host, for example from a random source
     * @param policy    of secure RTP by keys in the descriptions
     * @param certificate ours for browsers; null if they are not spoken with
     */
    public AudioNegotiation(
            String host, String publicHost, int port, long sessionId, SrtpPolicy policy, Fingerprint certificate) {
        this.ourHost = host;
        this.port = port;
        this.sessionId = sessionId;
        this.security = new MediaSecurity(policy, certificate, host, publicHost, port);
    }

    /** Has a codec offered first, and taken whenever it is offered; null for our usual order. */
    public synchronized void prefer(Codec codec) {
        preferred = codec;
    }

    /** The last agreement; null before the first. */
    public synchronized AudioAgreement agreement() {
        return agreement;
    }

    /** An offer of everything we speak to a phone. */
    public String offer() {
        try {
            return offer(PeerKind.PHONE);
        } catch (SdpException e) {
            throw new IllegalStateException("Only browsers may be refused an offer", e);
        }
    }

    /** An offer of everything we speak. A pending offer of ours is replaced. What was agreed to be secure stays so. */
    public synchronized String offer(PeerKind peer) throws SdpException {
        Terms terms = security.offer(peer, agreement);
        return describe(terms.session()
                + ourMedia(
                        terms,
                        AudioFormats.offered(preferred),
                        Map.of(),
                        AudioFormats.offeredEvents(),
                        Direction.SENDRECV));
    }

    /** Answers an offer; on failure what was agreed before stays. */
    public synchronized String answer(String offer) throws SdpException {
        List<MediaLine> media = SdpReader.read(offer);
        MediaLine audio = security.best(media);
        Terms terms = security.answer(audio);
        AudioAgreement agreed = agree(audio, false, terms.protection());
        StringBuilder body = new StringBuilder(terms.session());
        for (MediaLine line : media) {
            if (line == audio) {
                body.append(ourMedia(
                        terms,
                        List.of(agreed.codec()),
                        Map.of(agreed.codec(), agreed.payloadType()),
                        agreed.eventPayloadType() < 0
                                ? Map.of()
                                : Map.of(agreed.codec().clockRate(), agreed.eventPayloadType()),
                        agreed.direction()));
            } else {
                body.append(refusal(line));
            }
        }
        agreement = agreed;
        security.offerIsOver();
        return describe(body.toString());
    }

    private static String refusal(MediaLine line) {
        String mid = line.attribute("mid");
        return "m=" + line.type() + " 0 " + line.protocol() + " "
                + line.formats().get(0) + "\r\n" + (mid == null ? "" : "a=mid:" + mid + "\r\n");
    }

    /**
     * Takes the answer to our offer; on failure what was agreed before stays. Behind a fork several may answer the same offer
     * (RFC 3261, 13.2.2.4): the last answer counts, until there is another offer of either side.
     */
    public synchronized AudioAgreement accept(String answer) throws SdpException {
        if (!security.isOfferPending()) {
            throw new SdpException(Kind.UNEXPECTED, "An answer came without an offer");
        }
        MediaLine audio = SdpReader.read(answer).stream()
                .filter(line -> line.isAudio() && security.isAnswer(line))
                .findFirst()
                .orElseThrow(() -> new SdpException(Kind.NOT_ACCEPTABLE, "No audio as it was offered"));
        agreement = agree(audio, true, security.accept(audio));
        return agreement;
    }

    private AudioAgreement agree(MediaLine audio, boolean toOurOffer, Protection protection) throws SdpException {
        AudioFormats formats = AudioFormats.of(audio, preferred);
        boolean addressed = !(protection instanceof Protection.Dtls);
        InetSocketAddress remote = addressed
                ? new InetSocketAddress(numericAddress(audio.host()), audio.port())
                : new InetSocketAddress(audio.port());
        boolean oldHold = addressed && remote.getAddress().isAnyLocalAddress();
        Direction theirs = oldHold ? Direction.of(audio.direction().sends(), false) : audio.direction();
        boolean ourEvents = toOurOffer && formats.eventType() >= 0;
        return new AudioAgreement(
                remote,
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
            Terms terms,
            List<Codec> codecs,
            Map<Codec, Integer> types,
            Map<Integer, Integer> eventTypes,
            Direction direction) {
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
        attributes.append(terms.attributes());
        return "m=audio " + port + " " + terms.protocol() + formats + "\r\n" + attributes + "a=ptime:20\r\n" + "a="
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
