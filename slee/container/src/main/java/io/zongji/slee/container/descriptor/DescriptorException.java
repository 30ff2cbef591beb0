package io.zongji.slee.container.descriptor;

import java.util.List;
import java.util.stream.Collectors;
import javax.slee.management.DeploymentException;

/** A descriptor cannot be used. Carries every fault of the file in the order of lines; the message lists them all. */
public final class DescriptorException extends DeploymentException {

    private static final long serialVersionUID = 1L;

    private final transient List<DescriptorFault> faults;

    public DescriptorException(List<DescriptorFault> faults) {
        super(faults.stream().map(DescriptorFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<DescriptorFault> faults() {
        return faults == null ? List.of() : faults;
    }
}
