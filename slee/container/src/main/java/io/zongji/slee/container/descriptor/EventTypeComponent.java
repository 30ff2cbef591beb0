package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.List;
import javax.slee.EventTypeID;
import javax.slee.management.LibraryID;

/** An event type and the class of its event objects. Several event types may share one class. */
public record EventTypeComponent(EventTypeID id, String eventClass, List<LibraryID> libraries) implements Component {

    public EventTypeComponent {
        requireNonNull(id, "id");
        requireNonNull(eventClass, "eventClass");
        libraries = List.copyOf(libraries);
    }
}
