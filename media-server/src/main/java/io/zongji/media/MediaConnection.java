package io.zongji.media;

import io.zongji.media.prompt.EncodedPrompt;
import io.zongji.media.quality.StreamQuality;
import io.zongji.media.sdp.AudioAgreement;
import io.zongji.media.sdp.AudioNegotiation;
import io.zongji.media.sdp.PeerKind;
import io.zongji.media.sdp.SdpException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One party's media: its RTP port and all that it hears and says. Every method may be called from any thread and returns
 * at once; requests are carried out in the order made, and their outcome comes to the {@link ConnectionListener}.
 */
public final class MediaConnection {
    private static final Logger log = LoggerFactory.getLogger(MediaConnection.class);
    private static final Pattern DIGITS = Pattern.compile("[0-9*#A-Da-d]*");

    private final MediaServer server;
    private final Party party;
    private final AudioNegotiation negotiation;
    private final Consumer<Consumer<ConnectionListener>> events;

    /** Who hears whom: {@code SEND} = the other hears this one, {@code RECV} = this one hears the other. */
    public enum Direction {
        DUPLEX,
        SEND,
        RECV
    }

    MediaConnection(
            MediaServer server,
            Party party,
            AudioNegotiation negotiation,
            Consumer<Consumer<ConnectionListener>> events) {
        this.server = server;
        this.party = party;
        this.negotiation = negotiation;
        this.events = events;
    }

    public String id() {
        return party.id();
    }

    /** The RTP port. */
    public int port() {
        return party.link().wire().ports().port();
    }

    /** How well the audio travelled so far; never null, never blocks. */
    public StreamQuality quality() {
        return party.link().quality();
    }

    Party party() {
        return party;
    }

    /** Outcome: {@link ConnectionListener#offerGenerated} or, in a wrong state, {@link ConnectionListener#sdpFailed}. */
    public void generateOffer(PeerKind peer) {
        try {
            String offer = negotiation.offer(peer);
            server.run(now -> tell(listener -> listener.offerGenerated(offer)));
        } catch (SdpException e) {
            failed(e);
        }
    }

    /** Outcome: {@link ConnectionListener#answerGenerated} or {@link ConnectionListener#sdpFailed}. */
    public void processOffer(String offer) {
        try {
            String answer = negotiation.answer(offer);
            agreed();
            server.run(now -> tell(listener -> listener.answerGenerated(answer)));
        } catch (SdpException e) {
            failed(e);
        }
    }

    /** Outcome: {@link ConnectionListener#answerProcessed} or {@link ConnectionListener#sdpFailed}. */
    public void processAnswer(String answer) {
        try {
            negotiation.accept(answer);
            agreed();
            server.run(now -> tell(ConnectionListener::answerProcessed));
        } catch (SdpException e) {
            failed(e);
        }
    }

    /** Has our next offers and answers put the codec first that the other connection agreed on; no effect if it has not. */
    public void preferCodecOf(MediaConnection other) {
        AudioAgreement agreed = other.negotiation.agreement();
        if (agreed != null) {
            negotiation.prefer(agreed.codec());
        }
    }

    /** Plays; what played before is stopped. Outcome: {@link ConnectionListener#playEnded}. */
    public void play(Play play) {
        server.run(now -> {
            if (!party.released()) {
                Playout playout = party.play(play, now);
                server.prompts()
                        .load(play.prompts())
                        .whenComplete((prompts, failure) -> playLoaded(playout, prompts, failure));
            }
        });
    }

    private void playLoaded(Playout playout, List<EncodedPrompt> prompts, Throwable failure) {
        if (failure != null) {
            log.warn("Connection {} cannot play: {}", id(), failure.getMessage());
        }
        server.run(now -> {
            if (prompts == null) {
                party.notLoaded(playout, now);
            } else {
                party.loaded(playout, prompts, now);
            }
        });
    }

    public void stopPlay() {
        server.run(party::stopPlay);
    }

    /** Collects digits; a running collection is stopped. Outcome: {@link ConnectionListener#digitsCollected}. */
    public void collect(DigitCollection request) {
        server.run(now -> party.collect(request, now));
    }

    public void stopCollecting() {
        server.run(now -> party.stopCollecting());
    }

    /** Forgets what was dialled ahead. */
    public void flushDigits() {
        server.run(now -> party.flushDigits());
    }

    /**
     * Sends digits to the party, as telephone events if it takes them, else as tones.
     *
     * @param digits 0-9, *, #, A-D
     * @throws IllegalArgumentException if there is anything else among them
     */
    public void sendDigits(String digits) {
        String checked = checked(digits);
        server.run(now -> party.sendDigits(checked));
    }

    /**
     * Counts digits as pressed by the party that the signalling brought. They have no effect if the party also tells its
     * digits by telephone events.
     *
     * @param digits 0-9, *, #, A-D
     * @throws IllegalArgumentException if there is anything else among them
     */
    public void signalled(String digits) {
        String checked = checked(digits);
        server.run(now -> party.signalled(checked, now));
    }

    private static String checked(String digits) {
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("digits: 0-9, *, #, A-D, was " + digits);
        }
        return digits.toUpperCase(Locale.ROOT);
    }

    /** Lets the two hear each other in this direction; joining a pair anew changes it. */
    public void join(Direction direction, MediaConnection other) {
        if (other == this) {
            throw new IllegalArgumentException("A connection cannot be joined with itself: " + id());
        }
        server.run(now -> {
            if (!party.released() && !other.party.released()) {
                party.setHears(other.party, direction != Direction.SEND, now);
                other.party.setHears(party, direction != Direction.RECV, now);
            }
        });
    }

    public void unjoin(MediaConnection other) {
        server.run(now -> {
            party.setHears(other.party, false, now);
            other.party.setHears(party, false, now);
        });
    }

    /** Frees the port and stops everything; {@link ConnectionListener#released} is the last event. Idempotent. */
    public void release() {
        server.release(this);
    }

    void tell(Consumer<ConnectionListener> event) {
        events.accept(event);
    }

    private void agreed() {
        var agreement = negotiation.agreement();
        server.run(now -> {
            if (!party.released()) {
                party.agree(agreement, now);
            }
        });
    }

    private void failed(SdpException e) {
        MediaFailure failure =
                switch (e.kind()) {
                    case INVALID -> MediaFailure.SDP_INVALID;
                    case NOT_ACCEPTABLE -> MediaFailure.SDP_NOT_ACCEPTABLE;
                    case UNEXPECTED -> MediaFailure.INVALID_STATE;
                };
        server.run(now -> tell(listener -> listener.sdpFailed(failure, e.getMessage())));
    }
}
