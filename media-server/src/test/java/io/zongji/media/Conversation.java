package io.zongji.media;

import io.zongji.media.MediaConnection.Direction;
import io.zongji.media.codec.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Three to six parties, each with a tone of its own, that are changed as call control changes them, and what each of them
 * has to hear after it. Every change is one that services really make; which one and of whom is left to chance.
 */
final class Conversation {
    static final int LOUDNESS = 5000;
    private static final double[] TONES = {400, 700, 1000, 1300, 1600, 1900};
    private static final double MUSIC = 2250;
    private static final double ANNOUNCEMENT = 2650;
    private static final double SILENCE = 0;

    private final Random random;
    private final List<MediaSessions.Line> lines;
    private final boolean[][] hears;
    /** Heard instead of all others. */
    private final double[] played;

    private final boolean[] speaks;
    private final boolean[] listens;
    private final List<String> history = new ArrayList<>();

    /** What call control may do to a conversation. */
    private enum Change {
        HOLD,
        RETRIEVE,
        CONSULT,
        JOIN,
        WHISPER,
        BARGE,
        UNJOIN,
        TRANSFER,
        REOFFER,
        ANNOUNCEMENT
    }

    Conversation(Random random, List<MediaSessions.Line> lines) {
        this.random = random;
        this.lines = lines;
        int size = lines.size();
        hears = new boolean[size][size];
        played = new double[size];
        speaks = new boolean[size];
        listens = new boolean[size];
        for (int i = 0; i < size; i++) {
            speaks[i] = true;
            listens[i] = true;
            lines.get(i).phone().say(TONES[i], LOUDNESS);
        }
        join(0, Direction.DUPLEX, 1);
    }

    int size() {
        return lines.size();
    }

    /** All changes so far, for the message of a failure. */
    List<String> history() {
        return history;
    }

    TestPhone phone(int party) {
        return lines.get(party).phone();
    }

    void change() {
        Change change = Change.values()[random.nextInt(Change.values().length)];
        int a = random.nextInt(size());
        int b = other(a, a);
        int c = other(a, b);
        history.add(change + " " + a + " " + b + " " + c);
        switch (change) {
            case HOLD -> hold(a);
            case RETRIEVE -> retrieve(a, b);
            case CONSULT -> consult(a, b);
            case JOIN -> join(a, Direction.DUPLEX, b);
            case WHISPER -> supervise(a, Direction.DUPLEX, b, Direction.RECV, c);
            case BARGE -> supervise(a, Direction.DUPLEX, b, Direction.DUPLEX, c);
            case UNJOIN -> unjoin(a, b);
            case TRANSFER -> transfer(a, b);
            case REOFFER -> reoffer(a);
            case ANNOUNCEMENT -> announce(a);
            default -> throw new IllegalStateException(change.name());
        }
    }

    private int other(int first, int second) {
        int chosen = random.nextInt(size());
        while (chosen == first || chosen == second) {
            chosen = random.nextInt(size());
        }
        return chosen;
    }

    private void hold(int who) {
        partners(who).forEach(partner -> unjoin(who, partner));
        play(who, MUSIC, true);
    }

    private void retrieve(int who, int from) {
        stopPlay(who);
        join(who, Direction.DUPLEX, from);
    }

    private void consult(int agent, int colleague) {
        for (int partner : partners(agent)) {
            unjoin(agent, partner);
            play(partner, MUSIC, true);
        }
        stopPlay(colleague);
        join(agent, Direction.DUPLEX, colleague);
    }

    private void supervise(int supervisor, Direction toAgent, int agent, Direction toCaller, int caller) {
        join(supervisor, toAgent, agent);
        join(supervisor, toCaller, caller);
    }

    private void transfer(int from, int to) {
        for (int partner : partners(from)) {
            unjoin(from, partner);
            if (partner != to) {
                stopPlay(partner);
                join(partner, Direction.DUPLEX, to);
            }
        }
        stopPlay(to);
    }

    private void announce(int who) {
        if (played[who] == ANNOUNCEMENT) {
            stopPlay(who);
        } else {
            boolean untilStopped = random.nextBoolean();
            play(who, ANNOUNCEMENT, untilStopped);
            if (!untilStopped) {
                played[who] = SILENCE;
            }
        }
    }

    /** The phone itself changes its codec, puts us on hold or comes back. */
    private void reoffer(int who) {
        Codec codec = Codec.values()[random.nextInt(Codec.values().length)];
        String direction =
                List.of("sendrecv", "sendrecv", "sendonly", "inactive").get(random.nextInt(4));
        MediaSessions.Line line = lines.get(who);
        long answers = answers(line);
        line.connection().processOffer(line.phone().offer(codec, direction));
        MediaSessions.until(() -> answers(line) > answers);
        line.phone().accept(line.heard().sdp(), codec);
        speaks[who] = !direction.equals("inactive");
        listens[who] = direction.equals("sendrecv");
        history.add("  " + codec + " " + direction);
    }

    private static long answers(MediaSessions.Line line) {
        return line.heard().events().stream().filter("answer"::equals).count();
    }

    private List<Integer> partners(int who) {
        List<Integer> partners = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if (hears[who][i] || hears[i][who]) {
                partners.add(i);
            }
        }
        return partners;
    }

    private void join(int who, Direction direction, int other) {
        lines.get(who).connection().join(direction, lines.get(other).connection());
        hears[who][other] = direction != Direction.SEND;
        hears[other][who] = direction != Direction.RECV;
    }

    private void unjoin(int who, int other) {
        lines.get(who).connection().unjoin(lines.get(other).connection());
        hears[who][other] = false;
        hears[other][who] = false;
    }

    private void play(int who, double hertz, boolean loop) {
        String prompt = "tone-" + (int) hertz + "-200";
        lines.get(who).connection().play(new Play("p", List.of(prompt), loop, false));
        played[who] = hertz;
    }

    private void stopPlay(int who) {
        lines.get(who).connection().stopPlay();
        played[who] = SILENCE;
    }

    /** The tones that a party has to hear, and no other. */
    Set<Double> due(int listener) {
        Set<Double> due = new TreeSet<>();
        if (listens[listener] && played[listener] != SILENCE) {
            due.add(played[listener]);
        } else if (listens[listener]) {
            for (int i = 0; i < size(); i++) {
                if (hears[listener][i] && speaks[i]) {
                    due.add(TONES[i]);
                }
            }
        }
        return due;
    }

    /** Whether all that were to be heard since the phone forgot what it heard are there, and nothing else is. */
    boolean hearsExactlyWhatIsDue(int listener) {
        Set<Double> due = due(listener);
        TestPhone phone = phone(listener);
        boolean right = exactly(phone, MUSIC, due) && exactly(phone, ANNOUNCEMENT, due);
        for (int i = 0; i < size(); i++) {
            right &= exactly(phone, TONES[i], due);
        }
        return right;
    }

    /** How loud each tone is at a party, for the message of a failure. */
    String heard(int listener) {
        StringBuilder heard = new StringBuilder();
        for (double hertz : new double[] {400, 700, 1000, 1300, 1600, 1900, MUSIC, ANNOUNCEMENT}) {
            heard.append(" %.0f:%.0f".formatted(hertz, phone(listener).amplitude(hertz)));
        }
        return heard.toString();
    }

    private static boolean exactly(TestPhone phone, double hertz, Set<Double> due) {
        double loudness = hertz < MUSIC ? LOUDNESS : MediaSessions.PROMPT_LOUDNESS;
        double amplitude = phone.amplitude(hertz);
        // Opus at 16 kbit/s weakens several tones at once to about half.
        return due.contains(hertz) ? amplitude > 0.35 * loudness : amplitude < 0.12 * loudness;
    }
}
