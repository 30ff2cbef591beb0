package io.zongji.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.media.MediaConnection.Direction;
import io.zongji.media.codec.Codec;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A listener's sources change, and nothing in what is heard jumps further than tones and fades do by themselves. */
class ClickTest extends MediaSessions {
    private static final int CHANGES = 12;
    private static final int LOUDNESS = 8_000;
    private static final int LOW = 200;
    private static final int HIGH = 250;
    /** From one sample to the next: the steepest of the tones, the steepest fade, and what the law rounds off. */
    private static final double STEEPEST =
            LOUDNESS * 2 * Math.sin(Math.PI * HIGH / Codec.SAMPLE_RATE) + 2 * LOUDNESS / 40.0 + LOUDNESS / 16.0;

    @ParameterizedTest
    @EnumSource(names = {"PCMA", "PCMU"})
    void sourcesChangeWithoutAClick(Codec law) throws Exception {
        Line listener = line(law);
        Line low = line(Codec.PCMA);
        Line high = line(Codec.PCMA);
        low.phone().say(LOW, LOUDNESS);
        high.phone().say(HIGH, LOUDNESS);
        listener.phone().keepAll();
        for (int i = 0; i < CHANGES; i++) {
            Line next = i % 2 == 0 ? low : high;
            Line before = i % 2 == 0 ? high : low;
            listener.connection().unjoin(before.connection());
            listener.connection().join(Direction.RECV, next.connection());
            int hertz = i % 2 == 0 ? LOW : HIGH;
            until(() -> listener.phone().hears(hertz));
        }
        listener.connection().unjoin(high.connection());
        listener.connection().play(new Play("p", List.of("tone-225-500"), false, false));
        until(() -> listener.heard().events().stream().anyMatch(event -> event.startsWith("play p")));

        short[] heard = listener.phone().all();
        assertThat(heard.length).isGreaterThan(CHANGES * TestPhone.WINDOW / 2);
        int steepest = 0;
        for (int i = 1; i < heard.length; i++) {
            steepest = Math.max(steepest, Math.abs(heard[i] - heard[i - 1]));
        }
        assertThat((double) steepest).isLessThan(STEEPEST);
    }
}
