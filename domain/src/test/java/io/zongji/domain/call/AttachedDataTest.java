package io.zongji.domain.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.domain.CallId;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.CallEventType;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttachedDataTest {
    @Test
    void laterValuesReplaceEarlierAndEmptyOnesTakeTheNameAway() {
        AttachedData data = AttachedData.NONE.with(Map.of("a", "1", "b", "2")).with(Map.of("a", "3", "b", ""));

        assertThat(data.values()).isEqualTo(Map.of("a", "3"));
    }

    @Test
    void whatIsTooMuchOrTooLongIsRefusedAndSaysWhat() {
        AttachedData full = AttachedData.NONE.with(names(0, AttachedData.MOST_NAMES));

        assertThatThrownBy(() -> full.with(Map.of("more", "x"))).hasMessageContaining("at most 50 names");
        assertThat(full.with(Map.of("name0", "", "more", "x")).values()).containsKey("more");
        assertThatThrownBy(() -> AttachedData.NONE.with(Map.of("a", "x".repeat(1_001))))
                .hasMessageContaining("data.a");
        assertThatThrownBy(() -> AttachedData.NONE.with(Map.of(" ", "x"))).hasMessageContaining("1 to 64 characters");
    }

    @Test
    void theJournalKeepsNamesApartFromItsOwnAndNeverHoldsMoreThanMay() {
        AttachedData data = AttachedData.NONE
                .after(event(1, AttachedData.details(Map.of("agent", "nobody"))))
                .after(event(2, Map.of("agent", "1001")))
                .after(event(3, AttachedData.details(names(0, 40))))
                .after(event(4, AttachedData.details(names(40, 80))));

        assertThat(data.values()).hasSize(AttachedData.MOST_NAMES).containsEntry("agent", "nobody");
    }

    private static Map<String, String> names(int from, int until) {
        return IntStream.range(from, until).boxed().collect(Collectors.toMap(n -> "name" + n, n -> "v"));
    }

    private static CallEvent event(int sequence, Map<String, String> data) {
        return new CallEvent(new CallId("c"), sequence, CallEventType.DATA_ATTACHED, Instant.EPOCH, null, data);
    }
}
