package io.zongji.slee.container.descriptor;

import static java.util.Objects.requireNonNull;

import java.util.List;
import javax.slee.management.LibraryID;

/** A library: classes shared by other components; {@code jars} are paths inside the library's component jar. */
public record LibraryComponent(LibraryID id, List<LibraryID> libraries, List<String> jars) implements Component {

    public LibraryComponent {
        requireNonNull(id, "id");
        libraries = List.copyOf(libraries);
        jars = List.copyOf(jars);
    }
}
