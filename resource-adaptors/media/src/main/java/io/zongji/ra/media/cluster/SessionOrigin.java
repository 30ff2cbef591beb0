package io.zongji.ra.media.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code o=} line of a leg's descriptions. It names the session, which goes on when the leg's media comes to another
 * node: there, too, it has to be the same but for a version that only goes up (RFC 3264, 8). Not thread-safe.
 */
final class SessionOrigin {
    private static final Pattern LINE = Pattern.compile("(?m)^o=(\\S+ \\S+) (\\d+) (.*?)(\\r?)$");

    private String session;
    private String address;
    private long version;
    private long foreignVersion = -1;
    private boolean foreign;

    /** What comes next was written on another node than what came before. */
    void moved() {
        foreign = session != null;
        foreignVersion = -1;
    }

    /** The description as the leg's peer has to see it. */
    String continued(String sdp) {
        Matcher line = LINE.matcher(sdp);
        if (!line.find()) {
            return sdp;
        }
        long written = Long.parseLong(line.group(2));
        if (!foreign) {
            session = line.group(1);
            address = line.group(3);
            version = written;
            return sdp;
        }
        if (written != foreignVersion) {
            foreignVersion = written;
            version++;
        }
        String origin = "o=" + session + " " + version + " " + address + line.group(4);
        return sdp.substring(0, line.start()) + origin + sdp.substring(line.end());
    }
}
