package io.zongji.sbb.events;

import java.util.Objects;

/**
 * Registrar to legs, on the registration's activity: a page has registered over a new connection.
 *
 * @param contact  its SIP URI
 * @param flow     its connection, as text
 * @param instance names the page, also after a reload; null when it has not said
 */
public record PhoneReturned(String contact, String flow, String instance) {
    public PhoneReturned {
        Objects.requireNonNull(contact, "contact");
        Objects.requireNonNull(flow, "flow");
    }
}
