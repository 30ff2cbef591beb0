package io.zongji.media.tone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.media.codec.Codec;
import io.zongji.media.prompt.PromptAudio;
import io.zongji.media.prompt.PromptLibrary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a digit and what is not (ITU-T Q.24). */
class DtmfDetectorTest {
    private static final int FRAME = Codec.FRAME_SAMPLES;
    private static final String ALL = "0123456789*#ABCD";

    /** A line on which keys are pressed and pauses made, sample by sample. */
    private static final class Line {
        private short[] samples = new short[0];
        private double lowGain = 1;
        private double highGain = 1;
        private double lowPitch = 1;
        private double highPitch = 1;

        Line press(char key, double millis) {
            int index = DtmfTones.KEYPAD.indexOf(key);
            Tone low = new Tone(DtmfTones.LOW[index / 4] * lowPitch, (int) (6000 * lowGain));
            Tone high = new Tone(DtmfTones.HIGH[index % 4] * highPitch, (int) (6000 * highGain));
            int count = (int) (millis * 8);
            short[] tone = new short[count];
            for (int i = 0; i < count; i++) {
                tone[i] = (short) (low.next() + high.next());
            }
            return append(tone);
        }

        Line pause(double millis) {
            return append(new short[(int) (millis * 8)]);
        }

        Line append(short[] more) {
            int before = samples.length;
            samples = Arrays.copyOf(samples, before + more.length);
            System.arraycopy(more, 0, samples, before, more.length);
            return this;
        }

        Line noise(double amplitude, long seed) {
            Random random = new Random(seed);
            for (int i = 0; i < samples.length; i++) {
                samples[i] += (short) (amplitude * random.nextGaussian());
            }
            return this;
        }

        Line hum(double hertz, int amplitude) {
            Tone tone = new Tone(hertz, amplitude);
            for (int i = 0; i < samples.length; i++) {
                samples[i] += tone.next();
            }
            return this;
        }

        /** As a phone of one law sends it. */
        Line through(Codec law) {
            byte[] codes = law.encode(samples);
            for (int i = 0; i < samples.length; i++) {
                samples[i] = law.decode(codes[i]);
            }
            return this;
        }

        String heard() {
            return heard(0, new Random(0));
        }

        /** @param loss the share of packets that are lost */
        String heard(double loss, Random random) {
            pause(100);
            DtmfDetector detector = new DtmfDetector();
            StringBuilder heard = new StringBuilder();
            int sequence = 65_500;
            for (int at = 0; at + FRAME <= samples.length; at += FRAME) {
                if (random.nextDouble() >= loss) {
                    detector.put(sequence & 0xFFFF, at - 500, Arrays.copyOfRange(samples, at, at + FRAME), FRAME);
                }
                sequence++;
                for (char digit = detector.next(); digit != 0; digit = detector.next()) {
                    heard.append(digit);
                }
            }
            return heard.toString();
        }
    }

    private static Line dial(Line line, double tone, double pause) {
        line.pause(37);
        for (char key : ALL.toCharArray()) {
            line.press(key, tone).pause(pause);
        }
        return line;
    }

    @ParameterizedTest
    @CsvSource({"40,40", "50,50", "43.3,41.7", "100,60", "400,200", "65,1000"})
    void everyKeyIsHeardOnceHoweverShortOrLong(double tone, double pause) {
        assertThat(dial(new Line(), tone, pause).heard()).isEqualTo(ALL);
    }

    @Test
    void itIsHeardWhereverInAPacketItBegins() {
        for (int offset = 0; offset < FRAME; offset += 7) {
            Line line = new Line().pause(20 + offset / 8.0);
            assertThat(line.press('7', 40).heard()).as("offset %d", offset).isEqualTo("7");
        }
    }

    @Test
    void aSoundOf23MillisIsNoDigit() {
        assertThat(dial(new Line(), 23, 100).heard()).isEmpty();
    }

    @Test
    void theSameKeyAgainAfterAShortPauseCountsAgainAndAnInterruptionDoesNot() {
        Line line = new Line().pause(20);
        line.press('5', 50).pause(40).press('5', 50).pause(100);
        line.press('8', 60).pause(10).press('8', 60);

        assertThat(line.heard()).isEqualTo("558");
    }

    @ParameterizedTest
    @CsvSource({"1.015,0.985", "0.985,1.015", "1.015,1.015", "0.985,0.985"})
    void tonesOneAndAHalfPercentOffAreHeard(double low, double high) {
        Line line = new Line();
        line.lowPitch = low;
        line.highPitch = high;

        assertThat(dial(line, 50, 50).heard()).isEqualTo(ALL);
    }

    @ParameterizedTest
    @CsvSource({"1.035,1", "0.965,1", "1,1.035", "1,0.965", "1.06,1", "1,0.93"})
    void tonesFarOffAreNot(double low, double high) {
        Line line = new Line();
        line.lowPitch = low;
        line.highPitch = high;

        assertThat(dial(line, 100, 60).heard()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,0.4", "0.63,1", "2,2", "0.15,0.15"})
    void loudAndSoftAndTwistedTonesAreHeard(double low, double high) {
        Line line = new Line();
        line.lowGain = low;
        line.highGain = high;

        assertThat(dial(line, 50, 50).heard()).isEqualTo(ALL);
    }

    @ParameterizedTest
    @CsvSource({"1,0.2", "0.3,1", "0.02,0.02", "1,0.0001"})
    void oneToneAloneOrBothTooSoftIsNoDigit(double low, double high) {
        Line line = new Line();
        line.lowGain = low;
        line.highGain = high;

        assertThat(dial(line, 100, 60).heard()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PCMA", "PCMU"})
    void noiseAndACodecDoNoHarm(Codec law) {
        // 15 dB below the tones together.
        assertThat(dial(new Line(), 60, 60).noise(1060, 5).through(law).heard()).isEqualTo(ALL);
    }

    @ParameterizedTest
    @CsvSource({"50,1", "350,1", "440,0.4", "2600,1", "3400,0.4"})
    void aToneBesideADigitDoesNoHarm(double hertz, double highGain) {
        Line line = new Line();
        line.highGain = highGain;

        // 10 to 13 dB below the tones together.
        assertThat(dial(line, 60, 60).hum(hertz, 1900).heard()).isEqualTo(ALL);
    }

    @Test
    void aLostPacketNeitherHidesNorDoublesADigit() {
        Random random = new Random(12);
        for (int round = 0; round < 50; round++) {
            assertThat(dial(new Line(), 120, 100).heard(0.03, random))
                    .as("round %d", round)
                    .isEqualTo(ALL);
        }
    }

    @Test
    void whatWeGenerateIsHeard() {
        DtmfTones tones = new DtmfTones();
        tones.add("159d0#");
        Line line = new Line();
        int[] frame = new int[FRAME];
        while (tones.busy()) {
            tones.next(frame);
            short[] samples = new short[FRAME];
            for (int i = 0; i < FRAME; i++) {
                samples[i] = (short) frame[i];
            }
            line.append(samples);
        }

        assertThat(line.heard()).isEqualTo("159D0#");
    }

    @Test
    void speechAndMusicAreNoDigits() throws Exception {
        PromptLibrary library = new PromptLibrary(null);
        Line line = new Line();
        for (String name : prompts()) {
            PromptAudio audio = library.find(name, "none").orElseThrow();
            assertThat(audio.rate()).isEqualTo(8000);
            line.append(audio.samples());
        }

        assertThat(line.samples.length).as("at least 90 s").isGreaterThan(90 * 8000);
        assertThat(line.heard()).isEmpty();
    }

    private static List<String> prompts() throws Exception {
        Path root = Path.of(PromptLibrary.class.getResource("/prompts").toURI());
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(file -> file.toString().endsWith(".wav"))
                    .forEach(file -> names.add(root.relativize(file).toString().replace(".wav", "")));
        }
        return names;
    }

    @Test
    void noiseIsNoDigit() {
        Line line = new Line().pause(60_000).noise(5000, 8);
        assertThat(line.heard()).isEmpty();
    }
}
