package io.zongji.web.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zongji.store.entity.CustomerLevel;
import io.zongji.store.entity.CustomerRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerChangeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void whatIsNotNamedStaysAsItIs() throws Exception {
        CustomerRow row = new CustomerRow();
        row.setName("Wang");
        row.setNotes("old");

        change("{'notes': ' new ', 'level': 'VIP'}").applyTo(row);

        assertThat(row.getName()).isEqualTo("Wang");
        assertThat(row.getNotes()).isEqualTo(" new ");
        assertThat(row.getLevel()).isEqualTo(CustomerLevel.VIP);
    }

    @Test
    void numbersAreComparedWithoutWhatPeopleWriteBetweenDigits() throws Exception {
        assertThat(change("{'numbers': ['021-5555 0000', '02155550000', ' ', '+86 138 0000 1000']}")
                        .numbers())
                .containsExactly("02155550000", "+8613800001000");
        assertThat(change("{'name': 'a'}").numbers()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'level': 'GOLD'} | level: 'GOLD' is none of",
                "{'numbers': ['<b>']} | is no number",
                "{'numbers': ['not a number']} | is no number",
                "['name'] | no object"
            })
    void whatCannotBeIsRefusedWithTheField(String json, String message) {
        assertThatThrownBy(() -> change(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
        assertThatThrownBy(() -> change("{'name': '" + "x".repeat(201) + "'}"))
                .hasMessageContaining("name: at most 200");
    }

    private static CustomerChange change(String json) throws JsonProcessingException {
        return CustomerChange.read(JSON.readTree(json.replace('\'', '"')));
    }
}
