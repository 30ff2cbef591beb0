package io.zongji.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.media.MediaConnection.Direction;
import io.zongji.media.codec.Codec;
import io.zongji.media.tone.DtmfTones;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Digits by telephone events, tones and signalling, from one party to services and to other parties. */
class DigitsTest extends MediaSessions {

    private static void collect(Line line, int count) {
        line.connection()
                .collect(new DigitCollection("d", count, null, Duration.ofSeconds(20), Duration.ofSeconds(20)));
    }

    /** A phone that has no telephone events. */
    private Line plainLine(Codec codec) throws Exception {
        Line line = line(codec);
        String offer = line.phone().offer(codec);
        String plain = offer.replace(" 101\r\n", "\r\n").replaceAll("a=rtpmap:101[^\r]*\r\n", "");
        long answers = line.heard().events().size();
        line.connection().processOffer(plain);
        until(() -> line.heard().events().size() > answers);
        assertThat(line.heard().sdp()).doesNotContain("telephone-event");
        return line;
    }

    /** Presses keys as tones in the audio. */
    private static void press(Line line, String keys) {
        DtmfTones tones = new DtmfTones();
        tones.add(keys);
        int[] samples = new int[Codec.FRAME_SAMPLES];
        line.phone().session().source((codec, frame) -> {
            boolean busy = tones.busy();
            if (busy) {
                tones.next(samples);
            }
            for (int i = 0; i < frame.length; i++) {
                frame[i] = codec.encode(busy ? samples[i] : 0);
            }
            return true;
        });
    }

    @ParameterizedTest
    @EnumSource
    void tonesOfAPhoneWithoutEventsAreCollectedAndBargeIn(Codec codec) throws Exception {
        Line caller = plainLine(codec);
        caller.connection().play(new Play("p", List.of("tone-600-5000"), false, true));
        collect(caller, 4);
        until(() -> caller.phone().hears(600));

        press(caller, "19*4");

        until(() -> caller.heard().events().contains("digits d MAX_DIGITS '19*4'"));
        assertThat(caller.heard().events()).contains("play p BARGE_IN");
    }

    @Test
    void tonesOfAPhoneWithEventsAreNoDigits() throws Exception {
        Line caller = line(Codec.PCMA);
        collect(caller, 1);
        press(caller, "1");
        until(() -> caller.phone().session().packetsSent() > 20);

        caller.phone().session().sendDigits("2");

        until(() -> caller.heard().events().contains("digits d MAX_DIGITS '2'"));
    }

    @Test
    void signalledDigitsAreCollectedAndBargeIn() throws Exception {
        Line caller = line(Codec.PCMA);
        caller.connection().play(new Play("p", List.of("tone-600-5000"), false, true));
        collect(caller, 2);

        caller.connection().signalled("4");
        caller.connection().signalled("2");

        until(() -> caller.heard().events().contains("digits d MAX_DIGITS '42'"));
        assertThat(caller.heard().events()).contains("play p BARGE_IN");
        assertThatThrownBy(() -> caller.connection().signalled("4x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDigitToldByEventsAndBySignallingCountsOnce() throws Exception {
        Line caller = line(Codec.PCMA);
        caller.phone().session().sendDigits("1");
        until(() -> caller.connection().quality().received() >= 7);
        caller.connection().signalled("1");
        caller.connection().signalled("2");
        caller.phone().session().sendDigits("3");

        collect(caller, 2);

        until(() -> caller.heard().events().contains("digits d MAX_DIGITS '13'"));
    }

    @Test
    void digitsReachAllOthersOfAConference() throws Exception {
        Line caller = line(Codec.PCMA);
        Line agent = line(Codec.PCMU);
        Line guest = plainLine(Codec.PCMA);
        Line supervisor = plainLine(Codec.PCMU);
        List<Line> all = List.of(caller, agent, guest);
        all.forEach(line -> line.phone().say(400));
        for (Line one : all) {
            for (Line other : all) {
                if (one != other) {
                    one.connection().join(Direction.DUPLEX, other.connection());
                }
            }
        }
        supervisor.connection().join(Direction.RECV, agent.connection());
        until(() -> guest.phone().hears(400) && supervisor.phone().hears(400));

        caller.phone().session().sendDigits("58");

        until(() -> agent.phone().digits().equals("58"));
        until(() -> guest.phone().tonesHeard().equals("58"));
        assertThat(caller.phone().digits()).isEmpty();
        assertThat(supervisor.phone().tonesHeard()).isEmpty();
    }

    @Test
    void signalledDigitsAndTonesReachTheOtherParty() throws Exception {
        Line caller = plainLine(Codec.PCMA);
        Line agent = line(Codec.PCMA);
        Line trunk = plainLine(Codec.PCMU);
        caller.phone().say(400);
        caller.connection().join(Direction.SEND, agent.connection());
        caller.connection().join(Direction.SEND, trunk.connection());
        until(() -> agent.phone().hears(400) && trunk.phone().hears(400));

        caller.connection().signalled("7");
        until(() -> agent.phone().digits().equals("7"));
        until(() -> trunk.phone().tonesHeard().equals("7"));
        until(() -> trunk.phone().hears(400));
        press(caller, "0");

        until(() -> trunk.phone().tonesHeard().equals("70"));
        assertThat(agent.phone().digits())
                .as("heard in the audio, not sent twice")
                .isEqualTo("7");
    }

    @Test
    void digitsAreSentAsTonesToAPhoneWithoutEvents() throws Exception {
        Line caller = plainLine(Codec.PCMA);

        caller.connection().sendDigits("12#b");

        until(() -> caller.phone().tonesHeard().equals("12#B"));
        assertThat(caller.phone().digits()).isEmpty();
    }
}
