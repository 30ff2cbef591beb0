package io.zongji.slee.container.descriptor;

import java.util.List;
import javax.slee.ComponentID;
import javax.slee.management.LibraryID;

/** One deployable thing of a SLEE, known by its kind and the triple of name, vendor and version. Immutable. */
public sealed interface Component
        permits EventTypeComponent,
                LibraryComponent,
                ProfileSpecComponent,
                ResourceAdaptorComponent,
                ResourceAdaptorTypeComponent,
                SbbComponent,
                ServiceComponent {

    ComponentID id();

    /** Libraries whose classes this component uses. Empty for a service. */
    List<LibraryID> libraries();
}
