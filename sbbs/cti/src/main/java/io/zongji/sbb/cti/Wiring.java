package io.zongji.sbb.cti;

import io.zongji.domain.LegId;
import io.zongji.domain.conversation.Hearing;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.ra.media.NetworkConnection.Direction;
import io.zongji.ra.media.PlayRequest;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Who is joined with whom at the media server, and what plays to whom, by connection. Kept to ask only for what differs:
 * a voice that stays is not touched.
 *
 * @param joins  the direction of each pair, as seen from its first
 * @param sounds what each connection hears that is no voice
 */
record Wiring(HashMap<Pair, Direction> joins, HashMap<String, Sound> sounds) implements Serializable {

    static final Wiring NONE = new Wiring(new HashMap<>(), new HashMap<>());

    /** Two connections by id, the smaller one first. */
    record Pair(String first, String second) implements Serializable {}

    /** What a party hears that hears nobody. */
    enum Sound {
        MUSIC,
        RINGBACK
    }

    /** What the hearing asks for, as far as the legs have connections. */
    static Wiring of(Hearing hearing, Map<LegId, NetworkConnection> legs) {
        HashMap<Pair, Direction> joins = new HashMap<>();
        for (Hearing.Voice voice : hearing.voices()) {
            NetworkConnection speaker = legs.get(voice.speaker());
            NetworkConnection listener = legs.get(voice.listener());
            if (speaker != null && listener != null) {
                boolean first = speaker.id().compareTo(listener.id()) < 0;
                Pair pair = first ? new Pair(speaker.id(), listener.id()) : new Pair(listener.id(), speaker.id());
                joins.merge(pair, first ? Direction.SEND : Direction.RECV, (one, other) -> Direction.DUPLEX);
            }
        }
        HashMap<String, Sound> sounds = new HashMap<>();
        legs.forEach((leg, connection) -> {
            if (hearing.music().contains(leg)) {
                sounds.put(connection.id(), Sound.MUSIC);
            } else if (hearing.ringing().contains(leg)) {
                sounds.put(connection.id(), Sound.RINGBACK);
            }
        });
        return new Wiring(joins, sounds);
    }

    /**
     * Asks the media server for what is different now.
     *
     * @param connections those that are there; what was asked of others is gone with them
     * @param prompts     what is played for a sound; empty for silence
     */
    void replace(Wiring before, Map<String, NetworkConnection> connections, Function<Sound, List<String>> prompts) {
        before.sounds.forEach((id, sound) -> {
            if (sounds.get(id) != sound && connections.containsKey(id)) {
                connections.get(id).player().stop();
            }
        });
        before.joins.keySet().forEach(pair -> {
            if (!joins.containsKey(pair)
                    && connections.containsKey(pair.first)
                    && connections.containsKey(pair.second)) {
                connections.get(pair.first).unjoin(connections.get(pair.second));
            }
        });
        joins.forEach((pair, direction) -> {
            if (before.joins.get(pair) != direction) {
                connections.get(pair.first).join(direction, connections.get(pair.second));
            }
        });
        sounds.forEach((id, sound) -> {
            if (before.sounds.get(id) != sound && !prompts.apply(sound).isEmpty()) {
                connections.get(id).player().play(PlayRequest.looped(sound.name(), prompts.apply(sound)));
            }
        });
    }
}
