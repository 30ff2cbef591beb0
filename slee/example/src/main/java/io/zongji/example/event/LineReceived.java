package io.zongji.example.event;

import static java.util.Objects.requireNonNull;

/** A line came in, on the activity of its connection. */
public record LineReceived(String text) {
    public LineReceived {
        requireNonNull(text, "text");
    }
}
