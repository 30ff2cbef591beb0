package io.zongji.domain.recording;

import io.zongji.domain.LegId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Whose voice is on one channel of a recording's part. The journal and the database keep a part's channels as one text,
 * {@code leg1:caller,leg2:agent}, in the order of the file.
 *
 * @param leg  the party
 * @param role what it was to the call when the part began: {@code caller}, {@code agent}, {@code supervisor} …; no commas or colons
 */
public record Channel(LegId leg, String role) {
    public Channel {
        Objects.requireNonNull(leg, "leg");
        if (!role.matches("[A-Za-z0-9_-]{1,32}")) {
            throw new IllegalArgumentException("role: 1 to 32 letters, digits, _ and -; was " + role);
        }
    }

    /** The text for the journal. */
    public static String write(List<Channel> channels) {
        return channels.stream()
                .map(channel -> channel.leg() + ":" + channel.role())
                .collect(Collectors.joining(","));
    }

    /** Reads the text; empty for null and for what cannot be read, since old and damaged journals are read as they are. */
    public static List<Channel> read(String text) {
        if (text == null || text.isEmpty()) {
            return List.of();
        }
        try {
            List<Channel> channels = new ArrayList<>();
            for (String each : text.split(",")) {
                // A leg's id may hold a colon, a role may not.
                int colon = each.lastIndexOf(':');
                channels.add(new Channel(new LegId(each.substring(0, colon)), each.substring(colon + 1)));
            }
            return List.copyOf(channels);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return List.of();
        }
    }
}
