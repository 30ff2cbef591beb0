package io.zongji.media.sdp;

import io.zongji.media.codec.Codec;
import io.zongji.media.sdp.MediaLine.PayloadMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The payload types of one media line: which codecs they stand for, which one is chosen, and which telephone events run on
 * its clock.
 *
 * @param codecs      all that are known, by payload type
 * @param codec       the chosen one
 * @param payloadType of the chosen one
 * @param eventType   of the telephone events with its clock, or -1
 */
record AudioFormats(Map<Integer, Codec> codecs, Codec codec, int payloadType, int eventType) {
    private static final Map<Integer, Integer> OUR_EVENT_TYPES = Map.of(8000, 101, 48_000, 110);

    /**
     * Chooses the preferred codec if it is there, else the first in the order of {@link Codec}.
     *
     * @param preferred null for none
     * @throws SdpException when no codec is known
     */
    static AudioFormats of(MediaLine audio, Codec preferred) throws SdpException {
        Map<Integer, Codec> codecs = new HashMap<>();
        Map<Integer, Integer> events = new HashMap<>();
        int chosen = -1;
        for (String format : audio.formats()) {
            int type = number(format);
            Optional<Codec> codec = codecOf(audio, type);
            if (codec.isPresent()) {
                codecs.put(type, codec.get());
                boolean better = chosen < 0 || rank(codec.get(), preferred) < rank(codecs.get(chosen), preferred);
                chosen = better ? type : chosen;
            } else {
                eventClock(audio, type).ifPresent(clock -> events.putIfAbsent(clock, type));
            }
        }
        if (chosen < 0) {
            throw new SdpException(SdpException.Kind.NOT_ACCEPTABLE, "No codec in common with " + audio.formats());
        }
        Codec codec = codecs.get(chosen);
        return new AudioFormats(codecs, codec, chosen, events.getOrDefault(codec.clockRate(), -1));
    }

    /** All codecs in the order of an offer. */
    static List<Codec> offered(Codec preferred) {
        List<Codec> codecs = new ArrayList<>(List.of(Codec.values()));
        if (preferred != null) {
            codecs.remove(preferred);
            codecs.add(0, preferred);
        }
        return codecs;
    }

    /** The payload types of telephone events in our offers, by clock rate. */
    static Map<Integer, Integer> offeredEvents() {
        return new TreeMap<>(OUR_EVENT_TYPES);
    }

    /** The payload type that our offer gives the telephone events that go with a codec. */
    static int ourEventType(Codec codec) {
        return OUR_EVENT_TYPES.get(codec.clockRate());
    }

    private static int rank(Codec codec, Codec preferred) {
        return codec == preferred ? -1 : codec.ordinal();
    }

    private static int number(String format) {
        try {
            return Integer.parseInt(format);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Optional<Codec> codecOf(MediaLine audio, int type) {
        for (PayloadMap map : audio.maps()) {
            if (map.payloadType() == type) {
                return Codec.byName(map.name(), map.rate());
            }
        }
        return Codec.byPayloadType(type);
    }

    private static Optional<Integer> eventClock(MediaLine audio, int type) {
        return audio.maps().stream()
                .filter(map -> map.payloadType() == type && map.name().equalsIgnoreCase("telephone-event"))
                .map(PayloadMap::rate)
                .findFirst();
    }
}
