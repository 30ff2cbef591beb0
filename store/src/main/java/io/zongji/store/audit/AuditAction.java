package io.zongji.store.audit;

/** What the audit log knows of; each has its words in both languages. */
public enum AuditAction {
    SIGN_IN,
    SIGN_IN_FAILED,
    SIGN_OUT,
    /** An agent signs in at a phone by number and PIN, or somebody tries to. */
    PHONE_SIGN_IN,
    /** A supervisor takes part in a call without being heard. */
    LISTEN,
    WHISPER,
    BARGE_IN,
    /** A supervisor takes a call over from its agent. */
    INTERCEPT,
    /** A supervisor ends somebody else's call. */
    RELEASE,
    /** A supervisor leaves a call. */
    LEAVE,
    /** A supervisor does with somebody else's call what its agent could do: hold, transfer and so on. */
    CONTROL,
    /** Somebody sets an agent's state. */
    FORCE_STATE,
    /** A supervisor lets an agent rest who has asked. */
    ALLOW_REST,
    /** A supervisor does not. */
    REFUSE_REST,
    /** An agent is signed out and may not come back before an administrator allows it. */
    FORCE_SIGN_OUT,
    /** An administrator lets an agent who was signed out by force sign in again. */
    RESTORE_SIGN_IN,
    MESSAGE,
    /** A supervisor comes to help an agent who has asked. */
    HELP,
    CREATE,
    CHANGE,
    REMOVE,
    /** Two records become one. */
    MERGE,
    /** A problem of a recording is declared dealt with. */
    RESOLVE,
    PLAY_RECORDING,
    DOWNLOAD_RECORDING,
    /** Something is installed, started, stopped or taken away in the SLEE. */
    DEPLOYMENT
}
