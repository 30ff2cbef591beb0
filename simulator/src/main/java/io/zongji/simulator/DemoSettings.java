package io.zongji.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * How lively the demo is.
 *
 * @param server           the call centre's SIP address
 * @param address          where callers and agents' phones are; the sample company trusts callers from loopback addresses
 * @param callersPerMinute calls begun in a minute, on average
 * @param agents           how many of the phones 8001, 8002 ... are simulated
 * @param password         SIP password of these phones
 * @param seed             of all randomness
 */
record DemoSettings(
        InetSocketAddress server, String address, double callersPerMinute, int agents, String password, long seed) {

    static final int FIRST_EXTENSION = 8001;

    DemoSettings {
        if (callersPerMinute < 0 || callersPerMinute > 6000) {
            throw new IllegalArgumentException("zongji.demo.callers: 0 to 6000, was " + callersPerMinute);
        }
        if (agents < 0 || agents > 20) {
            throw new IllegalArgumentException("zongji.demo.agents: 0 to 20, was " + agents);
        }
    }

    /** Reads the system properties of docs/configuration.md. */
    static DemoSettings of(Properties properties) throws IOException {
        String host = properties.getProperty("zongji.sip.address", "127.0.0.1");
        int port = Integer.parseInt(properties.getProperty("zongji.sip.port", "5060"));
        return new DemoSettings(
                new InetSocketAddress(host, port),
                properties.getProperty("zongji.demo.address", "127.0.0.2"),
                Double.parseDouble(properties.getProperty("zongji.demo.callers", "6")),
                Integer.parseInt(properties.getProperty("zongji.demo.agents", "4")),
                password(properties.getProperty("zongji.secrets.file")),
                Long.parseLong(properties.getProperty("zongji.demo.seed", Long.toString(System.nanoTime()))));
    }

    static String password(String secretsFile) throws IOException {
        if (secretsFile == null) {
            throw new IllegalArgumentException("zongji.secrets.file: must name the file with the extensions' password");
        }
        Properties secrets = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(secretsFile))) {
            secrets.load(in);
        }
        String password = secrets.getProperty("extensions");
        if (password == null || password.isBlank()) {
            throw new IllegalArgumentException(secretsFile + ": has no extensions= line");
        }
        return password.strip();
    }
}
