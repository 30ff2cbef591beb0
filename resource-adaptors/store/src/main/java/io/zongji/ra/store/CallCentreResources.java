package io.zongji.ra.store;

import io.zongji.domain.config.Configuration;
import io.zongji.domain.journal.Journal;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What a {@link StoreResourceAdaptor} hands to services, as the surrounding application owns it.
 *
 * @param configuration gives the snapshot in force; quick
 * @param journal takes the entries of committed transactions
 * @param clock the time of the call centre
 * @param phones how phones are let in and looked after
 * @param outside what calls to the outside need to know
 */
public record CallCentreResources(
        Supplier<Configuration> configuration, Journal journal, Clock clock, PhoneRules phones, OutsideLines outside) {

    public CallCentreResources {
        Objects.requireNonNull(configuration, "configuration");
        Objects.requireNonNull(journal, "journal");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(phones, "phones");
        Objects.requireNonNull(outside, "outside");
    }
}
