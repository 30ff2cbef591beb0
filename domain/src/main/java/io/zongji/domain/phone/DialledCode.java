package io.zongji.domain.phone;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was dialled for an agent's state. Behind the code for signing in may stand, each after a star, the number of an agent who
 * wants to sign in at somebody else's phone, and the agent's PIN; both may be left out to be asked for.
 *
 * @param number the agent's; empty to be asked for, null when the agent who works at the phone is meant
 * @param pin    empty to be asked for. No text tells it, and it is to be kept nowhere
 */
public record DialledCode(AgentCode code, String number, String pin) {

    private static final String OF_GUEST = AgentCode.SIGN_IN.dialled() + "*";
    /** SIP URIs write the hash as %23 (RFC 3261, 25.1), and some phones do not. */
    private static final Pattern SPELLED = Pattern.compile("([0-9]*)(?:\\*([0-9]*))?(?:#|%23)?");

    /**
     * The code that is dialled so; empty for a number. What is misspelt behind the code is asked for: taken for a number that nobody
     * has, it would be kept, and with it a PIN.
     */
    public static Optional<DialledCode> of(String dialled) {
        if (!dialled.startsWith(OF_GUEST)) {
            return AgentCode.of(dialled).map(code -> new DialledCode(code, null, ""));
        }
        Matcher guest = SPELLED.matcher(dialled.substring(OF_GUEST.length()));
        return Optional.of(
                guest.matches()
                        ? new DialledCode(
                                AgentCode.SIGN_IN, guest.group(1), Objects.requireNonNullElse(guest.group(2), ""))
                        : signInOfAnybody());
    }

    /** Signing in at the phone for somebody who is to say who it is. */
    public static DialledCode signInOfAnybody() {
        return new DialledCode(AgentCode.SIGN_IN, "", "");
    }

    /** Whether somebody else than the agent who works at the phone is meant. */
    public boolean ofGuest() {
        return number != null;
    }

    @Override
    public String toString() {
        if (!ofGuest()) {
            return code.toString();
        }
        return code + (number.isEmpty() ? " of a guest" : " of agent " + number);
    }
}
