package io.zongji.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Who asks, and in which language and look they want their answer. */
@Named
@RequestScoped
public class Visitor {
    static final String LANGUAGE_COOKIE = "zongji-language";
    private static final String THEME_COOKIE = "zongji-theme";
    private static final String ZONE_COOKIE = "zongji-zone";
    private static final String RAIL_COOKIE = "zongji-rail";

    @Inject
    private HttpServletRequest request;

    @Inject
    private Users users;

    private Optional<SignedInUser> user;

    /** Null when nobody has signed in. */
    public SignedInUser getUser() {
        if (user == null) {
            Principal principal = request.getUserPrincipal();
            user = principal == null ? Optional.empty() : users.find(principal.getName());
        }
        return user.orElse(null);
    }

    /**
     * The visitor and where they sit.
     *
     * @throws NullPointerException when nobody has signed in, or they were removed or disabled since
     */
    public Actor actor() {
        return new Actor(Objects.requireNonNull(getUser(), "nobody has signed in"), request.getRemoteAddr());
    }

    /** Chinese or English: as chosen in this browser, else by this user, else as the browser asks for. */
    public Locale getLocale() {
        String chosen = cookie(LANGUAGE_COOKIE);
        if (chosen == null && getUser() != null && !getUser().locale().isBlank()) {
            chosen = getUser().locale();
        }
        Locale wanted = chosen == null ? request.getLocale() : Locale.forLanguageTag(chosen);
        return Words.supported(wanted);
    }

    public String getLanguage() {
        return getLocale().toLanguageTag();
    }

    /** The texts in the visitor's language. */
    public Words words() {
        return Words.in(getLocale());
    }

    /** {@code light}, {@code dark}, or {@code auto}, which follows the computer. */
    public String getTheme() {
        String chosen = cookie(THEME_COOKIE);
        return "light".equals(chosen) || "dark".equals(chosen) ? chosen : "auto";
    }

    public boolean isRailNarrow() {
        return "narrow".equals(cookie(RAIL_COOKIE));
    }

    /** The zone of the visitor's computer; empty when the browser has not told it. */
    public Optional<ZoneId> getZone() {
        String told = cookie(ZONE_COOKIE);
        try {
            return told == null
                    ? Optional.empty()
                    : Optional.of(ZoneId.of(URLDecoder.decode(told, StandardCharsets.UTF_8)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String cookie(String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name) && !cookie.getValue().isBlank()) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
