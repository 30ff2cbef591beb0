package io.zongji.server;

import io.zongji.media.prompt.CommandSpeech;

/**
 * Where voice comes from, and what callers hear besides recordings; {@code docs/configuration.md} lists the properties.
 *
 * @param publicAddress        by which browsers outside reach us, through a firewall; {@code none}: by the same address
 * @param country              whose tones are played and whose money is meant: code of ISO 3166
 * @param speechCommand        program that speaks texts; {@code none} for none
 * @param speechUrl            server that speaks texts instead; {@code none} for none
 * @param speechTimeoutSeconds how long speaking one text may take
 */
record VoiceSettings(
        String publicAddress, String country, String speechCommand, String speechUrl, int speechTimeoutSeconds) {
    private static final String NONE = "none";

    /** Reads the system properties {@code zongji.public.address}, {@code zongji.country} and {@code zongji.speech.*}. */
    static VoiceSettings ofSystemProperties() {
        return new VoiceSettings(
                System.getProperty("zongji.public.address", NONE),
                System.getProperty("zongji.country", "CN"),
                System.getProperty("zongji.speech.command", CommandSpeech.ESPEAK),
                System.getProperty("zongji.speech.url", NONE),
                Integer.getInteger("zongji.speech.timeout", 10));
    }
}
