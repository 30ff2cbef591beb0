package io.zongji.media.tone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTonesTest {
    private static final int MILLI = 8;

    private static short[] tone(String name, String country) {
        return NetworkTones.find(name, country).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "ringback, CN, 5000, 1000, 450, 450",
        "busy, CN, 700, 350, 450, 450",
        "congestion, CN, 1400, 700, 450, 450",
        "ringback, US, 6000, 2000, 440, 480",
        "busy, US, 1000, 500, 480, 620",
        "ringback, GB, 3000, 400, 400, 450",
        "busy, DE, 960, 480, 425, 425",
        "ringback, FR, 5000, 1500, 440, 440",
        "ringback, HK, 4000, 400, 440, 480",
        "busy, SG, 1500, 750, 425, 425",
    })
    void soundsAsInTheCountry(String name, String country, int length, int on, double low, double high) {
        short[] samples = tone(name, country);

        assertThat(samples).hasSize(length * MILLI);
        double share = Goertzel.share(samples, 80, on * MILLI - 160, low);
        share += low == high ? 0 : Goertzel.share(samples, 80, on * MILLI - 160, high);
        assertThat(share).isGreaterThan(0.97);
        for (int i = on * MILLI; i < on * MILLI + 100; i++) {
            assertThat(samples[i]).isZero();
        }
    }

    @Test
    void aModulatedToneComesAndGoes() {
        short[] samples = tone("ringback", "JP");

        assertThat(Goertzel.amplitude(samples, 0, 1000 * MILLI, 400)).isBetween(3000.0, 4000.0);
        assertThat(Goertzel.amplitude(samples, 0, 1000 * MILLI, 384)).isBetween(1500.0, 2000.0);
        assertThat(Goertzel.amplitude(samples, 0, 1000 * MILLI, 416)).isBetween(1500.0, 2000.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CN", "US", "GB", "DE", "FR", "JP", "HK", "SG"})
    void everyCountryHasTheToneOfEachOutcomeAndNoneClicks(String country) {
        assertThat(NetworkTones.isKnown(country)).isTrue();
        for (String name : List.of("dial", "ringback", "busy", "congestion", "beep")) {
            short[] samples = tone(name, country);
            int largest = 0;
            for (int i = 0; i < samples.length; i++) {
                largest = Math.max(largest, Math.abs(samples[i] - samples[(i + 1) % samples.length]));
            }
            assertThat(largest).as("%s, played again and again", name).isBetween(1000, 7000);
        }
    }

    @Test
    void whatIsNotKnownIsNotThere() {
        assertThat(NetworkTones.find("busy", "XX")).isEmpty();
        assertThat(NetworkTones.find("song", "CN")).isEmpty();
        assertThat(NetworkTones.isKnown("")).isFalse();
    }
}
