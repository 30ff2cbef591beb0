package io.zongji.web.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.store.entity.CustomerLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerTrailTest {
    private static Customer customer(String name, CustomerLevel level, String notes, String... numbers) {
        return new Customer("c1", name, "", level, notes, List.of(numbers), 1, 0, "agent1001");
    }

    @Test
    void whatBecameAnotherIsTold() {
        Customer before = customer("Wang", CustomerLevel.NORMAL, "", "111");
        Customer after = customer("Wang Fang", CustomerLevel.VIP, "", "222", "111");

        assertThat(CustomerTrail.changes(before, after))
                .isEqualTo("name: 'Wang' -> 'Wang Fang'; level: 'NORMAL' -> 'VIP'; numbers: '111' -> '111, 222'");
    }

    @Test
    void notesAndTheOrderOfNumbersAreNoChange() {
        Customer before = customer("Wang", CustomerLevel.NORMAL, "", "111", "222");

        assertThat(CustomerTrail.changes(
                        before, customer("Wang", CustomerLevel.NORMAL, "calls on Friday", "222", "111")))
                .isEmpty();
    }
}
