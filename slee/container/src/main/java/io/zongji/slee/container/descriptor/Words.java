package io.zongji.slee.container.descriptor;

import java.util.Locale;

/** Bean naming: the rest of an accessor's name is the field's with its first letter in upper case. */
final class Words {

    private Words() {}

    static String capitalised(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
