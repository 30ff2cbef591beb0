package io.zongji.domain.phone;

import io.zongji.domain.agent.AgentAction;
import java.util.Arrays;
import java.util.Optional;

/** What an agent asks for by dialling at the phone, for those who have no page open. */
public enum AgentCode {
    SIGN_IN("*41", AgentAction.SIGN_IN),
    SIGN_OUT("*42", AgentAction.SIGN_OUT),
    READY("*43", AgentAction.READY),
    BUSY("*44", AgentAction.BUSY);

    private final String dialled;
    private final AgentAction action;

    AgentCode(String dialled, AgentAction action) {
        this.dialled = dialled;
        this.action = action;
    }

    /** The code that is dialled so; empty for a number. */
    public static Optional<AgentCode> of(String dialled) {
        return Arrays.stream(values())
                .filter(code -> code.dialled.equals(dialled))
                .findFirst();
    }

    /** What is dialled for it. */
    public String dialled() {
        return dialled;
    }

    /** What is asked for. */
    public AgentAction action() {
        return action;
    }
}
