package io.zongji.media.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.media.tone.Goertzel;
import io.zongji.media.tone.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class G711Test {

    @ParameterizedTest
    @EnumSource(Codec.class)
    void everyCodeSurvivesARoundTrip(Codec codec) {
        for (int code = 0; code < 256; code++) {
            short linear = codec.decode((byte) code);
            assertThat(codec.decode(codec.encode(linear))).isEqualTo(linear);
        }
    }

    @Test
    void knownCodesHaveTheValuesOfTheStandard() {
        assertThat(G711.alawToLinear((byte) 0xD5)).isEqualTo((short) 8);
        assertThat(G711.alawToLinear((byte) 0x55)).isEqualTo((short) -8);
        assertThat(G711.alawToLinear((byte) 0xAA)).isEqualTo((short) 32256);
        assertThat(G711.alawToLinear((byte) 0x2A)).isEqualTo((short) -32256);
        assertThat(G711.ulawToLinear((byte) 0xFF)).isEqualTo((short) 0);
        assertThat(G711.ulawToLinear((byte) 0x80)).isEqualTo((short) 32124);
        assertThat(G711.ulawToLinear((byte) 0x00)).isEqualTo((short) -32124);
        assertThat(G711.linearToUlaw(0)).isEqualTo((byte) 0xFF);
        assertThat(G711.linearToAlaw(0)).isEqualTo((byte) 0xD5);
    }

    @ParameterizedTest
    @EnumSource(Codec.class)
    void everySampleIsEncodedWithinTheStepOfItsSegment(Codec codec) {
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            int error = Math.abs(codec.decode(codec.encode(sample)) - sample);
            assertThat(error).as("sample %d", sample).isLessThanOrEqualTo(Math.max(16, Math.abs(sample) / 16 + 20));
        }
    }

    @Test
    void samplesBeyondSixteenBitsAreClipped() {
        assertThat(G711.linearToAlaw(100_000)).isEqualTo(G711.linearToAlaw(Short.MAX_VALUE));
        assertThat(G711.linearToUlaw(-100_000)).isEqualTo(G711.linearToUlaw(Short.MIN_VALUE));
    }

    @Test
    void transcodingKeepsTheTone() {
        byte[] alaw = Codec.PCMA.encode(new Tone(1013, 8000).samples(8000));
        short[] heard = new short[8000];
        for (int i = 0; i < heard.length; i++) {
            heard[i] = Codec.PCMA.decode(Codec.PCMU.transcode(Codec.PCMA.transcode(alaw[i])));
        }

        assertThat(Goertzel.share(heard, 1013)).isGreaterThan(0.99);
        assertThat(Goertzel.amplitude(heard, 1013)).isBetween(7900.0, 8100.0);
    }

    @Test
    void resamplingKeepsTheToneAndDropsWhatCannotBeHeard() {
        short[] wide = new short[16_000];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = (short) (5000 * Math.sin(2 * Math.PI * 1000 * i / 16_000)
                    + 5000 * Math.sin(2 * Math.PI * 6000 * i / 16_000));
        }

        short[] narrow = Resampler.toTelephoneRate(wide, 16_000);

        assertThat(narrow).hasSize(8000);
        assertThat(Goertzel.amplitude(narrow, 1000)).isBetween(4900.0, 5100.0);
        assertThat(Goertzel.amplitude(narrow, 2000)).as("6 kHz folded back").isLessThan(20);
    }
}
