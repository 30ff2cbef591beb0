package io.zongji.slee.container.deploy;

import io.zongji.slee.container.descriptor.SbbComponent;
import java.util.Optional;

/** A loaded SBB abstract class under check, with the interfaces its methods may speak of. */
record SbbClass(
        Check check,
        SbbComponent sbb,
        Class<?> type,
        ClassMethods methods,
        Optional<Class<?>> activityContextInterface,
        Optional<Class<?>> usage) {}
