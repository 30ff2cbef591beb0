package io.zongji.sbb.cti;

import io.zongji.domain.AgentId;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.Trunk;
import io.zongji.domain.trunk.RoutePlan;
import io.zongji.ra.sip.Flow;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

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
 * @param standing   whose standing leg it is that takes the call, so that nobody is dialled; null to dial. The URI is the
 *                   number then
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
        List<String> announced,
        AgentId standing)
        implements Serializable {
    public Destination {
        Objects.requireNonNull(uri, "uri");
        Objects.requireNonNull(callerUser, "callerUser");
        announced = List.copyOf(announced);
    }

    /** Where the URI says. */
    public Destination(String uri, String callerUser) {
        this(uri, null, callerUser, null, null, false, false, null, List.of(), null);
    }

    /** A phone of ours, where it is now. */
    static Destination at(String contact, String flow, String callerUser, String callerName, String extension) {
        return new Destination(contact, flow, callerUser, callerName, extension, false, false, null, List.of(), null);
    }

    /** The phone outside that is on the standing leg of this agent. */
    static Destination standing(AgentId agent, String number, String caller) {
        return new Destination(number, null, caller, null, null, false, false, null, List.of(), agent);
    }

    /**
     * A number of the outside, over the trunks that take it; empty when none does.
     *
     * @param usable    whether a trunk is believed to work
     * @param wished    the number of ours to show, if the trunk permits; null for no wish
     * @param otherwise the number of ours to show where the trunk has none of its own
     */
    static Optional<Destination> outside(
            Configuration configuration, Predicate<Trunk> usable, String number, String wished, String otherwise) {
        List<Trunk> trunks = RoutePlan.trunks(configuration, number, usable);
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
                        List.of(),
                        null))
                .toList();
        return ways.isEmpty() ? Optional.empty() : Optional.of(ways.get(0).before(ways.subList(1, ways.size())));
    }

    private Destination before(List<Destination> others) {
        return new Destination(
                uri, flow, callerUser, callerName, extension, auto, confirm, way.with(others), announced, null);
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
        return new Destination(uri, flow, callerUser, callerName, extension, auto, needed, way, announced, standing);
    }

    /** The same phone, whose user hears these prompts before being connected. */
    Destination announcing(List<String> prompts) {
        return new Destination(uri, flow, callerUser, callerName, extension, auto, confirm, way, prompts, standing);
    }

    /** The same phone, which shall answer by itself; outside there is nobody to ask for that. */
    public Destination answeringItself() {
        return way == null
                ? new Destination(
                        uri, flow, callerUser, callerName, extension, true, confirm, null, announced, standing)
                : this;
    }

    /** Whether the phone is none of ours. */
    public boolean isOutside() {
        return way != null || standing != null;
    }

    /** Whether a browser answers there: phones do not register over WebSocket (RFC 7118). */
    public boolean isBrowser() {
        return flow != null && Flow.parse(flow).isWebSocket();
    }
}
