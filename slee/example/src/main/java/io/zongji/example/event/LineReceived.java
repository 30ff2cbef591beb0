package io.zongji.example.event;

import static java.util.Objects.requireNonNull;

/**
 * A line came in, on the activity of its connection.
 *
 * @param first nothing came on this connection before
 */
public record LineReceived(String text, boolean first) {
    public LineReceived {
        requireNonNull(text, "text");
    }
}
