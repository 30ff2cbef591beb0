package io.zongji.simulator;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.OIOMessageProcessorFactory;
import gov.nist.javax.sip.stack.SIPMessageValve;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.TooManyListenersException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.ObjectInUseException;
import javax.sip.PeerUnavailableException;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.TransportAlreadySupportedException;
import javax.sip.TransportNotSupportedException;

/**
 * A JAIN SIP stack that listens on one port by UDP and TCP. Transactions and dialogs are the stack's; after {@link #stop}
 * no thread of it is left. TCP is blocking, because the stack's NIO TCP loses the first messages of a connection.
 */
final class SipEndpoint {

    private static final AtomicLong NUMBER = new AtomicLong();
    private static final String GOV = "gov.nist.javax.sip.";
    private static final int TRIES = 20;

    private final SipStackImpl stack;
    private final SipProvider provider;
    private final InetSocketAddress address;
    private final Set<Thread> scanners;

    /**
     * @param port where to listen, or 0 for any free port
     */
    SipEndpoint(String host, int port) throws IOException {
        Set<Thread> before = scanners();
        try {
            stack = new SipStackImpl(properties());
        } catch (PeerUnavailableException e) {
            throw new IOException("The SIP stack cannot be created", e);
        }
        scanners = scanners();
        scanners.removeAll(before);
        ListeningPoint[] points = null;
        try {
            points = port == 0 ? listenAnywhere(host) : listen(host, port);
            provider = stack.createSipProvider(points[0]);
            provider.addListeningPoint(points[1]);
        } catch (ObjectInUseException | TransportAlreadySupportedException e) {
            throw new IOException("The SIP stack refuses its own listening points", e);
        } finally {
            if (points == null) {
                stop();
            }
        }
        address = new InetSocketAddress(InetAddress.getByName(host), points[0].getPort());
    }

    void start(SipListener listener, SIPMessageValve valve) throws IOException {
        stack.sipMessageValves.add(valve);
        try {
            provider.addSipListener(listener);
            stack.start();
        } catch (TooManyListenersException | SipException e) {
            throw new IOException("The SIP stack cannot be started", e);
        }
    }

    SipProvider provider() {
        return provider;
    }

    InetSocketAddress address() {
        return address;
    }

    void stop() {
        stack.stop();
        // The stack leaves its event thread waiting for ever.
        scanners.forEach(Thread::interrupt);
    }

    private ListeningPoint[] listenAnywhere(String host) throws IOException {
        IOException last = null;
        for (int i = 0; i < TRIES; i++) {
            try {
                return listen(host, freePort(host));
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    private ListeningPoint[] listen(String host, int port) throws IOException {
        try {
            ListeningPoint udp = stack.createListeningPoint(host, port, ListeningPoint.UDP);
            ListeningPoint tcp = stack.createListeningPoint(host, port, ListeningPoint.TCP);
            return new ListeningPoint[] {udp, tcp};
        } catch (InvalidArgumentException | TransportNotSupportedException e) {
            throw new IOException("Cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
        }
    }

    /** A port free for UDP and TCP at this moment; the stack itself does not take 0. */
    private static int freePort(String host) throws IOException {
        InetAddress address = InetAddress.getByName(host);
        try (DatagramSocket udp = new DatagramSocket(new InetSocketAddress(address, 0));
                ServerSocket tcp = new ServerSocket()) {
            tcp.bind(new InetSocketAddress(address, udp.getLocalPort()));
            return udp.getLocalPort();
        }
    }

    private static Set<Thread> scanners() {
        Set<Thread> found = new HashSet<>();
        Thread[] threads = new Thread[Thread.activeCount() * 2 + 16];
        int count = Thread.enumerate(threads);
        for (int i = 0; i < count; i++) {
            if (threads[i].getName().equals("EventScannerThread")) {
                found.add(threads[i]);
            }
        }
        return found;
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", "zongji-simulator-" + NUMBER.incrementAndGet());
        // One thread keeps the order of arrival: no CANCEL overtakes its INVITE here.
        properties.setProperty(GOV + "THREAD_POOL_SIZE", "1");
        properties.setProperty(GOV + "REENTRANT_LISTENER", "true");
        properties.setProperty(GOV + "MESSAGE_PROCESSOR_FACTORY", OIOMessageProcessorFactory.class.getName());
        properties.setProperty(GOV + "RECEIVE_UDP_BUFFER_SIZE", "4194304");
        properties.setProperty(GOV + "SEND_UDP_BUFFER_SIZE", "4194304");
        properties.setProperty(GOV + "AGGRESSIVE_CLEANUP", "true");
        properties.setProperty(GOV + "TRACE_LEVEL", "0");
        properties.setProperty(GOV + "LOG4J_LOGGER_NAME", "gov.nist.javax.sip");
        properties.setProperty(GOV + "ALWAYS_ADD_RPORT", "true");
        properties.setProperty(GOV + "CONNECTION_TIMEOUT", "2000");
        return properties;
    }
}
