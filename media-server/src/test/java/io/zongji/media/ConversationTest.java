package io.zongji.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.media.codec.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** After every one of 500 random changes exactly the right parties hear exactly the right tones within a second. */
class ConversationTest extends MediaSessions {
    private static final int CONVERSATIONS = 10;
    private static final int CHANGES_EACH = 50;
    private static final int MOST_PARTIES = 6;
    private static final long SEED = 20_261_121;

    /** A look a fraction of the {@link TestPhone#WINDOW} after the other; a slow machine gets as many looks. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private static final int LOOKS_A_WINDOW = 11;
    private static final int LOOKS_A_SECOND = 50;
    /** On a machine so busy that voices are torn for a while. */
    private static final int MOST_LOOKS = 10 * LOOKS_A_SECOND;

    @Override
    int firstPort() {
        return 26_000 + (int) (ProcessHandle.current().pid() % 50) * ports();
    }

    @Override
    int ports() {
        return CONVERSATIONS * MOST_PARTIES * 2;
    }

    @Test
    void afterEachOf500ChangesEverybodyHearsExactlyWhoTheyShould() throws Exception {
        List<Callable<Void>> conversations = new ArrayList<>();
        for (int i = 0; i < CONVERSATIONS; i++) {
            Random random = new Random(SEED + i);
            Conversation conversation = conversation(random, 3 + i % (MOST_PARTIES - 2));
            conversations.add(() -> {
                for (int change = 0; change < CHANGES_EACH; change++) {
                    conversation.change();
                    checkBeforeLong(conversation);
                }
                return null;
            });
        }
        ExecutorService drivers = Executors.newFixedThreadPool(CONVERSATIONS);
        try {
            for (Future<Void> done : drivers.invokeAll(conversations)) {
                done.get();
            }
        } finally {
            drivers.shutdownNow();
        }
    }

    private Conversation conversation(Random random, int size) throws Exception {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            lines.add(line(Codec.values()[random.nextInt(Codec.values().length)]));
        }
        return new Conversation(random, lines);
    }

    private static void checkBeforeLong(Conversation conversation) {
        LockSupport.parkNanos(2 * LOOK_NANOS);
        for (int looks = 2; looks + LOOKS_A_WINDOW <= MOST_LOOKS; looks += LOOKS_A_WINDOW) {
            if (isRightForAWindow(conversation)) {
                return;
            }
        }
        assertThat(wrong(conversation)).as("after %s", conversation.history()).isEmpty();
    }

    private static boolean isRightForAWindow(Conversation conversation) {
        long[] before = new long[conversation.size()];
        for (int i = 0; i < before.length; i++) {
            conversation.phone(i).forget();
            before[i] = conversation.phone(i).samplesHeard();
        }
        for (int look = 0; look < LOOKS_A_SECOND; look++) {
            LockSupport.parkNanos(LOOK_NANOS);
            if (look + 1 >= LOOKS_A_WINDOW && hasHeardEnough(conversation, before)) {
                return wrong(conversation).isEmpty();
            }
        }
        return false;
    }

    private static boolean hasHeardEnough(Conversation conversation, long[] before) {
        for (int i = 0; i < before.length; i++) {
            long heard = conversation.phone(i).samplesHeard() - before[i];
            if (heard < TestPhone.WINDOW && !conversation.due(i).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> wrong(Conversation conversation) {
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < conversation.size(); i++) {
            if (!conversation.hearsExactlyWhatIsDue(i)) {
                wrong.add(i + " does not hear exactly " + conversation.due(i) + " but" + conversation.heard(i));
            }
        }
        return wrong;
    }
}
