package io.zongji.web.page;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines of a file that spreadsheets open (RFC 4180). */
public final class Csv {
    /** Begins a file: without it spreadsheets take the file for their country's old encoding. */
    public static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What a spreadsheet takes for a formula, which a stranger's sign-in name could smuggle in. */
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r].*");

    private Csv() {}

    /** One line with its end; a field must not be null. */
    public static String line(String... fields) {
        return Arrays.stream(fields).map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(String text) {
        String harmless = FORMULA.matcher(text).matches() ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
