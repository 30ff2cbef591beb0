package io.zongji.slee.container.deploy;

import static java.util.Objects.requireNonNull;

/**
 * One reason why a unit is refused.
 *
 * @param component the component at fault, or "" if the fault is the file's
 * @param file the descriptor, with a line where one is known
 * @param found what is wrong
 * @param remedy what would be right
 */
public record UnitFault(String component, String file, Rule rule, String found, String remedy) {

    public UnitFault {
        requireNonNull(component, "component");
        requireNonNull(file, "file");
        requireNonNull(rule, "rule");
        requireNonNull(found, "found");
        requireNonNull(remedy, "remedy");
    }

    @Override
    public String toString() {
        String where = component.isEmpty() ? file : file + ": " + component;
        return where + ": [" + rule + "] " + found + (remedy.isEmpty() ? "" : "; " + remedy);
    }
}
