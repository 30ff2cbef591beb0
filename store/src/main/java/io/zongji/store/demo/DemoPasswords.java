package io.zongji.store.demo;

import java.security.SecureRandom;

/**
 * The initial passwords of the demo's users and phones.
 *
 * @param administrator of {@code admin}
 * @param supervisor of {@code supervisor}
 * @param inspector of {@code inspector}
 * @param agents of all of {@code agent1001} to {@code agent1020}
 * @param extensions of all phones {@code 8001} to {@code 8020}
 */
public record DemoPasswords(
        String administrator, String supervisor, String inspector, String agents, String extensions) {

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 10;

    /** Fresh random ones, 50 bits each, without characters that look alike. */
    public static DemoPasswords generate(SecureRandom random) {
        return new DemoPasswords(one(random), one(random), one(random), one(random), one(random));
    }

    private static String one(SecureRandom random) {
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
