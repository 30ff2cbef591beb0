package io.zongji.web.page;

import com.fasterxml.jackson.databind.JsonNode;

/** JSON inside of an HTML page. */
final class Json {
    private Json() {}

    /** Cannot end the script element that it stands in, whatever callers are named. */
    static String inPage(JsonNode json) {
        return json.toString()
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
