package io.zongji.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TrustedAddressesTest {
    @Test
    void addressesAreTheSameHoweverTheyAreWritten() {
        TrustedAddresses trusted = TrustedAddresses.of("127.0.0.1, ::1,192.0.2.7");

        assertThat(trusted.contains("0:0:0:0:0:0:0:1")).isTrue();
        assertThat(trusted.contains("127.0.0.1")).isTrue();
        assertThat(trusted.contains("192.0.2.8")).isFalse();
    }

    @Test
    void anEmptyListTrustsNobody() {
        assertThat(TrustedAddresses.of(" ").contains("127.0.0.1")).isFalse();
    }

    @Test
    void whatIsNoAddressIsNamed() {
        assertThatThrownBy(() -> TrustedAddresses.of("127.0.0.1,not an address"))
                .hasMessageContaining("not an address");
    }
}
