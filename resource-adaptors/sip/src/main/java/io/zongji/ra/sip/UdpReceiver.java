package io.zongji.ra.sip;

import gov.nist.javax.sip.SipStackImpl;
import gov.nist.javax.sip.stack.DatagramQueuedMessageDispatch;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import gov.nist.javax.sip.stack.UDPMessageChannel;
import gov.nist.javax.sip.stack.UDPMessageProcessor;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.LinkedList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stack's UDP transport with one receive buffer instead of a new one of 64 KiB for each message, which was a third of
 * all memory a call used. Threads, queue and the end of it are the stack's.
 */
final class UdpReceiver extends UDPMessageProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(UdpReceiver.class);
    private static final int LARGEST_DATAGRAM = 65_535;

    private final int threads;

    UdpReceiver(InetAddress address, SIPTransactionStack stack, int port) throws IOException {
        super(address, stack, port);
        threads = Integer.parseInt(
                ((SipStackImpl) stack).getConfigurationProperties().getProperty("gov.nist.javax.sip.THREAD_POOL_SIZE"));
        // The stack closes what is in here when it stops, perhaps before the receiving thread has begun.
        messageChannels = new LinkedList<>();
    }

    @Override
    public void run() {
        startWorkers();
        byte[] buffer = new byte[LARGEST_DATAGRAM];
        while (isRunning) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                sock.receive(packet);
                packet.setData(Arrays.copyOf(buffer, packet.getLength()));
                messageQueue.offer(new DatagramQueuedMessageDispatch(packet, System.currentTimeMillis()));
            } catch (IOException | RuntimeException e) {
                if (isRunning) {
                    LOG.warn("A SIP message could not be received by UDP: {}", e.toString());
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void startWorkers() {
        String name = ((SipStackImpl) getSIPStack()).getStackName() + "-UDPMessageChannelThread-";
        for (int i = 0; i < threads; i++) {
            messageChannels.add(new Worker(getSIPStack(), this, name + i));
        }
    }

    /** The stack's own, which starts its thread; only the constructor is hidden. */
    private static final class Worker extends UDPMessageChannel {
        Worker(SIPTransactionStack stack, UDPMessageProcessor processor, String name) {
            super(stack, processor, name);
        }
    }
}
