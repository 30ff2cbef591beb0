package io.zongji.ear;

import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.time.Duration;

/** A phone on somebody's desk that answers by itself and says one tone. */
public final class OfficePhone {
    private static final Duration SOON = Duration.ofSeconds(20);

    private OfficePhone() {}

    /** Returns once it is registered. */
    public static SimulatedPhone register(PhoneStack office, String extension, int tone) {
        SimulatedPhone phone = office.phone(new PhoneAccount(extension, "extensions-secret", DeployedArchive.sip()))
                .saying(Sound.tone(tone))
                .onCall(AnswerPlan.after(Duration.ofMillis(200)));
        phone.register();
        return phone.awaitRegistered(SOON);
    }
}
