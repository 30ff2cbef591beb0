package io.zongji.domain.config;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a SIP or tel URI that configuration and admission look at (RFC 3261, 19.1; RFC 3966). Parameters are left
 * out: the stack has the whole URI.
 *
 * @param user the user part; empty when there is none
 * @param host lower-case host name or address, IPv6 without brackets; empty for a tel URI
 * @param port the port, or -1 when the URI names none
 */
public record SipAddress(String user, String host, int port) {
    private static final Pattern SIP = Pattern.compile(
            "<?sips?:(?:([^@;?<>]*)@)?(\\[[0-9a-f:.]+]|[^:;?<>@\\s]+)(?::(\\d{1,5}))?(?:[;?].*)?>?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TEL = Pattern.compile("<?tel:([^;?<>@]+)(?:[;?].*)?>?", Pattern.CASE_INSENSITIVE);

    /** Reads a URI, with or without angle brackets; empty when it is none. */
    public static Optional<SipAddress> parse(String uri) {
        Matcher sip = SIP.matcher(uri.trim());
        if (sip.matches()) {
            return Optional.of(new SipAddress(userOf(sip.group(1)), hostOf(sip.group(2)), portOf(sip.group(3))));
        }
        Matcher tel = TEL.matcher(uri.trim());
        return tel.matches() ? Optional.of(new SipAddress(tel.group(1), "", -1)) : Optional.empty();
    }

    private static String userOf(String userInfo) {
        if (userInfo == null) {
            return "";
        }
        int password = userInfo.indexOf(':');
        return password < 0 ? userInfo : userInfo.substring(0, password);
    }

    private static String hostOf(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("[") ? lower.substring(1, lower.length() - 1) : lower;
    }

    private static int portOf(String port) {
        return port == null ? -1 : Integer.parseInt(port);
    }
}
