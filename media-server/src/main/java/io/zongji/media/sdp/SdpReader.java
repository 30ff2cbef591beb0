package io.zongji.media.sdp;

import io.zongji.media.sdp.MediaLine.PayloadMap;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what matters for audio from a description and passes over the rest; lenient towards unknown lines. */
final class SdpReader {
    private static final int MAX_LENGTH = 64 * 1024;
    private static final int MAX_MEDIA = 32;
    private static final int MAX_ATTRIBUTES = 256;

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern SPACE_OR_SLASH = Pattern.compile("[\\s/]+");

    private final List<MediaLine> media = new ArrayList<>();
    private final List<String> sessionAttributes = new ArrayList<>();
    private String sessionHost;
    private Direction sessionDirection = Direction.SENDRECV;

    private String[] line;
    private String host;
    private Direction direction;
    private List<PayloadMap> maps;
    private List<String> attributes;

    private SdpReader() {}

    static List<MediaLine> read(String sdp) throws SdpException {
        if (sdp == null || sdp.length() > MAX_LENGTH || !sdp.stripLeading().startsWith("v=0")) {
            throw new SdpException(SdpException.Kind.INVALID, "No session description");
        }
        SdpReader reader = new SdpReader();
        for (Iterator<String> lines = sdp.lines().iterator(); lines.hasNext(); ) {
            reader.take(lines.next().strip());
        }
        reader.endMedia();
        return reader.media;
    }

    private void take(String text) throws SdpException {
        if (text.length() < 2 || text.charAt(1) != '=') {
            return;
        }
        String value = text.substring(2).strip();
        switch (text.charAt(0)) {
            case 'm' -> beginMedia(value);
            case 'c' -> connection(value);
            case 'a' -> attribute(value);
            default -> {
                // Times, bandwidths, names: of no use here.
            }
        }
    }

    private void beginMedia(String value) throws SdpException {
        endMedia();
        line = SPACE.split(value);
        if (line.length < 4 || media.size() >= MAX_MEDIA) {
            throw new SdpException(SdpException.Kind.INVALID, "Malformed media line: " + value);
        }
        host = sessionHost;
        direction = null;
        maps = new ArrayList<>();
        attributes = new ArrayList<>();
    }

    private void endMedia() throws SdpException {
        if (line == null) {
            return;
        }
        List<String> formats = List.of(line).subList(3, line.length);
        int port = number(line[1].split("/")[0]);
        if (port < 0 || port > 65535) {
            throw new SdpException(SdpException.Kind.INVALID, "Port out of range: " + line[1]);
        }
        Direction effective = direction != null ? direction : sessionDirection;
        attributes.addAll(sessionAttributes);
        media.add(new MediaLine(line[0], port, line[2], formats, maps, host, effective, attributes));
    }

    private void connection(String value) {
        String[] parts = SPACE.split(value);
        if (parts.length < 3) {
            return;
        }
        String address = parts[2].split("/")[0];
        if (line == null) {
            sessionHost = address;
        } else {
            host = address;
        }
    }

    private void attribute(String value) {
        List<String> kept = line == null ? sessionAttributes : attributes;
        if (kept.size() < MAX_ATTRIBUTES) {
            kept.add(value);
        }
        Direction named = Direction.ofAttribute(value).orElse(null);
        if (named != null) {
            if (line == null) {
                sessionDirection = named;
            } else {
                direction = named;
            }
        } else if (line != null && value.startsWith("rtpmap:")) {
            payloadMap(value.substring("rtpmap:".length()));
        }
    }

    private void payloadMap(String value) {
        String[] parts = SPACE_OR_SLASH.split(value.strip());
        try {
            int payloadType = Integer.parseInt(parts[0]);
            if (parts.length >= 3 && payloadType >= 0 && payloadType <= 127) {
                maps.add(new PayloadMap(payloadType, parts[1], Integer.parseInt(parts[2])));
            }
        } catch (NumberFormatException e) {
            // A map that cannot be read maps nothing; its format is then not used.
        }
    }

    private static int number(String text) throws SdpException {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new SdpException(SdpException.Kind.INVALID, "No number: " + text);
        }
    }
}
