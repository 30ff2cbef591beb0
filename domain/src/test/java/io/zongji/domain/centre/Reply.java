package io.zongji.domain.centre;

import io.zongji.domain.conversation.Refusal;

/** Counts the answers to one command. */
final class Reply {
    private final String command;
    private int answers;
    private Refusal refusal;

    Reply(String command) {
        this.command = command;
    }

    void done(Refusal outcome) {
        answers++;
        refusal = outcome;
    }

    int answers() {
        return answers;
    }

    boolean granted() {
        return answers == 1 && refusal == null;
    }

    @Override
    public String toString() {
        return command;
    }
}
