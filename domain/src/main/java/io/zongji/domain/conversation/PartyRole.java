package io.zongji.domain.conversation;

import io.zongji.domain.journal.CallEventData;

/** What a party is to the call. */
public enum PartyRole {
    /** Who called. The call is over when they leave. */
    CUSTOMER(CallEventData.ROLE_CALLER),
    /** Whose call it is: holds, consults, transfers. */
    AGENT(CallEventData.ROLE_AGENT),
    /** Who was asked for help, or joined. */
    COLLEAGUE(CallEventData.ROLE_COLLEAGUE),
    /** Who listens, whispers or barges in. */
    SUPERVISOR(CallEventData.ROLE_SUPERVISOR);

    private final String code;

    PartyRole(String code) {
        this.code = code;
    }

    /** The name in journals and the database. */
    public String code() {
        return code;
    }
}
