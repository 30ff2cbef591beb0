package io.zongji.sbb.events;

import io.zongji.domain.CallId;
import java.util.Objects;

/**
 * Call to call: the phone in both wants to leave, and the one it talks with here to go on there. {@code LegGiven} or
 * {@code LegDenied} answers.
 *
 * @param by     the call that asks
 * @param dialog of the phone in the call that is asked
 * @param device the phone's extension
 */
public record LegWanted(CallId by, ReplacedDialog dialog, String device) {
    public LegWanted {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(dialog, "dialog");
        Objects.requireNonNull(device, "device");
    }
}
