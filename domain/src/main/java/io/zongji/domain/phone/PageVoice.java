package io.zongji.domain.phone;

import java.time.Duration;

/** Whether the voice of an agent's page gets through: where a network lets no UDP out, calls are answered and nobody hears anything. */
public final class PageVoice {
    /** Why an agent whose voice did not get through is busy. */
    public static final String NO_VOICE = "noVoice";

    /** So long a way may take to be found; usual is less than one second. The page says after as long that there is none. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private PageVoice() {}

    /**
     * What a page's call tells of its network. A page sends all the time, also when it is muted.
     *
     * @param received  packets that came from the page in all of the call
     * @param connected since when the page has been in the call
     */
    public static boolean isBlocked(long received, Duration connected) {
        return received == 0 && connected.compareTo(PATIENCE) >= 0;
    }
}
