package io.zongji.media;

/** Why a request was not carried out. */
public enum MediaFailure {
    NONE,
    /** The SDP cannot be read. */
    SDP_INVALID,
    /** No codec in common, or no audio. */
    SDP_NOT_ACCEPTABLE,
    /** No such prompt, or it cannot be decoded. */
    PROMPT_UNAVAILABLE,
    /** No port is left. */
    RESOURCE_UNAVAILABLE,
    /** The disk is full or not writable. */
    STORAGE_FAILED,
    /** The request does not fit the connection's state. */
    INVALID_STATE
}
