package io.zongji.server.metrics;

import io.zongji.media.MediaStatistics;
import io.zongji.ra.media.adaptor.MediaNodeStatus;
import io.zongji.ra.media.adaptor.MediaResourceAdaptor;
import io.zongji.ra.sip.SipResourceAdaptor;
import io.zongji.ra.sip.SipStatistics;
import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.resource.RaEntity;
import java.util.List;
import javax.slee.resource.ResourceAdaptor;

/** SIP and RTP, of whichever RA entities there are. */
final class LineMeters {
    private final SleeContainer slee;
    private final int rtpPorts;

    /** @param rtpPorts how many there are */
    LineMeters(SleeContainer slee, int rtpPorts) {
        this.slee = slee;
        this.rtpPorts = rtpPorts;
    }

    void tell(Samples samples) {
        for (RaEntity entity : slee.resourceAdaptorEntities()) {
            ResourceAdaptor adaptor = entity.resourceAdaptor();
            if (adaptor instanceof SipResourceAdaptor sip && sip.statistics() != null) {
                tell(samples, sip.statistics());
            } else if (adaptor instanceof MediaResourceAdaptor media && media.statistics() != null) {
                tell(samples, media.statistics(), media.nodes());
            }
            if (adaptor instanceof MediaResourceAdaptor media) {
                media.nodes().forEach(node -> tell(samples, node));
            }
        }
    }

    private static void tell(Samples samples, SipStatistics sip) {
        sip.requests()
                .forEach((method, count) -> samples.counter(
                        "sip.requests", "Requests received, repeated ones too", count, "method", method));
        samples.counter("sip.requests.repeated", "Requests received again while being worked on", sip.repeated());
        sip.responses()
                .forEach((kind, count) -> samples.counter("sip.responses", "Responses received", count, "class", kind));
        samples.counter("sip.calls.refused", "New calls refused with 503", sip.refused());
        samples.gauge("sip.dialogs", "Dialogs", sip.dialogs());
    }

    private static void tell(Samples samples, MediaNodeStatus node) {
        samples.gauge("media.node.up", "Whether a media node answers", node.up() ? 1 : 0, "node", node.name());
        samples.gauge(
                "media.node.draining",
                "Whether a media node is about to stop and takes no new calls",
                node.draining() ? 1 : 0,
                "node",
                node.name());
        samples.gauge("media.node.connections", "Legs on a media node", node.connections(), "node", node.name());
    }

    private void tell(Samples samples, MediaStatistics media, List<MediaNodeStatus> nodes) {
        String ports = "UDP ports for RTP";
        int free = nodes.isEmpty()
                ? Math.max(0, rtpPorts - media.portsInUse())
                : nodes.stream().mapToInt(MediaNodeStatus::freePorts).sum();
        samples.gauge("rtp.ports", ports, media.portsInUse(), "state", "used");
        samples.gauge("rtp.ports", ports, free, "state", "free");
        samples.gauge("recordings.running", "Recordings being written", media.recorders());
        samples.counter("rtp.packets", "RTP packets", media.packetsIn(), "direction", "in");
        samples.counter("rtp.packets", "RTP packets", media.packetsOut(), "direction", "out");
        samples.counter("rtp.packets.dropped", "Packets that nobody expected", media.packetsDropped());
        samples.counter("rtp.late.ticks", "Clock ticks more than a frame late", media.lateTicks());
    }
}
