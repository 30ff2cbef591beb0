package io.zongji.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void fieldsMayHoldAnything() {
        assertThat(Csv.line("a", "b, \"c\"", "two\nlines", ""))
                .isEqualTo("\"a\",\"b, \"\"c\"\"\",\"two\nlines\",\"\"\r\n");
    }

    @Test
    void noNameBecomesAFormula() {
        assertThat(Csv.line("=cmd()", "+1", "@x", "8-1")).isEqualTo("\"'=cmd()\",\"'+1\",\"'@x\",\"8-1\"\r\n");
    }
}
