package io.zongji.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.media.MediaConnection.Direction;
import io.zongji.media.codec.Codec;
import io.zongji.media.tone.Goertzel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Phones of any two codecs hear each other, prompts and digits. */
class TranscodingTest extends MediaSessions {

    @ParameterizedTest
    @CsvSource({"PCMA,G722", "G722,PCMU", "PCMU,OPUS", "OPUS,G722", "G722,G722", "OPUS,OPUS"})
    void phonesOfAnyCodecsHearEachOther(Codec one, Codec other) throws Exception {
        Line caller = line(one);
        Line agent = line(other);
        caller.phone().say(500);
        agent.phone().say(1300);

        caller.connection().join(Direction.DUPLEX, agent.connection());

        until(() -> agent.phone().amplitude(500) > 6000 && caller.phone().amplitude(1300) > 6000);
        assertThat(agent.phone().amplitude(1300)).as("own voice").isLessThan(500);
    }

    @ParameterizedTest
    @EnumSource
    void promptsAreHeardInEveryCodec(Codec codec) throws Exception {
        Line caller = line(codec);

        caller.connection().play(new Play("p", List.of("tone-600-2000"), false, false));

        until(() -> caller.phone().hears(600));
    }

    @Test
    void threePartiesOfThreeCodecsConfer() throws Exception {
        Line a = line(Codec.PCMA);
        Line b = line(Codec.G722);
        Line c = line(Codec.OPUS);
        a.phone().say(500);
        b.phone().say(900);
        c.phone().say(1700);

        a.connection().join(Direction.DUPLEX, b.connection());
        a.connection().join(Direction.DUPLEX, c.connection());
        b.connection().join(Direction.DUPLEX, c.connection());

        until(() -> a.phone().amplitude(900) > 4000 && a.phone().amplitude(1700) > 4000);
        until(() -> b.phone().amplitude(500) > 4000 && b.phone().amplitude(1700) > 4000);
        until(() -> c.phone().amplitude(500) > 4000 && c.phone().amplitude(900) > 4000);
        assertThat(a.phone().amplitude(500)).as("own voice").isLessThan(500);
    }

    @Test
    void whatIsSaidInOpusIsRecorded() throws Exception {
        Line caller = line(Codec.OPUS);
        caller.phone().say(700);
        until(() -> caller.connection().quality().received() > 5);
        Heard heard = new Heard();
        MediaRecorder recorder = server.createRecorder(
                new RecordingOrder("o", "o.wav", null, null), List.of(caller.connection()), heard);
        recorder.start();
        letPass(SHORT.multipliedBy(3));
        recorder.stop();
        until(() -> heard.recording() != null);

        byte[] file = Files.readAllBytes(recordings.resolve("o.wav"));
        short[] samples = new short[3200];
        ByteBuffer.wrap(file, file.length - 2 * 5600, 2 * samples.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer()
                .get(samples);
        assertThat(Goertzel.hears(samples, 700)).isTrue();
    }

    @Test
    void digitsPassBetweenCodecsOfDifferentClocks() throws Exception {
        Line caller = line(Codec.OPUS);
        Line agent = line(Codec.PCMA);
        caller.phone().say(500);
        caller.connection().join(Direction.DUPLEX, agent.connection());
        until(() -> agent.phone().hears(500));

        caller.phone().session().sendDigits("4");

        until(() -> agent.phone().digits().equals("4"));
    }

    @Test
    void jitterIsToldInMillisecondsOfAnyClock() throws Exception {
        Line caller = line(Codec.OPUS);
        caller.phone().say(500);

        until(() -> caller.connection().quality().received() > 50);

        assertThat(caller.connection().quality().jitterMillis()).isLessThan(60);
        assertThat(caller.connection().quality().opinionScore()).isGreaterThan(3);
    }
}
