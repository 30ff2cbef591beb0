package io.zongji.media.sdp;

import io.zongji.media.codec.Codec;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;

/**
 * What two parties agreed on, seen from us. Immutable.
 *
 * @param remote           where the other wants its media; the wildcard address if it says so nowhere, or by ICE only
 * @param codec            what we send
 * @param payloadType      its number
 * @param eventPayloadType what we send telephone events as, or -1 if the other does not take them
 * @param receiveCodecs    what may come, by payload type
 * @param receiveEvents    the payload type under which telephone events come, or -1
 * @param direction        what we do
 * @param protection       how packets are protected
 */
public record AudioAgreement(
        InetSocketAddress remote,
        Codec codec,
        int payloadType,
        int eventPayloadType,
        Map<Integer, Codec> receiveCodecs,
        int receiveEvents,
        Direction direction,
        Protection protection) {
    public AudioAgreement {
        Objects.requireNonNull(remote, "remote");
        Objects.requireNonNull(codec, "codec");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(protection, "protection");
        receiveCodecs = Map.copyOf(receiveCodecs);
    }
}
