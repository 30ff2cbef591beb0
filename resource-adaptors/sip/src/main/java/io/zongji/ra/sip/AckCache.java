package io.zongji.ra.sip;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;

/**
 * The ACKs that were sent for 2xx, for as long as the 2xx may be repeated (RFC 3261 section 13.2.2.4: 64*T1),
 * since the stack's own memory ends with the dialog. Thread-safe.
 */
final class AckCache {

    private static final long KEEP_NANOS = TimeUnit.SECONDS.toNanos(34);

    private record Key(String callId, String fromTag, String toTag, long cseq) {}

    private record Sent(Request ack, long nanos) {}

    private final Map<Key, Sent> sent = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    AckCache(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The ACK of the call that goes on. */
    void remember(Request ack) {
        rememberRefusal(ack);
        sent.put(anyAnswer(ack), new Sent(ack, nanoTime.getAsLong()));
    }

    /** The ACK of an answer that was ended at once; another answer of the same INVITE may still win. */
    void rememberRefusal(Request ack) {
        sent.put(key(ack), new Sent(ack, nanoTime.getAsLong()));
    }

    /** Whether the INVITE of this 2xx has been won by another answer. */
    boolean isLost(Message success) {
        return !sent.isEmpty() && !sent.containsKey(key(success)) && sent.containsKey(anyAnswer(success));
    }

    /** The ACK that this 2xx has had already, or null. */
    Request of(Message success) {
        if (sent.isEmpty()) {
            return null;
        }
        Sent known = sent.get(key(success));
        return known == null ? null : known.ack();
    }

    int size() {
        return sent.size();
    }

    void sweep(long now) {
        for (Iterator<Sent> all = sent.values().iterator(); all.hasNext(); ) {
            if (now - all.next().nanos() > KEEP_NANOS) {
                all.remove();
            }
        }
    }

    private static Key key(Message message) {
        return key(message, ((ToHeader) message.getHeader(ToHeader.NAME)).getTag());
    }

    private static Key anyAnswer(Message message) {
        return key(message, null);
    }

    private static Key key(Message message, String toTag) {
        return new Key(
                ((CallIdHeader) message.getHeader(CallIdHeader.NAME)).getCallId(),
                ((FromHeader) message.getHeader(FromHeader.NAME)).getTag(),
                toTag,
                ((CSeqHeader) message.getHeader(CSeqHeader.NAME)).getSeqNumber());
    }
}
