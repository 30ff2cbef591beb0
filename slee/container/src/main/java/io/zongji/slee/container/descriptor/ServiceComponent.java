package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import javax.slee.SbbID;
import javax.slee.ServiceID;
import javax.slee.management.LibraryID;

/**
 * A service: the root SBB, the event delivery priority of its root entities (-128 to 127, higher first), and the
 * profile tables it selects initial events by.
 */
public record ServiceComponent(
        ServiceID id,
        SbbID rootSbb,
        byte defaultPriority,
        Optional<String> addressProfileTable,
        Optional<String> resourceInfoProfileTable)
        implements Component {

    public ServiceComponent {
        requireNonNull(id, "id");
        requireNonNull(rootSbb, "rootSbb");
        requireNonNull(addressProfileTable, "addressProfileTable");
        requireNonNull(resourceInfoProfileTable, "resourceInfoProfileTable");
    }

    @Override
    public List<LibraryID> libraries() {
        return List.of();
    }
}
