package io.zongji.domain.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandsetCodeTest {

    @Test
    void sevenConsultsAndEightTransfers() {
        assertThat(HandsetCode.read("*78002")).contains(new HandsetCode(Service.CONSULT, "8002"));
        assertThat(HandsetCode.read("*88002")).contains(new HandsetCode(Service.SINGLE_STEP_TRANSFER, "8002"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8002", "*7", "*98002", "*7800*2", "1*78002"})
    void otherKeysAreForTheOtherParty(String keys) {
        assertThat(HandsetCode.read(keys)).isEmpty();
    }
}
