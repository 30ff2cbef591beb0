package io.zongji.web.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.store.entity.CustomerLevel;
import io.zongji.store.entity.CustomerRow;
import org.junit.jupiter.api.Test;

class CustomersTest {
    private static CustomerRow row(String name, String notes, CustomerLevel level) {
        CustomerRow row = new CustomerRow();
        row.setName(name);
        row.setCompany("");
        row.setNotes(notes);
        row.setLevel(level);
        return row;
    }

    @Test
    void whatOneHasNotGotIsTakenFromTheOther() {
        CustomerRow row = row("", "first", CustomerLevel.VIP);
        assertThat(Customers.takeOver(row, row("Wang", "second", CustomerLevel.NORMAL)))
                .isTrue();

        assertThat(row.getName()).isEqualTo("Wang");
        assertThat(row.getLevel()).isEqualTo(CustomerLevel.VIP);
        assertThat(row.getNotes()).isEqualTo("first\n\nsecond");
    }

    @Test
    void notesThatDoNotFitAreNotCut() {
        String long_ = "x".repeat(CustomerChange.LONGEST_NOTES / 2);
        CustomerRow row = row("", long_, CustomerLevel.NORMAL);
        assertThat(Customers.takeOver(row, row("Wang", long_, CustomerLevel.NORMAL)))
                .isFalse();

        assertThat(row.getName()).isEmpty();
        assertThat(row.getNotes()).isEqualTo(long_);
    }
}
