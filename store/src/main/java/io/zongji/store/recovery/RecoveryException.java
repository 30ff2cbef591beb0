package io.zongji.store.recovery;

/** The last run's calls could not be brought to an end; the installation must not take new ones. */
public final class RecoveryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RecoveryException(String message, Throwable cause) {
        super(message, cause);
    }
}
