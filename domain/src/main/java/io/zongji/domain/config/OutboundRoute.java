package io.zongji.domain.config;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How calls leave by a trunk.
 *
 * @param gateway      where the INVITE goes: a host or address, with a port if it is not the usual one
 * @param prefixes     the beginnings of numbers that may be called over it; empty for all numbers
 * @param callerNumber what the called party sees; empty to show the number that the customer dialled
 */
public record OutboundRoute(String gateway, List<String> prefixes, String callerNumber) {
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,32}");

    public OutboundRoute {
        Objects.requireNonNull(callerNumber, "callerNumber");
        prefixes = List.copyOf(prefixes);
        if (SipAddress.parse("sip:1@" + gateway)
                .filter(parsed -> !parsed.host().isEmpty())
                .isEmpty()) {
            throw new IllegalArgumentException("gateway: a host with or without a port is right, was " + gateway);
        }
    }

    /** Whether this can be a number of the outside at all. */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** Whether a number may be called by this way. */
    public boolean takes(String number) {
        return isNumber(number) && (prefixes.isEmpty() || prefixes.stream().anyMatch(number::startsWith));
    }

    /** The SIP URI of a number behind the gateway. */
    public String uriOf(String number) {
        return "sip:" + number + "@" + gateway;
    }
}
