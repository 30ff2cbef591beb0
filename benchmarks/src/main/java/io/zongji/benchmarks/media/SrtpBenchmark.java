package io.zongji.benchmarks.media;

import io.zongji.media.rtp.RtpHeader;
import io.zongji.media.srtp.MasterKey;
import io.zongji.media.srtp.SrtpProfile;
import io.zongji.media.srtp.SrtpReceiver;
import io.zongji.media.srtp.SrtpSender;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Sealing and opening one packet of G.711, beside the bare cipher and tag of the JDK both times. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SrtpBenchmark {
    private static final int LENGTH = RtpHeader.SIZE + 160;

    private final MasterKey key = MasterKey.random();
    private final SrtpSender sender = new SrtpSender(SrtpProfile.AES_CM_128_HMAC_SHA1_80, key);
    private final SrtpReceiver receiver = new SrtpReceiver(SrtpProfile.AES_CM_128_HMAC_SHA1_80, key);
    private final ByteBuffer plain = ByteBuffer.allocateDirect(LENGTH);
    private final ByteBuffer datagram = ByteBuffer.allocateDirect(2048);
    private int sequence;

    private final SecretKeySpec cipherKey = new SecretKeySpec(new byte[16], "AES");
    private final Cipher cipher;
    private final Mac mac;
    private final byte[] packet = new byte[LENGTH + 20];

    public SrtpBenchmark() {
        try {
            cipher = Cipher.getInstance("AES/CTR/NoPadding");
            mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(new byte[20], "HmacSHA1"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has these", e);
        }
    }

    @Benchmark
    public int sealAndOpen() {
        sequence++;
        RtpHeader.write(plain.clear(), 0, 8, false, sequence & 0xFFFF, sequence, 1);
        ByteBuffer sealed = sender.seal(plain, 0, LENGTH);
        int length = sealed.remaining();
        datagram.clear().put(sealed);
        return receiver.open(datagram, length);
    }

    @Benchmark
    public byte bare() throws GeneralSecurityException {
        cipherAndTag();
        cipherAndTag();
        return packet[LENGTH];
    }

    private void cipherAndTag() throws GeneralSecurityException {
        cipher.init(Cipher.ENCRYPT_MODE, cipherKey, new IvParameterSpec(new byte[16]));
        cipher.doFinal(packet, RtpHeader.SIZE, 160, packet, RtpHeader.SIZE);
        mac.update(packet, 0, LENGTH);
        mac.doFinal(packet, LENGTH);
    }
}
