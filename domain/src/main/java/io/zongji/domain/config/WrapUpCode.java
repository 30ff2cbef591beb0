package io.zongji.domain.config;

import io.zongji.domain.QueueId;
import java.util.Objects;
import java.util.Set;

/**
 * What came of a conversation: one of the codes that agents choose from when they write a call up.
 *
 * @param code    for the journal, reports and requests
 * @param chinese for screens
 * @param english for screens
 * @param queues  whose calls it is for; empty for all calls
 */
public record WrapUpCode(String code, String chinese, String english, Set<QueueId> queues) {
    public WrapUpCode {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(chinese, "chinese");
        Objects.requireNonNull(english, "english");
        queues = Set.copyOf(queues);
    }

    /**
     * The name in a reader's language.
     *
     * @param language a BCP 47 tag
     */
    public String name(String language) {
        return language.startsWith("zh") ? chinese : english;
    }

    /**
     * Whether agents may give it to a call.
     *
     * @param queue the call's; null for a call of no queue
     */
    public boolean isFor(QueueId queue) {
        return queues.isEmpty() || queue != null && queues.contains(queue);
    }
}
