package io.zongji.server.deployment;

import java.time.Instant;
import java.util.List;
import javax.slee.ComponentID;

/**
 * A deployable unit as an administrator sees it.
 *
 * @param url        what identifies it
 * @param installed  when; null if it is kept and could not be installed
 * @param own        part of the archive, not to be taken out
 * @param components in the order of their dependencies
 * @param problem    why it could not be installed; null if it is
 * @param faults     of a kept unit that was refused
 */
public record UnitView(
        String url,
        Instant installed,
        boolean own,
        List<ComponentID> components,
        String problem,
        List<RefusedException.Fault> faults) {

    public UnitView {
        components = List.copyOf(components);
        faults = List.copyOf(faults);
    }

    /** The last part of the URL. */
    public String name() {
        String trimmed = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }
}
