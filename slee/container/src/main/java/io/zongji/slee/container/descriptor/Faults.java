package io.zongji.slee.container.descriptor;

import java.util.ArrayList;
import java.util.List;

/** Collects the faults of one file. */
final class Faults {

    private final String file;
    private final List<DescriptorFault> found = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    void add(int line, String element, String message) {
        found.add(new DescriptorFault(file, line, element, message));
    }

    boolean any() {
        return !found.isEmpty();
    }

    DescriptorException toException() {
        return new DescriptorException(found.stream().sorted().toList());
    }
}
