package io.zongji.server;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One way in which a transfer may go.
 *
 * @param transport of the phones inside
 */
record TransferCell(Who who, Kind kind, Target target, Outcome outcome, String transport) {

    /** Whose call it is when it is transferred. */
    enum Who {
        FIRST_AGENT,
        /** Who got the call by a transfer. */
        SECOND_AGENT,
        /** Who called the customer. */
        CALLING_AGENT;

        /** Of the two, the one whose call it was from its beginning. */
        boolean first() {
            return this != SECOND_AGENT;
        }
    }

    /** How. */
    enum Kind {
        BLIND_BUTTON,
        CONSULT_BUTTON,
        BLIND_CODE,
        CONSULT_CODE,
        /** By the phone's own transfer key; the agent is there until the target answers. */
        REFER;

        /** The agent leaves before anybody has answered. */
        boolean blind() {
            return this == BLIND_BUTTON || this == BLIND_CODE;
        }

        /** Who answers has the call, without a word to the agent. */
        boolean atOnce() {
            return blind() || this == REFER;
        }

        boolean byCode() {
            return this == BLIND_CODE || this == CONSULT_CODE;
        }
    }

    /** To whom. */
    enum Target {
        IDLE_AGENT,
        BUSY_AGENT,
        SIGNED_OUT_AGENT,
        EXTENSION,
        UNREGISTERED,
        QUEUE,
        QUEUE_WITHOUT_AGENTS,
        FLOW,
        OUTSIDE,
        UNKNOWN;

        /** A place of the call centre and no phone. */
        boolean place() {
            return this == QUEUE || this == QUEUE_WITHOUT_AGENTS || this == FLOW;
        }

        /** Nobody rings there. */
        boolean refused() {
            return this == BUSY_AGENT || this == UNREGISTERED || this == UNKNOWN;
        }

        boolean agent() {
            return this == IDLE_AGENT || this == SIGNED_OUT_AGENT || this == QUEUE;
        }
    }

    /** What becomes of it. */
    enum Outcome {
        ANSWERED,
        BUSY,
        NO_ANSWER,
        DECLINED,
        /** Answered, and soon over. */
        TARGET_HANGS_UP,
        /** While the target rings. */
        CUSTOMER_HANGS_UP,
        /** Nobody is rung. */
        REFUSED
    }

    /** All that can be. */
    static List<TransferCell> all() {
        return Arrays.stream(Who.values())
                .flatMap(who -> Arrays.stream(Kind.values()).flatMap(kind -> Arrays.stream(Target.values())
                        .flatMap(target -> Arrays.stream(Outcome.values()).flatMap(outcome -> Stream.of("udp", "tcp")
                                .map(transport -> new TransferCell(who, kind, target, outcome, transport))))))
                .filter(TransferCell::possible)
                .toList();
    }

    /** Of calls that we made, those that differ in what is done with the customer's leg, half of them by each transport. */
    private boolean covers() {
        boolean targets = target != Target.SIGNED_OUT_AGENT && target != Target.UNREGISTERED;
        boolean outcomes = outcome != Outcome.BUSY && outcome != Outcome.NO_ANSWER;
        int turn = kind.ordinal() + target.ordinal() + outcome.ordinal();
        return targets && outcomes && transport.equals(turn % 2 == 0 ? "udp" : "tcp");
    }

    private boolean possible() {
        if (who == Who.CALLING_AGENT && !covers()) {
            return false;
        }
        if (target.place() && kind != Kind.BLIND_BUTTON) {
            return false; // a code names a number, and nobody consults a queue
        }
        return switch (target) {
            case BUSY_AGENT, UNREGISTERED, UNKNOWN, QUEUE_WITHOUT_AGENTS -> outcome == Outcome.REFUSED;
            case FLOW -> outcome == Outcome.ANSWERED;
            case QUEUE ->
                outcome == Outcome.ANSWERED || outcome == Outcome.DECLINED || outcome == Outcome.CUSTOMER_HANGS_UP;
            default -> outcome != Outcome.REFUSED;
        };
    }

    /** Whether the target gets the call. */
    boolean handsOver() {
        return outcome == Outcome.ANSWERED || outcome == Outcome.TARGET_HANGS_UP && kind.atOnce();
    }

    @Override
    public String toString() {
        return String.join(" ", who.name(), kind.name(), target.name(), outcome.name(), transport);
    }
}
