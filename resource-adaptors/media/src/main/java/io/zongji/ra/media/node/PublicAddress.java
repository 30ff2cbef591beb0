package io.zongji.ra.media.node;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The address by which browsers outside of the company's network reach our ports for voice. */
public final class PublicAddress {
    private PublicAddress() {}

    /**
     * As descriptions of sessions want it, in figures.
     *
     * @param configured a name or an address; empty for none
     * @return null for none
     * @throws UnknownHostException when the name is not known now
     */
    public static String numeric(String configured) throws UnknownHostException {
        return configured.isBlank()
                ? null
                : InetAddress.getByName(configured.strip()).getHostAddress();
    }
}
