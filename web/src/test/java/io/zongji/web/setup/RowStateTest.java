package io.zongji.web.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.store.entity.QueueRow;
import io.zongji.store.entity.TrunkRow;
import org.junit.jupiter.api.Test;

class RowStateTest {
    @Test
    void tellsWhatBecameOfEachField() {
        QueueRow row = new QueueRow();
        row.setName("Support");
        row.setMaxWaiting(5);
        RowState before = RowState.of(row);
        row.setName("Service");
        row.setMaxWaiting(8);

        assertThat(before.changesTo(RowState.of(row)))
                .isEqualTo("maxWaiting: '5' -> '8'; name: 'Support' -> 'Service'");
        assertThat(RowState.of(row).changesTo(RowState.of(row))).isEmpty();
    }

    @Test
    void ofSecretsTellsOnlyThatTheyAreOthers() {
        TrunkRow row = new TrunkRow();
        row.setHa1Md5("0123456789abcdef");
        RowState before = RowState.of(row);
        row.setHa1Md5("fedcba9876543210");

        assertThat(before.changesTo(RowState.of(row))).isEqualTo("ha1Md5: changed");
    }

    @Test
    void aNewRowIsAllChange() {
        QueueRow row = new QueueRow();
        row.setName("Support");

        assertThat(RowState.NONE.changesTo(RowState.of(row))).contains("name: '' -> 'Support'");
    }
}
