package io.zongji.slee.container.deploy;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.descriptor.Component;

/** A component as found in a unit, and the descriptor it was found in. */
record UnitComponent(Component component, String file) {

    UnitComponent {
        requireNonNull(component, "component");
        requireNonNull(file, "file");
    }
}
