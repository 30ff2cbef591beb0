package io.zongji.ra.sip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.InvalidConfigurationException;

/**
 * What the operator sets for one SIP RA entity, checked once. Ports are keyed by transport in lower case
 * ({@code udp}, {@code tcp}, {@code ws}); a transport that is off has no entry. Limits of 0 mean no limit.
 */
record SipConfiguration(
        String bindAddress,
        String advertisedAddress,
        Map<String, Integer> ports,
        List<String> localDomains,
        String userAgent,
        int threads,
        int maxNewCallsPerSecond,
        int maxDialogs,
        int maxLagMillis,
        int sessionExpiresSeconds,
        int probeSeconds) {

    static final String ADDRESS = "address";
    static final String ADVERTISED_ADDRESS = "advertisedAddress";
    static final String UDP_PORT = "udpPort";
    static final String TCP_PORT = "tcpPort";
    static final String WS_PORT = "wsPort";
    static final String LOCAL_DOMAINS = "localDomains";
    static final String USER_AGENT = "userAgent";
    static final String THREADS = "threads";
    static final String MAX_NEW_CALLS_PER_SECOND = "maxNewCallsPerSecond";
    static final String MAX_DIALOGS = "maxDialogs";
    static final String MAX_LAG_MILLIS = "maxLagMillis";
    static final String SESSION_EXPIRES_SECONDS = "sessionExpiresSeconds";
    static final String PROBE_SECONDS = "probeSeconds";

    /** RFC 4028 section 4: no session interval below 90 s. */
    static final int MINIMUM_SESSION_EXPIRES_SECONDS = 90;

    SipConfiguration {
        if (bindAddress.isBlank()) {
            throw new IllegalArgumentException(ADDRESS + " is empty: give the IP address to listen on");
        }
        if (ports.isEmpty()) {
            throw new IllegalArgumentException("every transport is off: set at least one of udpPort, tcpPort, wsPort");
        }
        if (isWildcard(advertisedAddress)) {
            throw new IllegalArgumentException(
                    ADVERTISED_ADDRESS + " is needed when " + ADDRESS + " is " + bindAddress + ": peers must reach it");
        }
        if (threads < 1) {
            throw new IllegalArgumentException(THREADS + " must be 1 or more, not " + threads);
        }
        if (sessionExpiresSeconds != 0 && sessionExpiresSeconds < MINIMUM_SESSION_EXPIRES_SECONDS) {
            throw new IllegalArgumentException(SESSION_EXPIRES_SECONDS + " must be 0 (off) or at least 90 (RFC 4028)");
        }
        ports = Map.copyOf(ports);
        localDomains = List.copyOf(localDomains);
    }

    static SipConfiguration from(ConfigProperties properties) throws InvalidConfigurationException {
        try {
            String address = text(properties, ADDRESS, "");
            String advertised = text(properties, ADVERTISED_ADDRESS, "auto");
            Map<String, Integer> ports = new LinkedHashMap<>();
            port(properties, UDP_PORT, "udp", ports);
            port(properties, TCP_PORT, "tcp", ports);
            port(properties, WS_PORT, "ws", ports);
            return new SipConfiguration(
                    address,
                    advertised.isEmpty() || advertised.equals("auto") ? address : advertised,
                    ports,
                    domains(text(properties, LOCAL_DOMAINS, "")),
                    text(properties, USER_AGENT, "Zongji"),
                    number(properties, THREADS, 8),
                    number(properties, MAX_NEW_CALLS_PER_SECOND, 0),
                    number(properties, MAX_DIALOGS, 0),
                    number(properties, MAX_LAG_MILLIS, 0),
                    number(properties, SESSION_EXPIRES_SECONDS, 0),
                    number(properties, PROBE_SECONDS, 0));
        } catch (IllegalArgumentException e) {
            throw new InvalidConfigurationException(e.getMessage());
        }
    }

    private static boolean isWildcard(String address) {
        return address.isBlank() || address.equals("0.0.0.0") || address.equals("::");
    }

    private static List<String> domains(String text) {
        List<String> domains = new ArrayList<>();
        for (String domain : text.split("[,\\s]+")) {
            if (!domain.isEmpty() && !domain.equals("none")) {
                domains.add(domain.toLowerCase(Locale.ROOT));
            }
        }
        return domains;
    }

    private static void port(ConfigProperties properties, String name, String transport, Map<String, Integer> ports) {
        String text = text(properties, name, "off");
        if (text.equalsIgnoreCase("off")) {
            return;
        }
        int port = parse(name, text);
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException(name + " must be 'off' or 1 to 65535, not " + text);
        }
        ports.put(transport, port);
    }

    private static String text(ConfigProperties properties, String name, String otherwise) {
        ConfigProperties.Property property = properties.getProperty(name);
        return property == null || property.getValue() == null
                ? otherwise
                : property.getValue().toString().trim();
    }

    private static int number(ConfigProperties properties, String name, int otherwise) {
        String text = text(properties, name, "");
        int value = text.isEmpty() ? otherwise : parse(name, text);
        if (value < 0) {
            throw new IllegalArgumentException(name + " must not be negative: " + text);
        }
        return value;
    }

    private static int parse(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is not a number: " + text, e);
        }
    }
}
