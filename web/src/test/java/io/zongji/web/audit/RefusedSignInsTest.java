package io.zongji.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What strangers try is told, and they cannot fill the audit log. */
class RefusedSignInsTest {
    private final List<String> lines = new ArrayList<>();
    private final RefusedSignIns refused =
            new RefusedSignIns((login, address, detail) -> lines.add(login + "|" + address + "|" + detail));

    @Test
    void aSlipIsToldAtOnce() {
        refused.add("amy", "10.0.0.1");
        assertThat(lines).containsExactly("amy|10.0.0.1|");
        refused.endMinute();
        assertThat(lines).hasSize(1);
    }

    @Test
    void whoGuessesGetsTwoLinesAMinute() {
        for (int i = 0; i < 5_000; i++) {
            refused.add("admin", "10.0.0.1");
        }
        refused.endMinute();
        assertThat(lines).containsExactly("admin|10.0.0.1|", "admin|10.0.0.1|4999 more within a minute");

        refused.add("admin", "10.0.0.1");
        assertThat(lines).as("a new minute").hasSize(3);
    }

    @Test
    void whoTriesManyNamesGetsOneLineForTheRest() {
        for (int i = 0; i < 1_000; i++) {
            refused.add("name" + i, "10.0.0.1");
        }
        refused.add("amy", "10.0.0.2");
        refused.endMinute();

        assertThat(lines)
                .hasSize(RefusedSignIns.MOST_NAMES + 3)
                .contains("amy|10.0.0.2|")
                .endsWith("|10.0.0.1|" + (1_000 - RefusedSignIns.MOST_NAMES - 1) + " more within a minute");
    }

    @Test
    void manyAddressesTogetherFillNothingEither() {
        for (int i = 0; i < 100_000; i++) {
            refused.add("admin", "address" + i);
        }
        refused.endMinute();
        assertThat(lines).hasSize(RefusedSignIns.MOST_LINES + 2);
    }
}
