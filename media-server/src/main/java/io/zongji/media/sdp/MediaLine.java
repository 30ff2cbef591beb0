package io.zongji.media.sdp;

import java.util.List;

/**
 * One {@code m=} section as the other party wrote it.
 *
 * @param type      {@code audio}, {@code video} ...
 * @param port      0 if it is refused
 * @param protocol  {@code RTP/AVP} ...
 * @param formats   as in the m-line
 * @param maps      what the {@code rtpmap} attributes say
 * @param host      the address of its own or of the session; null if there is none
 * @param direction its own or the session's
 * @param attributes the values of all its attributes, followed by those of the session
 */
record MediaLine(
        String type,
        int port,
        String protocol,
        List<String> formats,
        List<PayloadMap> maps,
        String host,
        Direction direction,
        List<String> attributes) {

    /** One {@code rtpmap}. */
    record PayloadMap(int payloadType, String name, int rate) {}

    MediaLine {
        formats = List.copyOf(formats);
        maps = List.copyOf(maps);
        attributes = List.copyOf(attributes);
    }

    boolean isAudio() {
        return type.equals("audio") && port > 0;
    }

    /** The values of all attributes of this name, its own before the session's. */
    List<String> attributes(String name) {
        String prefix = name + ":";
        return attributes.stream()
                .filter(value -> value.startsWith(prefix))
                .map(value -> value.substring(prefix.length()))
                .toList();
    }

    /** The first value of this name, or null. */
    String attribute(String name) {
        List<String> values = attributes(name);
        return values.isEmpty() ? null : values.get(0);
    }
}
