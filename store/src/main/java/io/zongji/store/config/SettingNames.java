package io.zongji.store.config;

/** The names of the rows of the table {@code setting}; databases hold them, so they never change. */
public final class SettingNames {

    /** A time zone such as {@code Asia/Shanghai}. */
    public static final String ZONE = "zone";
    /** {@code IDLE}, {@code WRAP_UP} or {@code BUSY}. */
    public static final String STATE_AFTER_SIGN_IN = "stateAfterSignIn";
    /** The realm of SIP digest authentication; stored secrets contain it. */
    public static final String REALM = "realm";
    /** The default language of prompts, a BCP 47 tag. */
    public static final String LANGUAGE = "language";

    /** {@code AGENT_DECIDES}, {@code ALL_AUTOMATIC} or {@code ALL_CHOSEN}. */
    public static final String SKILL_SIGN_IN = "skillSignIn";
    /** {@code IDLE} or {@code BUSY}. */
    public static final String STATE_AFTER_REST = "stateAfterRest";
    /** Whether new agents may change their queues while signed in: {@code true} or {@code false}. */
    public static final String RESET_QUEUES = "resetQueues";

    /** Whether a rest has to be allowed: {@code true} or {@code false}. */
    public static final String REST_APPROVAL = "restApproval";

    /** Whether phones outside confirm calls by a key: {@code true} or {@code false}. */
    public static final String CONFIRM_OUTSIDE = "confirmOutside";

    private SettingNames() {}
}
