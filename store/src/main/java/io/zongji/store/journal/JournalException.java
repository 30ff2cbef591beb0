package io.zongji.store.journal;

/** The journal could not be opened, read or closed. Never thrown by an append. */
public final class JournalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
