package io.zongji.media;

/**
 * Turns single digits into collections: keeps what is dialled ahead, and knows the first-digit and inter-digit times.
 * Time is given with each call, in nanoseconds. Used by one thread.
 */
final class DigitCollector {
    static final int MAX_AHEAD = 32;

    private final Outcome outcome;
    private final StringBuilder ahead = new StringBuilder();
    private final StringBuilder digits = new StringBuilder();
    private DigitCollection request;
    private boolean timing;
    private long deadline;

    /** Takes the end of a collection. */
    @FunctionalInterface
    interface Outcome {
        void ended(String id, DigitCollection.End end, String digits);
    }

    DigitCollector(Outcome outcome) {
        this.outcome = outcome;
    }

    /** Begins a collection; one that runs is stopped. */
    void begin(DigitCollection next, boolean playing, long now) {
        stop();
        request = next;
        digits.setLength(0);
        timing = false;
        if (!playing) {
            startTime(next.firstDigit().toNanos(), now);
        }
        while (request != null && ahead.length() > 0) {
            char digit = ahead.charAt(0);
            ahead.deleteCharAt(0);
            take(digit, now);
        }
    }

    void digit(char digit, long now) {
        if (request != null) {
            take(digit, now);
        } else if (ahead.length() < MAX_AHEAD) {
            ahead.append(digit);
        }
    }

    /** The prompt is over: from now on the party is expected to dial. */
    void playEnded(long now) {
        if (request != null && !timing) {
            startTime(request.firstDigit().toNanos(), now);
        }
    }

    /** Ends the collection if its time is over. */
    void check(long now) {
        if (request != null && timing && now - deadline >= 0) {
            end(
                    digits.length() == 0
                            ? DigitCollection.End.FIRST_DIGIT_TIMEOUT
                            : DigitCollection.End.INTER_DIGIT_TIMEOUT);
        }
    }

    void stop() {
        if (request != null) {
            end(DigitCollection.End.STOPPED);
        }
    }

    void flush() {
        ahead.setLength(0);
    }

    boolean dialledAhead() {
        return ahead.length() > 0;
    }

    private void take(char digit, long now) {
        if (request.terminator() != null && request.terminator() == digit) {
            end(DigitCollection.End.TERMINATOR);
            return;
        }
        digits.append(digit);
        if (digits.length() >= request.maxDigits()) {
            end(DigitCollection.End.MAX_DIGITS);
        } else {
            startTime(request.interDigit().toNanos(), now);
        }
    }

    private void startTime(long nanos, long now) {
        timing = true;
        deadline = now + nanos;
    }

    private void end(DigitCollection.End end) {
        String id = request.id();
        request = null;
        outcome.ended(id, end, digits.toString());
    }
}
