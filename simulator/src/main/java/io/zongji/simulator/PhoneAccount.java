package io.zongji.simulator;

import java.net.InetSocketAddress;
import java.util.Objects;

/**
 * Who a phone is and where it belongs.
 *
 * @param user     user part of its address, for example 8001
 * @param password for digest authentication; null if it needs none, as callers of a trusted trunk
 * @param server   registrar and proxy: where it registers and sends calls to mere numbers; null if it has none
 * @param transport {@code udp} or {@code tcp}
 */
public record PhoneAccount(String user, String password, InetSocketAddress server, String transport) {

    public PhoneAccount {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(transport, "transport");
        if (!user.matches("[A-Za-z0-9_.+-]+")) {
            throw new IllegalArgumentException("user: letters, digits, _ . + -; was " + user);
        }
    }

    public PhoneAccount(String user, String password, InetSocketAddress server) {
        this(user, password, server, "udp");
    }

    public PhoneAccount withTransport(String name) {
        return new PhoneAccount(user, password, server, name);
    }

    @Override
    public String toString() {
        return user + " at " + server;
    }
}
