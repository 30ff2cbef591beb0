package io.zongji.server.deployment;

import io.zongji.slee.container.deploy.InvalidDeployableUnitException;
import java.util.List;

/** The SLEE refused what was asked; nothing of it was done. The message is the SLEE's. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    RefusedException(Exception cause) {
        super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
        faults = Fault.of(cause);
    }

    /** All faults of a refused unit; empty when it was refused for another reason, which the message then tells. */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * One reason why a unit is refused.
     *
     * @param component empty if the fault is the file's
     * @param file      the descriptor, with a line where one is known
     * @param rule      the name of the rule it breaks
     * @param found     what is wrong
     * @param expected  what would be right; may be empty
     */
    public record Fault(String component, String file, String rule, String found, String expected) {
        static List<Fault> of(Exception cause) {
            return cause instanceof InvalidDeployableUnitException invalid
                    ? invalid.faults().stream()
                            .map(one -> new Fault(
                                    one.component(), one.file(), one.rule().name(), one.found(), one.remedy()))
                            .toList()
                    : List.of();
        }
    }
}
