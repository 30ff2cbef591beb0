package io.zongji.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Machines that may ask without signing in, by their addresses. */
final class TrustedAddresses {
    private final Set<InetAddress> addresses;

    private TrustedAddresses(Set<InetAddress> addresses) {
        this.addresses = Set.copyOf(addresses);
    }

    /**
     * @param list addresses with commas between; empty for none
     * @throws IllegalArgumentException if one of them is no address
     */
    static TrustedAddresses of(String list) {
        return new TrustedAddresses(Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(TrustedAddresses::address)
                .collect(Collectors.toSet()));
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("Not an address: " + text, e);
        }
    }

    /** Whether the request comes from one of them straight: who asks through a proxy has its address, and is a stranger. */
    boolean contains(HttpServletRequest request) {
        return request.getHeader("Forwarded") == null
                && request.getHeader("X-Forwarded-For") == null
                && contains(request.getRemoteAddr());
    }

    boolean contains(String address) {
        return addresses.contains(address(address));
    }
}
