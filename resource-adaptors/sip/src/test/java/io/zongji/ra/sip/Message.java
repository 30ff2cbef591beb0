package io.zongji.ra.sip;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A SIP message as the peer in a test reads it: by text, with nothing of the stack under test. */
record Message(String text) {

    String startLine() {
        return text.substring(0, text.indexOf("\r\n"));
    }

    boolean isResponse() {
        return text.startsWith("SIP/2.0 ");
    }

    int status() {
        return isResponse() ? Integer.parseInt(text.substring(8, 11)) : 0;
    }

    String method() {
        return isResponse() ? header("CSeq").split(" ")[1] : text.substring(0, text.indexOf(' '));
    }

    String header(String name) {
        List<String> all = headers(name);
        return all.isEmpty() ? null : all.get(0);
    }

    List<String> headers(String name) {
        List<String> values = new ArrayList<>();
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        for (String line : text.substring(0, text.indexOf("\r\n\r\n")).split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith(prefix)) {
                values.add(line.substring(prefix.length()).trim());
            }
        }
        return values;
    }

    String tag(String name) {
        String value = header(name);
        int at = value.indexOf(";tag=");
        return at < 0 ? null : value.substring(at + 5).split("[;>]")[0];
    }

    String contactUri() {
        String contact = header("Contact");
        return contact.substring(contact.indexOf('<') + 1, contact.indexOf('>'));
    }

    String requestUri() {
        return startLine().split(" ")[1];
    }

    String body() {
        return text.substring(text.indexOf("\r\n\r\n") + 4);
    }

    long cseq() {
        return Long.parseLong(header("CSeq").split(" ")[0]);
    }
}
