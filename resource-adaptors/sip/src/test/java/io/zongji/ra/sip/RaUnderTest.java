package io.zongji.ra.sip;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.slee.resource.ConfigProperties;
import net.java.slee.resource.sip.SleeSipProvider;

/** An active RA on loopback with free ports, above it a {@link FakeSlee}. */
final class RaUnderTest implements AutoCloseable {

    final FakeSlee slee = new FakeSlee();
    final int udpPort;
    final int tcpPort;
    final int wsPort;
    final AtomicLong ahead = new AtomicLong();
    final SipResourceAdaptor adaptor = new SipResourceAdaptor(() -> System.nanoTime() + ahead.get());

    RaUnderTest(String... settings) throws Exception {
        udpPort = freeUdpPort();
        tcpPort = freeTcpPort();
        wsPort = freeTcpPort();
        Map<String, String> values = new HashMap<>();
        values.put("address", "127.0.0.1");
        values.put("udpPort", Integer.toString(udpPort));
        values.put("tcpPort", Integer.toString(tcpPort));
        values.put("wsPort", Integer.toString(wsPort));
        values.put("threads", "4");
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i], settings[i + 1]);
        }
        ConfigProperties properties = new ConfigProperties();
        values.forEach((name, value) ->
                properties.addProperty(new ConfigProperties.Property(name, "java.lang.String", value)));
        adaptor.setResourceAdaptorContext(slee.contextFor(adaptor));
        adaptor.raVerifyConfiguration(properties);
        adaptor.raConfigure(properties);
        adaptor.raActive();
        slee.activate(id -> true);
    }

    SleeSipProvider provider() {
        return (SleeSipProvider) adaptor.getResourceAdaptorInterface(SleeSipProvider.class.getName());
    }

    /** Lets the RA's clock jump and its watch look once. */
    void later(long seconds) {
        ahead.addAndGet(seconds * 1_000_000_000L);
        adaptor.sweepOnce();
    }

    @Override
    public void close() {
        adaptor.raStopping();
        adaptor.raInactive();
        adaptor.raUnconfigure();
    }

    static int freeUdpPort() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static int freeTcpPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
