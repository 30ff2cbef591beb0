package io.zongji.sbb.cti;

import io.zongji.domain.config.Trunk;
import io.zongji.ra.sip.Flow;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Where an outgoing leg goes.
 *
 * @param uri        the phone's SIP URI, for example a registered contact
 * @param flow       the connection the phone registered over ({@link Flow} as text), which reaches it
 *                   behind NAT and over TCP or WebSocket; null to go where the URI says
 * @param callerUser the caller's number as the phone shall show it
 * @param callerName the caller's name; may be null
 * @param extension  whose registered phone it is; null when it is none
 * @param auto       the phone shall answer by itself, as far as it can; its user hears a tone then
 * @param confirm    whoever answers has to say by a key that it is no machine, before the call hears of the answer
 * @param way        the trunk it is reached by, and those to try after it; null for phones of ours
 * @param announced  prompts that who answers hears before being connected; may be empty
 */
public record Destination(
        String uri,
        String flow,
        String callerUser,
        String callerName,
        String extension,
        boolean auto,
        boolean confirm,
        Way way,
        List<String> announced)
        implements Serializable {
    public Destination {
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(callerUser, "callerUser");
        announced = List.copyOf(announced);
    }

    /** Where the URI says. */
    public Destination(String uri, String callerUser) {
        this(uri, null, callerUser, null, null, false, false, null, List.of());
    }

    /**
     * A number of the outside.
     *
     * @param trunks    to be tried in this order; not empty
     * @param wished    the number of ours to show, if the trunk permits; null for no wish
     * @param otherwise the number of ours to show where the trunk has none of its own
     */
    static Destination outside(String number, List<Trunk> trunks, String wished, String otherwise) {
        List<Destination> ways = trunks.stream()
                .map(trunk -> new Destination(
                        trunk.outbound().uriOf(number),
                        null,
                        trunk.outbound().callerShown(wished, otherwise),
                        null,
                        null,
                        false,
                        false,
                        Way.over(trunk),
                        List.of()))
                .toList();
        return ways.get(0).before(ways.subList(1, ways.size()));
    }

    private Destination before(List<Destination> others) {
        return new Destination(
                uri, flow, callerUser, callerName, extension, auto, confirm, way.with(others), announced);
    }

    /** The same number by the next trunk; null when there is none left. */
    Destination next() {
        return way == null || way.others().isEmpty()
                ? null
                : way.others()
                        .get(0)
                        .confirming(confirm)
                        .announcing(announced)
                        .before(way.others().subList(1, way.others().size()));
    }

    /** The same phone, whose user has to confirm the call by a key, or need not. */
    Destination confirming(boolean needed) {
        return new Destination(uri, flow, callerUser, callerName, extension, auto, needed, way, announced);
    }

    /** The same phone, whose user hears these prompts before being connected. */
    Destination announcing(List<String> prompts) {
        return new Destination(uri, flow, callerUser, callerName, extension, auto, confirm, way, prompts);
    }

    /** The same phone, which shall answer by itself; outside there is nobody to ask for that. */
    public Destination answeringItself() {
        return way == null
                ? new Destination(uri, flow, callerUser, callerName, extension, true, confirm, null, announced)
                : this;
    }

    /** Whether a browser answers there: phones do not register over WebSocket (RFC 7118). */
    public boolean isBrowser() {
        return flow != null && Flow.parse(flow).isWebSocket();
    }
}
