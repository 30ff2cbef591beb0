package io.zongji.media.sdp;

/** A description that cannot be used. */
public class SdpException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What is wrong with it. */
    public enum Kind {
        /** It cannot be read. */
        INVALID,
        /** No audio or no codec in common. */
        NOT_ACCEPTABLE,
        /** It came when none, or another kind, was expected. */
        UNEXPECTED
    }

    SdpException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
