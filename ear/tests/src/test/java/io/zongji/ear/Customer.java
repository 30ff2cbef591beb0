package io.zongji.ear;

import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;

/** A telephone outside that calls the call centre, or is called by it. */
public final class Customer {
    private Customer() {}

    /** @param trunk the carrier behind which the telephone is */
    public static SimulatedPhone of(PhoneStack trunk, String number) {
        return trunk.phone(new PhoneAccount(number, null, DeployedArchive.sip()));
    }
}
