package io.zongji.server;

import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.Statistics;
import java.lang.management.ManagementFactory;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * What calls could leave behind, counted: two footprints of a call centre at rest are equal, however many calls lie
 * between them.
 *
 * @param alive    SBB entities, activities, timers and names of the SLEE by what they are
 * @param rtpPorts UDP ports that are taken in the media server's range
 */
record Footprint(Map<String, Integer> alive, int rtpPorts) {

    static Footprint of(SleeContainer slee, int firstPort, int lastPort) {
        Statistics now = slee.statistics();
        Map<String, Integer> alive = new TreeMap<>();
        now.entities().forEach((sbb, count) -> alive.put("entity " + sbb.getName(), count));
        now.activities().forEach((source, count) -> alive.put("activity " + source, count));
        alive.put("timers", now.timers());
        alive.put("names", now.names());
        alive.put("events", now.queueLength());
        alive.values().removeIf(count -> count == 0);
        return new Footprint(alive, taken(firstPort, lastPort));
    }

    private static int taken(int firstPort, int lastPort) {
        int taken = 0;
        for (int port = firstPort; port <= lastPort; port++) {
            try (DatagramSocket socket = new DatagramSocket(null)) {
                socket.setReuseAddress(false);
                socket.bind(new InetSocketAddress("127.0.0.1", port));
            } catch (SocketException e) {
                taken++;
            }
        }
        return taken;
    }

    /**
     * How many objects of a class this JVM still holds, after a collection: what the SIP stack itself keeps of dialogs, for
     * the phones on the other side of the wire too.
     */
    static int objects(Class<?> type) throws JMException {
        String histogram = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return histogram
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length >= 4 && columns[3].equals(type.getName()))
                .mapToInt(columns -> Integer.parseInt(columns[1]))
                .sum();
    }

    /** Bytes in use after the garbage is gone. */
    static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
