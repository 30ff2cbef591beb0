package io.zongji.domain.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0755 1234-5678",
                "（０７５５）１２３４５６７８",
                "0755\u00a01234\u201356.78",
                "\u30000755/12345678\t",
            })
    void whatPeopleWriteBetweenDigitsIsNotPartOfTheNumber(String written) {
        assertThat(PhoneNumber.normalise(written)).isEqualTo("075512345678");
    }

    @Test
    void plusAndNamesStay() {
        assertThat(PhoneNumber.normalise("+86 138")).isEqualTo("+86138");
        assertThat(PhoneNumber.normalise("alice")).isEqualTo("alice");
        assertThat(PhoneNumber.normalise(null)).isEmpty();
    }
}
