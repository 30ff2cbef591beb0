package io.zongji.domain.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumberPlanTest {
    private final NumberPlan china = NumberPlan.of("CN");

    @Test
    void aMobileIsTheSameHoweverItIsDialled() {
        List<String> ways = List.of("13800138000", "013800138000", "+8613800138000", "008613800138000");
        for (String way : ways) {
            assertThat(china.spellings(way)).containsExactlyInAnyOrderElementsOf(ways);
            assertThat(china.spellings(way).iterator().next()).isEqualTo(way);
        }
    }

    @Test
    void aPhoneInACityIsWrittenWithItsAreaOrFromAbroad() {
        assertThat(china.spellings("02155550000")).contains("+862155550000", "00862155550000");
        assertThat(china.spellings("+862155550000")).contains("02155550000");
    }

    @Test
    void aForeignNumberHasNoSpellingAtHome() {
        assertThat(china.spellings("+14155550100")).containsExactly("+14155550100", "0014155550100");
        assertThat(china.spellings("0014155550100")).containsExactly("0014155550100", "+14155550100");
    }

    @Test
    void extensionsAndNamesAreWhatTheyAre() {
        assertThat(china.spellings("8001")).containsExactly("8001");
        assertThat(china.spellings("alice@example.com")).containsExactly("alice@example.com");
        assertThat(china.spellings("")).containsExactly("");
    }

    @Test
    void countriesDialInTheirOwnWays() {
        assertThat(NumberPlan.of("HK").spellings("23456789"))
                .containsExactlyInAnyOrder("23456789", "+85223456789", "00185223456789");
        assertThat(NumberPlan.of("JP").spellings("0312345678")).contains("+81312345678", "01081312345678");
        assertThat(NumberPlan.of("US").spellings("4155550100")).contains("14155550100", "+14155550100");
    }
}
