package io.zongji.web.setup;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file that a spreadsheet saved, with what stands between its columns: spreadsheets write commas, semicolons where
 * the comma is the decimal sign, or tabs, in UTF-8, in UTF-16 with a mark, or in what was usual in China before.
 */
record SpreadsheetFile(String text, char delimiter) {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    static SpreadsheetFile of(byte[] file) {
        String text = decoded(file);
        String written = text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1);
        return new SpreadsheetFile(
                written, delimiter(written.strip().lines().findFirst().orElse("")));
    }

    /** Whether the file is a workbook as the spreadsheet keeps it, which is no text. */
    static boolean isWorkbook(byte[] file) {
        return startsWith(file, ZIP) || startsWith(file, OLE);
    }

    private static char delimiter(String head) {
        if (head.indexOf('\t') >= 0) {
            return '\t';
        }
        return head.indexOf(',') < 0 && head.indexOf(';') >= 0 ? ';' : ',';
    }

    private static String decoded(byte[] file) {
        if (startsWith(file, new byte[] {(byte) 0xFF, (byte) 0xFE})) {
            return new String(file, StandardCharsets.UTF_16LE);
        }
        if (startsWith(file, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
            return new String(file, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(file, Charset.forName("GB18030"));
        }
    }

    private static boolean startsWith(byte[] file, byte[] beginning) {
        return file.length >= beginning.length
                && ByteBuffer.wrap(file, 0, beginning.length).equals(ByteBuffer.wrap(beginning));
    }
}
