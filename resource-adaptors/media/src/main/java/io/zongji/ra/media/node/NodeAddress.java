package io.zongji.ra.media.node;

/**
 * Where a media node is controlled.
 *
 * @param host name or address; an IPv6 address without brackets
 * @param port TCP
 */
public record NodeAddress(String host, int port) {
    public NodeAddress {
        if (host.isBlank() || port < 0 || port > 65535) {
            throw new IllegalArgumentException("no address of a media node, host:port is needed: " + host + ":" + port);
        }
    }

    /**
     * Reads {@code host:port}, with brackets around an IPv6 address.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static NodeAddress of(String text) {
        String address = text.strip();
        int colon = address.lastIndexOf(':');
        try {
            String host = address.substring(0, Math.max(0, colon));
            boolean bracketed = host.startsWith("[") && host.endsWith("]");
            return new NodeAddress(
                    bracketed ? host.substring(1, host.length() - 1) : host,
                    Integer.parseInt(address.substring(colon + 1)));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("no address of a media node, host:port is needed: " + address, e);
        }
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
