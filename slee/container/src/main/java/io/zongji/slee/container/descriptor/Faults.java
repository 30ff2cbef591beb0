package io.zongji.slee.container.descriptor;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one file, and what is only odd. */
final class Faults {

    private final String file;
    private final List<DescriptorFault> found = new ArrayList<>();
    private final List<DescriptorFault> odd = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    void add(int line, String element, String message) {
        found.add(new DescriptorFault(file, line, element, message));
    }

    /** Something to tell that does not refuse the file. */
    void warn(int line, String element, String message) {
        odd.add(new DescriptorFault(file, line, element, message));
    }

    boolean any() {
        return !found.isEmpty();
    }

    List<DescriptorFault> warnings() {
        return odd.stream().sorted().toList();
    }

    DescriptorException toException() {
        return new DescriptorException(found.stream().sorted().toList());
    }
}
