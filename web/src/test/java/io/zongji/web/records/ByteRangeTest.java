package io.zongji.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0, 999",
        "bytes=0-99, 0, 99",
        "bytes=500-, 500, 999",
        "bytes=990-2000, 990, 999",
        "bytes=-100, 900, 999",
        "bytes=-5000, 0, 999",
        "bytes=999-999, 999, 999"
    })
    void aPartIsGivenAsAsked(String header, long first, long last) {
        assertThat(ByteRange.parse(header, 1000)).isEqualTo(new ByteRange(first, last, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes=-",
                "bytes=a-b",
                "items=0-5",
                "bytes=0-5,10-15",
                "bytes=9-3",
                "bytes=99999999999999999999-"
            })
    void whatIsNotUnderstoodGetsTheWholeFile(String header) {
        assertThat(ByteRange.parse(header, 1000)).isEqualTo(new ByteRange(0, 999, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=5000-6000", "bytes=-0"})
    void whatLiesBehindTheEndCannotBeGiven(String header) {
        assertThat(ByteRange.parse(header, 1000).satisfiable()).isFalse();
    }

    @Test
    void anEmptyFileHasNoBytes() {
        assertThat(ByteRange.parse(null, 0).length()).isZero();
        assertThat(ByteRange.parse("bytes=0-", 0).satisfiable()).isFalse();
    }
}
