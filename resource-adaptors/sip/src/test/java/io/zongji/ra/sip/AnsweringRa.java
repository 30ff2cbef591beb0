package io.zongji.ra.sip;

import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.message.Response;
import net.java.slee.resource.sip.SleeSipProvider;

/** Answers every call at once, for load by SIPp: {@code main} prints the UDP port, then CPU time and what is left. */
final class AnsweringRa {

    private AnsweringRa() {}

    static void answerAll(RaUnderTest ra) {
        SleeSipProvider provider = ra.provider();
        ra.slee.handler = fired -> {
            try {
                if (fired.event() instanceof RequestEvent event && event.getServerTransaction() != null) {
                    answer(provider, fired.name(), event);
                }
            } catch (SipException | InvalidArgumentException | java.text.ParseException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static void answer(SleeSipProvider provider, String name, RequestEvent event)
            throws SipException, InvalidArgumentException, java.text.ParseException {
        ServerTransaction transaction = event.getServerTransaction();
        if (name.equals("javax.sip.message.Request.INVITE")) {
            provider.getNewDialog(transaction);
        }
        Response ok = provider.getMessageFactory().createResponse(200, event.getRequest());
        transaction.sendResponse(ok);
    }

    public static void main(String[] args) throws Exception {
        try (RaUnderTest ra = new RaUnderTest(args)) {
            answerAll(ra);
            System.out.println("udp " + ra.udpPort + " tcp " + ra.tcpPort);
            com.sun.management.OperatingSystemMXBean system = (com.sun.management.OperatingSystemMXBean)
                    java.lang.management.ManagementFactory.getOperatingSystemMXBean();
            while (System.in.read() >= 0) {
                System.out.printf(
                        "cpu %.2f s, activities %d, heap %d MB, %s%n",
                        system.getProcessCpuTime() / 1e9,
                        ra.slee.activities.size(),
                        (Runtime.getRuntime().totalMemory()
                                        - Runtime.getRuntime().freeMemory())
                                >> 20,
                        ra.adaptor.leftInTheStack());
                ra.slee.ended.clear();
            }
        }
    }
}
