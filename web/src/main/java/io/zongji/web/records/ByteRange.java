package io.zongji.web.records;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of a file that a player asks for (RFC 9110, section 14.1.2): one range, else the whole file.
 *
 * @param first   the first byte's index
 * @param last    the last byte's index; less than the first when there are none
 * @param partial whether a part was asked for
 */
record ByteRange(long first, long last, boolean partial) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** What is not understood, such as several ranges, is ignored, as the RFC allows. */
    static ByteRange parse(String header, long size) {
        Matcher asked = ONE.matcher(header == null ? "" : header.trim());
        if (!asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
            return new ByteRange(0, size - 1, false);
        }
        if (asked.group(1).isEmpty()) {
            long suffix = Long.parseLong(asked.group(2));
            return new ByteRange(suffix == 0 ? size : Math.max(0, size - suffix), size - 1, true);
        }
        long first = Long.parseLong(asked.group(1));
        long last = asked.group(2).isEmpty() ? size - 1 : Long.parseLong(asked.group(2));
        if (last < first && !asked.group(2).isEmpty()) {
            return new ByteRange(0, size - 1, false);
        }
        return new ByteRange(first, Math.min(last, size - 1), true);
    }

    boolean satisfiable() {
        return !partial || first <= last;
    }

    long length() {
        return last - first + 1;
    }
}
