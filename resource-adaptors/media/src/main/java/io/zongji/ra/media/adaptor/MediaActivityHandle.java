package io.zongji.ra.media.adaptor;

import java.util.Objects;
import javax.slee.resource.ActivityHandle;

/**
 * Names one media activity.
 *
 * @param kind what it is
 * @param id   of the connection or recorder
 */
record MediaActivityHandle(Kind kind, String id) implements ActivityHandle {

    enum Kind {
        CONNECTION,
        RECORDER
    }

    MediaActivityHandle {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(id, "id");
    }

    static MediaActivityHandle connection(String id) {
        return new MediaActivityHandle(Kind.CONNECTION, id);
    }

    static MediaActivityHandle recorder(String id) {
        return new MediaActivityHandle(Kind.RECORDER, id);
    }
}
