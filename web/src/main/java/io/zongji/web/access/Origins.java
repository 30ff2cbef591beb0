package io.zongji.web.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Web pages that may use a token, by their origins (RFC 6454): {@code https://crm.example.com}. Programs that are no browsers
 * have no origin and are not asked for one.
 */
public final class Origins {
    private final Set<String> allowed;

    private Origins(Set<String> allowed) {
        this.allowed = allowed;
    }

    /**
     * Reads a list with spaces, commas or line ends between.
     *
     * @throws IllegalArgumentException if one of them is no origin; the message is that one
     */
    public static Origins of(String list) {
        return new Origins(Arrays.stream((list == null ? "" : list).split("[\\s,]+"))
                .filter(each -> !each.isEmpty())
                .map(Origins::origin)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static String origin(String text) {
        try {
            URI address = new URI(text.toLowerCase(Locale.ROOT));
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            String path = address.getRawPath();
            boolean bare = (path == null || path.isEmpty() || path.equals("/")) && address.getRawQuery() == null;
            if (web && bare && address.getHost() != null && address.getRawUserInfo() == null) {
                return address.getScheme() + "://" + address.getRawAuthority();
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(text, e);
        }
        throw new IllegalArgumentException(text);
    }

    /** Whether a browser that names this origin may use the token; false for null. */
    public boolean allow(String origin) {
        return origin != null && allowed.contains(origin.toLowerCase(Locale.ROOT));
    }

    /** As the database keeps them: with spaces between. */
    public String text() {
        return String.join(" ", allowed);
    }
}
