package io.zongji.simulator;

import io.zongji.media.codec.Codec;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A phone's session descriptions (RFC 8866, RFC 3264). Written apart from the media server's own reader and writer, so that
 * a mistake of one is not repeated by the other. Used by one thread.
 */
final class PhoneSdp {

    private static final int EVENTS = 101;

    private final InetSocketAddress local;
    private final List<Codec> codecs;
    private final long id;
    private int version;

    /** What the other party described: where to send what, and whether it wants and sends media. */
    record Remote(InetSocketAddress address, Codec codec, int eventPayloadType, boolean receives, boolean sends) {}

    PhoneSdp(InetSocketAddress local, List<Codec> codecs) {
        this.local = local;
        this.codecs = List.copyOf(codecs);
        this.id = System.nanoTime() & Long.MAX_VALUE;
    }

    /**
     * @param direction {@code sendrecv}, {@code sendonly}, {@code recvonly} or {@code inactive}
     */
    String offer(String direction) {
        return describe(codecs, EVENTS, direction);
    }

    /** The answer to what was read by {@link #read}. */
    String answer(Remote offer) {
        String direction =
                offer.receives() ? offer.sends() ? "sendrecv" : "sendonly" : offer.sends() ? "recvonly" : "inactive";
        return describe(List.of(offer.codec()), offer.eventPayloadType(), direction);
    }

    /**
     * Reads an offer or an answer.
     *
     * @throws IllegalArgumentException if there is no audio that this phone can take part in
     */
    Remote read(String sdp) {
        String host = null;
        String[] audio = null;
        List<String> attributes = new ArrayList<>();
        for (String line : sdp.split("\r\n|\n")) {
            if (line.startsWith("c=IN IP4 ") || line.startsWith("c=IN IP6 ")) {
                host = line.substring(9).trim();
            } else if (line.startsWith("m=audio ") && audio == null) {
                audio = line.substring(2).trim().split("\\s+");
            } else if (line.startsWith("m=") && audio != null) {
                break;
            } else if (line.startsWith("a=")) {
                attributes.add(line.substring(2).trim());
            }
        }
        if (audio == null || host == null || audio[1].equals("0")) {
            throw new IllegalArgumentException("no usable audio in the session description");
        }
        List<String> formats = List.of(audio).subList(3, audio.length);
        Codec codec = codecs.stream()
                .filter(known -> formats.contains(Integer.toString(known.payloadType())))
                .min((a, b) -> formats.indexOf(Integer.toString(a.payloadType()))
                        - formats.indexOf(Integer.toString(b.payloadType())))
                .orElseThrow(() -> new IllegalArgumentException("no codec in common: " + formats));
        String direction = attributes.stream()
                .filter(List.of("sendrecv", "sendonly", "recvonly", "inactive")::contains)
                .findFirst()
                .orElse("sendrecv");
        boolean anywhere = host.equals("0.0.0.0");
        return new Remote(
                address(host, Integer.parseInt(audio[1])),
                codec,
                events(attributes),
                !anywhere && (direction.equals("sendrecv") || direction.equals("recvonly")),
                direction.equals("sendrecv") || direction.equals("sendonly"));
    }

    private static int events(List<String> attributes) {
        return attributes.stream()
                .filter(text -> text.startsWith("rtpmap:")
                        && text.toLowerCase(Locale.ROOT).contains("telephone-event/8000"))
                .map(text -> Integer.parseInt(text.substring(7, text.indexOf(' '))))
                .findFirst()
                .orElse(-1);
    }

    private static InetSocketAddress address(String host, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("unknown address in the session description: " + host, e);
        }
    }

    private String describe(List<Codec> spoken, int events, String direction) {
        String host = local.getAddress().getHostAddress();
        StringBuilder formats = new StringBuilder();
        StringBuilder maps = new StringBuilder();
        for (Codec codec : spoken) {
            formats.append(' ').append(codec.payloadType());
            maps.append("a=rtpmap:" + codec.payloadType() + " " + codec.name() + "/8000\r\n");
        }
        if (events >= 0) {
            formats.append(' ').append(events);
            maps.append("a=rtpmap:" + events + " telephone-event/8000\r\na=fmtp:" + events + " 0-15\r\n");
        }
        return "v=0\r\no=phone " + id + " " + ++version + " IN IP4 " + host + "\r\ns=-\r\nc=IN IP4 " + host
                + "\r\nt=0 0\r\nm=audio " + local.getPort() + " RTP/AVP" + formats + "\r\n" + maps
                + "a=ptime:20\r\na=" + direction + "\r\n";
    }
}
