package io.zongji.slee.container.deploy;

import java.util.List;
import java.util.stream.Collectors;
import javax.slee.management.DeploymentException;

/** A unit was refused. Carries all its faults; the message lists them one a line. */
public final class InvalidDeployableUnitException extends DeploymentException {

    private static final long serialVersionUID = 1L;

    private final transient List<UnitFault> faults;

    public InvalidDeployableUnitException(String unit, List<UnitFault> faults) {
        super(unit + " has " + faults.size() + " fault(s):\n"
                + faults.stream().map(UnitFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<UnitFault> faults() {
        return faults;
    }

    /** On its way to a management client, which has the classes of the standard only. */
    private Object writeReplace() {
        return new DeploymentException(getMessage());
    }
}
