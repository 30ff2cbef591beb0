package io.zongji.store.recording;

/** What was found when the file of a finished recording was looked at. */
public enum FileState {
    /** It is there and has its check sum. */
    INTACT,
    /** It is not there, and nothing says that it should not be. */
    DELETED,
    /** It is there with other contents, or cannot be read. */
    ALTERED
}
