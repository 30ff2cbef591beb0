package io.zongji.sbb.events;

import io.zongji.domain.LegId;
import java.util.Objects;

/**
 * Leg to call: the party's phone wants its call to go on with somebody else (RFC 3515), and waits for an answer.
 *
 * @param target   the number or extension to ring
 * @param replaced the phone talks with that one already, in this dialog (RFC 3891); null when somebody is to be rung
 */
public record PhoneRefers(LegId leg, String target, ReplacedDialog replaced) {
    public PhoneRefers {
        Objects.requireNonNull(leg, "leg");
        Objects.requireNonNull(target, "target");
    }
}
