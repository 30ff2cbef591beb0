package io.zongji.media;

/** No RTP port is left for another connection. */
public class PortsExhaustedException extends Exception {
    private static final long serialVersionUID = 1L;

    PortsExhaustedException(String message) {
        super(message);
    }
}
