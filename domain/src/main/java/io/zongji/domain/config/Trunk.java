package io.zongji.domain.config;

import java.util.List;
import java.util.Objects;

/**
 * A way in from the outside, and maybe out: a carrier's SIP trunk or a gateway to the telephone network. It is known by its address, or
 * by the name with which it signs in, or by our contact that it is told when we register.
 *
 * @param name       for records and screens
 * @param addresses  networks it calls from; empty when only the digest user counts
 * @param digestUser user name of its digest sign-in; null when only the address counts
 * @param ha1        as in {@link Extension}; null without digest user
 * @param gateway    the name of the gateway behind it; null when there is none
 * @param outbound   how calls leave by it; null when none do
 * @param registration where we register to be sent calls; null when we do not
 */
public record Trunk(
        String name,
        List<Network> addresses,
        String digestUser,
        String ha1,
        String gateway,
        OutboundRoute outbound,
        TrunkRegistration registration) {
    public Trunk {
        Objects.requireNonNull(name, "name");
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty() && digestUser == null && registration == null) {
            throw new IllegalArgumentException(
                    "trunk " + name + ": an address, a digest user or a registration is needed");
        }
        if (digestUser != null && ha1 == null) {
            throw new IllegalArgumentException("trunk " + name + ": a digest user needs a password");
        }
    }

    /** A trunk at which we do not register. */
    public Trunk(
            String name,
            List<Network> addresses,
            String digestUser,
            String ha1,
            String gateway,
            OutboundRoute outbound) {
        this(name, addresses, digestUser, ha1, gateway, outbound, null);
    }

    /** A trunk that is known by its networks, each such as {@code 10.1.2.0/24} or {@code 2001:db8::1}. */
    public static Trunk byAddress(String name, String... networks) {
        return new Trunk(name, List.of(networks).stream().map(Network::parse).toList(), null, null, null, null);
    }

    /** The same trunk with another way out. */
    public Trunk with(OutboundRoute route) {
        return new Trunk(name, addresses, digestUser, ha1, gateway, route, registration);
    }

    /** The same trunk, at which we register. */
    public Trunk with(TrunkRegistration where) {
        return new Trunk(name, addresses, digestUser, ha1, gateway, outbound, where);
    }

    /** With what we tell its carrier who we are; null when it does not ask. */
    public OutboundAccount account() {
        if (outbound != null && outbound.account() != null) {
            return outbound.account();
        }
        return registration == null ? null : registration.account();
    }

    /** The user part of the contact at which we are registered; null when we do not register. */
    public String contactUser() {
        return registration == null ? null : registration.contactUser(name);
    }
}
