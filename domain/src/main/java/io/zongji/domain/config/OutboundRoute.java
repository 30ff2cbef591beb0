package io.zongji.domain.config;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How calls leave by a trunk.
 *
 * @param gateway      where the INVITE goes: a host or address, with a port if it is not the usual one
 * @param prefixes     the beginnings of numbers that may be called over it; empty for all numbers
 * @param callerNumber what the called party sees; empty to show the number that the customer dialled
 * @param permitted    further numbers of ours that may be shown instead, when somebody wishes so
 * @param priority     of trunks that take a number, the one with the smallest is tried first
 * @param patience     how long the trunk may be silent before the next is tried
 * @param probe        how often it is asked whether it is there; zero for never
 * @param account      what calls out are made with; null when the carrier knows us by our address
 */
public record OutboundRoute(
        String gateway,
        List<String> prefixes,
        String callerNumber,
        List<String> permitted,
        int priority,
        Duration patience,
        Duration probe,
        OutboundAccount account) {

    /** Longer than a carrier takes to say that it is trying, shorter than a caller notices. */
    public static final Duration USUAL_PATIENCE = Duration.ofSeconds(4);

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{3,32}");

    public OutboundRoute {
        Objects.requireNonNull(callerNumber, "callerNumber");
        prefixes = List.copyOf(prefixes);
        permitted = List.copyOf(permitted);
        if (patience.isNegative() || patience.isZero() || probe.isNegative()) {
            throw new IllegalArgumentException(
                    "gateway " + gateway + ": times must not be negative, patience not zero");
        }
        if (SipAddress.parse("sip:1@" + gateway)
                .filter(parsed -> !parsed.host().isEmpty())
                .isEmpty()) {
            throw new IllegalArgumentException("gateway: a host with or without a port is right, was " + gateway);
        }
    }

    /** A way with the usual patience that is never asked whether it is there, for callers that the carrier knows. */
    public OutboundRoute(String gateway, List<String> prefixes, String callerNumber) {
        this(gateway, prefixes, callerNumber, List.of(), 0, USUAL_PATIENCE, Duration.ZERO, null);
    }

    /** The same way as the first, second, … choice. */
    public OutboundRoute withPriority(int rank) {
        return new OutboundRoute(gateway, prefixes, callerNumber, permitted, rank, patience, probe, account);
    }

    /** Whether the called party may be shown this number of ours. */
    public boolean permits(String number) {
        return !number.isEmpty() && (number.equals(callerNumber) || permitted.contains(number));
    }

    /**
     * The number that the called party sees.
     *
     * @param wished    what the one who calls would like; null for no wish. Shown only if permitted
     * @param otherwise what is shown when the trunk has no number of its own
     */
    public String callerShown(String wished, String otherwise) {
        if (wished != null && permits(wished)) {
            return wished;
        }
        return callerNumber.isEmpty() ? otherwise : callerNumber;
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
