package io.zongji.domain.config;

import java.util.List;
import java.util.Objects;

/**
 * A way in from the outside, and maybe out: a carrier's SIP trunk or a gateway to the telephone network. It is known by its address, or
 * by the name with which it signs in.
 *
 * @param name       for records and screens
 * @param addresses  networks it calls from; empty when only the digest user counts
 * @param digestUser user name of its digest sign-in; null when only the address counts
 * @param ha1        as in {@link Extension}; null without digest user
 * @param gateway    the name of the gateway behind it; null when there is none
 * @param outbound   how calls leave by it; null when none do
 */
public record Trunk(
        String name, List<Network> addresses, String digestUser, String ha1, String gateway, OutboundRoute outbound) {
    public Trunk {
        Objects.requireNonNull(name, "name");
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty() && digestUser == null) {
            throw new IllegalArgumentException("trunk " + name + ": an address or a digest user is needed");
        }
        if (digestUser != null && ha1 == null) {
            throw new IllegalArgumentException("trunk " + name + ": a digest user needs a password");
        }
    }

    /** A trunk that is known by its networks, each such as {@code 10.1.2.0/24} or {@code 2001:db8::1}. */
    public static Trunk byAddress(String name, String... networks) {
        return new Trunk(name, List.of(networks).stream().map(Network::parse).toList(), null, null, null, null);
    }

    /** The same trunk with another way out. */
    public Trunk with(OutboundRoute route) {
        return new Trunk(name, addresses, digestUser, ha1, gateway, route);
    }
}
