package io.zongji.domain.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialledCodeTest {

    @ParameterizedTest
    @CsvSource({
        "*41*, '', ''",
        "*41*1001, 1001, ''",
        "*41*1001*, 1001, ''",
        "*41*1001*4711, 1001, 4711",
        "*41*1001*4711#, 1001, 4711",
        "*41*1001*4711%23, 1001, 4711",
        "*41*1001#, 1001, ''",
        "*41*#, '', ''",
    })
    void numberAndPinMayBeDialledWithTheCode(String dialled, String number, String pin) {
        assertThat(DialledCode.of(dialled)).contains(new DialledCode(AgentCode.SIGN_IN, number, pin));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*41*1001*4711*", "*41*10a*4711", "*41*1001#4711"})
    void whatIsMisspeltIsAskedForAndNeverTakenForANumber(String dialled) {
        assertThat(DialledCode.of(dialled)).contains(new DialledCode(AgentCode.SIGN_IN, "", ""));
    }

    @Test
    void theOtherCodesAreOfTheAgentWhoWorksAtThePhone() {
        assertThat(DialledCode.of("*43")).hasValueSatisfying(code -> {
            assertThat(code.code()).isEqualTo(AgentCode.READY);
            assertThat(code.ofGuest()).isFalse();
        });
        assertThat(DialledCode.of("*41"))
                .hasValueSatisfying(code -> assertThat(code.ofGuest()).isFalse());
        assertThat(DialledCode.of("*43*1001")).isEmpty();
        assertThat(DialledCode.of("8001")).isEmpty();
    }

    @Test
    void noTextTellsThePin() {
        assertThat(DialledCode.of("*41*1001*4711").orElseThrow())
                .asString()
                .contains("1001")
                .doesNotContain("4711");
        assertThat(new Pin("4711")).asString().doesNotContain("4711");
    }

    @Test
    void aPinHasFourToTenDigits() {
        assertThat(Pin.isPin("4711")).isTrue();
        assertThat(Pin.isPin("0123456789")).isTrue();
        for (String none : new String[] {"", "471", "01234567890", "47 11", "abcd", "*711"}) {
            assertThat(Pin.isPin(none)).as(none).isFalse();
            assertThatThrownBy(() -> new Pin(none))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("pin: 4 to 10 digits");
        }
    }
}
