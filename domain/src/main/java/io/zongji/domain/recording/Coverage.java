package io.zongji.domain.recording;

/** What became of a stretch of talk. */
public enum Coverage {
    /** It is in a file, on a channel of its own. */
    RECORDED,
    /** It was left out on purpose, by somebody who paused the recording. */
    PAUSED,
    /** It was not to be recorded, for example because the queue is not. */
    NOT_WANTED,
    /** It should be in a file and is in none. */
    MISSING
}
