package io.zongji.web;

import java.net.URI;

/** Whether a request comes from a page of this very portal. */
public final class SameOrigin {
    private SameOrigin() {}

    /** True without an origin, which only programs that are no browsers leave out. */
    public static boolean of(String origin, String host) {
        if (origin == null) {
            return true;
        }
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
