package io.zongji.slee.testkit.stub;

import static java.util.Objects.requireNonNull;

/** An event of the stub resource adaptor with a payload. Equal by identity, as protocol events are. */
public final class StubEvent {
    private final Object payload;

    public StubEvent(Object payload) {
        this.payload = requireNonNull(payload, "payload");
    }

    public Object payload() {
        return payload;
    }

    @Override
    public String toString() {
        return "StubEvent " + payload;
    }
}
