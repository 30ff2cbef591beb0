package io.zongji.web.page;

import io.zongji.store.entity.LegRow;
import java.util.Locale;

/** One party's line of the table of voice quality, in the words and looks of the page. */
public final class VoiceQuality {
    private static final String UNKNOWN = "–";

    private final String name;
    private final LegRow leg;

    VoiceQuality(String name, LegRow leg) {
        this.name = name;
        this.leg = leg;
    }

    public String getName() {
        return name;
    }

    public String getScore() {
        return leg.getMos() == null ? "" : decimal(leg.getMos());
    }

    /** What a person would say of it; the steps are those of ITU-T G.107, annex B. */
    public String getWord() {
        return "quality." + step();
    }

    /** The style of the mark beside the score. */
    public String getLook() {
        return switch (step()) {
            case "good" -> "is-ready";
            case "fair" -> "is-ringing";
            case "poor" -> "is-lost";
            default -> "is-away";
        };
    }

    private String step() {
        Double score = leg.getMos();
        if (score == null) {
            return "none";
        }
        return score >= 4.0 ? "good" : score >= 3.1 ? "fair" : "poor";
    }

    public String getLostFrom() {
        return share(leg.getPacketsLost(), leg.getPacketsReceived() + leg.getPacketsLost());
    }

    public String getLostTo() {
        return leg.getPacketsLostFar() == null ? UNKNOWN : share(leg.getPacketsLostFar(), leg.getPacketsSent());
    }

    public String getJitter() {
        return millis(leg.getJitterMs());
    }

    public String getRoundTrip() {
        return millis(leg.getRoundTripMs());
    }

    private static String share(long lost, long all) {
        return all == 0 ? UNKNOWN : decimal(100.0 * lost / all) + " %";
    }

    private static String millis(Double value) {
        return value == null ? UNKNOWN : decimal(value) + " ms";
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
