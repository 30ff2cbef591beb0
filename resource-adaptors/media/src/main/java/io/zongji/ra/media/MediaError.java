package io.zongji.ra.media;

/** Why a media request failed. */
public enum MediaError {
    NONE,
    /** The SDP cannot be read. */
    SDP_INVALID,
    /** No codec in common, or no audio in the offer or answer. */
    SDP_NOT_ACCEPTABLE,
    /** No such prompt, or it cannot be decoded. */
    PROMPT_UNAVAILABLE,
    /** Ports or capacity are exhausted. */
    RESOURCE_UNAVAILABLE,
    /** The disk is full or not writable. */
    STORAGE_FAILED,
    /** The request does not fit the connection's state. */
    INVALID_STATE,
    /** The machine of the media server is lost. */
    NODE_LOST
}
