package io.zongji.server;

/** The call centre cannot start; the message says which part and why. */
public class CallCentreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CallCentreException(String message, Throwable cause) {
        super(message, cause);
    }
}
