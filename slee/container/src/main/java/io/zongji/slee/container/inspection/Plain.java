package io.zongji.slee.container.inspection;

import java.time.temporal.TemporalAccessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Objects of services and resource adaptors as short texts, without trusting what they do when asked. */
final class Plain {
    private static final Logger log = LoggerFactory.getLogger(Plain.class);
    private static final int LONGEST = 200;

    private Plain() {}

    /** The object's own words, cut when they are long. */
    static String text(Object object) {
        try {
            return cut(String.valueOf(object));
        } catch (RuntimeException e) {
            log.debug("{} cannot say what it is", object.getClass(), e);
            return object.getClass().getName();
        }
    }

    /** A simple value as text; of anything else only the class, since it may change while it is read. */
    static String value(Object value) {
        boolean simple = value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum
                || value instanceof TemporalAccessor;
        return simple ? text(value) : value.getClass().getName();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
