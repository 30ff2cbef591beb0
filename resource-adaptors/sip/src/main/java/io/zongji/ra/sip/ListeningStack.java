package io.zongji.ra.sip;

import gov.nist.javax.sip.EventScanner;
import gov.nist.javax.sip.EventWrapper;
import gov.nist.javax.sip.ListeningPointExt;
import gov.nist.javax.sip.ListeningPointImpl;
import gov.nist.javax.sip.SipStackImpl;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TooManyListenersException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sip.InvalidArgumentException;
import javax.sip.ListeningPoint;
import javax.sip.ObjectInUseException;
import javax.sip.PeerUnavailableException;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.TransportNotSupportedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A JAIN SIP stack with one provider on all configured listening points. After {@link #stop} no thread of it is left. */
final class ListeningStack {

    private static final Logger LOG = LoggerFactory.getLogger(ListeningStack.class);
    private static final AtomicLong NUMBER = new AtomicLong();
    private static final String GOV = "gov.nist.javax.sip.";

    private final SipStackImpl stack;
    private final SipProvider provider;
    private final List<ListeningPointExt> points = new ArrayList<>();

    ListeningStack(SipConfiguration configuration) throws SipException {
        try {
            stack = new SipStackImpl(properties(configuration));
        } catch (PeerUnavailableException e) {
            throw new SipException("the SIP stack cannot be created", e);
        }
        try {
            provider = listen(configuration);
        } catch (SipException | RuntimeException e) {
            stop();
            throw e;
        }
    }

    private SipProvider listen(SipConfiguration configuration) throws SipException {
        SipProvider created = null;
        for (Map.Entry<String, Integer> port : configuration.ports().entrySet()) {
            String where = port.getKey() + " " + configuration.bindAddress() + ":" + port.getValue();
            try {
                ListeningPoint point =
                        stack.createListeningPoint(configuration.bindAddress(), port.getValue(), port.getKey());
                if (!configuration.advertisedAddress().equals(configuration.bindAddress())) {
                    point.setSentBy(configuration.advertisedAddress() + ":" + port.getValue());
                }
                points.add((ListeningPointExt) point);
                if (point.getTransport().equalsIgnoreCase(ListeningPoint.UDP)) {
                    new UdpReader(point.getIPAddress(), point.getPort()).awaitReading();
                }
                if (created == null) {
                    created = stack.createSipProvider(point);
                } else {
                    created.addListeningPoint(point);
                }
            } catch (InvalidArgumentException
                    | TransportNotSupportedException
                    | ObjectInUseException
                    | javax.sip.TransportAlreadySupportedException
                    | ParseException e) {
                throw new SipException("cannot listen on " + where + ": " + e.getMessage(), e);
            }
        }
        return created;
    }

    void start(SipListener listener, AdmissionValve valve) throws SipException {
        stack.sipMessageValves.add(valve);
        try {
            provider.addSipListener(listener);
        } catch (TooManyListenersException e) {
            throw new SipException("the SIP stack has a listener already", e);
        }
        stack.start();
    }

    SipStackImpl stack() {
        return stack;
    }

    SipProvider provider() {
        return provider;
    }

    /** Null when WebSocket is off. */
    WebSockets webSockets() {
        return points.stream()
                .map(point -> ((ListeningPointImpl) point).getMessageProcessor())
                .filter(WebSockets.class::isInstance)
                .map(WebSockets.class::cast)
                .findFirst()
                .orElse(null);
    }

    List<ListeningPointExt> points() {
        return points;
    }

    void stop() {
        EventScanner scanner = stack.getEventScanner();
        stopStack();
        if (scanner != null) {
            // It waits for ever and would pin the class loader; an event without content makes it look up and leave.
            scanner.addEvent(new EventWrapper(null, null));
        }
        // Workers may have begun to wait after the stack called them.
        String workers = stack.getStackName() + "-UDPMessageChannelThread";
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith(workers)) {
                thread.interrupt();
            }
        }
        LOG.debug("SIP stack stopped");
    }

    /** A port that could not be opened makes the stack stumble when it is to close it; after that it knows of it no more. */
    private void stopStack() {
        try {
            stack.stop();
        } catch (RuntimeException e) {
            LOG.debug("A port was never open", e);
            stack.stop();
        }
    }

    private static Properties properties(SipConfiguration configuration) {
        Properties properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", "zongji-sip-" + NUMBER.incrementAndGet());
        properties.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", "off");
        properties.setProperty("javax.sip.ROUTER_PATH", FlowRouter.class.getName());
        properties.setProperty("javax.sip.USE_ROUTER_FOR_ALL_URIS", "true");
        properties.setProperty(GOV + "THREAD_POOL_SIZE", Integer.toString(configuration.threads()));
        properties.setProperty(GOV + "REENTRANT_LISTENER", "true");
        properties.setProperty(GOV + "MESSAGE_PROCESSOR_FACTORY", TransportMix.class.getName());
        properties.setProperty(GOV + "MESSAGE_PARSER_FACTORY", GuardedParserFactory.class.getName());
        properties.setProperty(GOV + "RECEIVE_UDP_BUFFER_SIZE", "4194304");
        properties.setProperty(GOV + "SEND_UDP_BUFFER_SIZE", "4194304");
        properties.setProperty(GOV + "AGGRESSIVE_CLEANUP", "true");
        properties.setProperty(GOV + "TRACE_LEVEL", "0");
        properties.setProperty(GOV + "STACK_LOGGER", StackLog.class.getName());
        properties.setProperty(GOV + "TIMER_CLASS_NAME", SlottedTimer.class.getName());
        properties.setProperty(GOV + "NETWORK_LAYER", ImpatientNetwork.class.getName());
        properties.setProperty(GOV + "DELIVER_UNSOLICITED_NOTIFY", "true");
        properties.setProperty(GOV + "DELIVER_TERMINATED_EVENT_FOR_NULL_DIALOG", "true");
        properties.setProperty(GOV + "ALWAYS_ADD_RPORT", "true");
        return properties;
    }
}
