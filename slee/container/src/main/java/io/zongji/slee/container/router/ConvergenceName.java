package io.zongji.slee.container.router;

import javax.slee.Address;
import javax.slee.profile.ProfileID;

/**
 * Which root entity of a service an initial event belongs to. Variables that are not selected are null, so nothing
 * selected names one entity for all events.
 *
 * @param activity the activity context, compared by identity
 * @param profile the address profile that has the event's address
 * @param event the event object, compared by identity
 */
record ConvergenceName(
        Object activity, Address address, ProfileID profile, Object eventType, Same event, String custom) {
    static final ConvergenceName NOTHING_SELECTED = new ConvergenceName(null, null, null, null, null, null);

    /** Compares an object by identity, whatever its own idea of equality. */
    record Same(Object object) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Same same && same.object == object;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(object);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        append(text, "activity", activity);
        append(text, "address", address);
        append(text, "profile", profile);
        append(text, "eventType", eventType);
        append(text, "event", event == null ? null : System.identityHashCode(event.object()));
        append(text, "name", custom);
        return text.append(']').toString();
    }

    private static void append(StringBuilder text, String what, Object value) {
        if (value != null) {
            text.append(text.length() > 1 ? ", " : "").append(what).append(' ').append(value);
        }
    }
}
