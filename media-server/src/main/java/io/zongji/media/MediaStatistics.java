package io.zongji.media;

/**
 * Gauges and counters of a media server.
 *
 * @param connections    now
 * @param portsInUse     now
 * @param recorders      running now
 * @param packetsIn      RTP packets taken since the start
 * @param packetsOut     sent since the start
 * @param packetsDropped not RTP, not negotiated, from a stranger, or not sendable
 * @param lateTicks      clock ticks more than a frame late
 */
public record MediaStatistics(
        int connections,
        int portsInUse,
        int recorders,
        long packetsIn,
        long packetsOut,
        long packetsDropped,
        long lateTicks) {

    /** Both together. */
    public MediaStatistics plus(MediaStatistics other) {
        return new MediaStatistics(
                connections + other.connections,
                portsInUse + other.portsInUse,
                recorders + other.recorders,
                packetsIn + other.packetsIn,
                packetsOut + other.packetsOut,
                packetsDropped + other.packetsDropped,
                lateTicks + other.lateTicks);
    }
}
