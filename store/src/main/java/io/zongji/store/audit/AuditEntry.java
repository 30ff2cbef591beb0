package io.zongji.store.audit;

import java.time.Instant;
import java.util.Objects;

/**
 * One line of the audit log. Text that is longer than the table takes is cut: what happened must not be lost over a detail.
 *
 * @param login   who did it, by the name they sign in with
 * @param address from where; empty when unknown
 * @param subject whom or what it was about; empty when only the call
 * @param call    the call's id; empty when none
 * @param outcome {@link #DONE}, or the code of the refusal
 * @param detail  what else there is to know; may be empty
 */
public record AuditEntry(
        Instant at,
        String login,
        String address,
        AuditAction action,
        String subject,
        String call,
        String outcome,
        String detail) {

    /** The outcome of what was allowed and happened. */
    public static final String DONE = "done";

    public AuditEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(action, "action");
        login = fitting(login, 100);
        address = fitting(address, 64);
        subject = fitting(subject, 200);
        call = fitting(call, 64);
        outcome = fitting(outcome, 64);
        detail = fitting(detail, 4000);
    }

    /** PostgreSQL refuses the character zero, which a stranger may well send as a name. */
    private static String fitting(String text, int length) {
        String clean = Objects.requireNonNull(text, "text").replace('\0', ' ');
        return clean.length() <= length ? clean : clean.substring(0, length - 1) + '…';
    }
}
