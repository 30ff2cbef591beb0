package io.zongji.slee.container.inspection;

import io.zongji.slee.container.activity.Aci;
import io.zongji.slee.container.entity.LocalObject;
import java.lang.reflect.RecordComponent;
import java.time.temporal.TemporalAccessor;
import javax.slee.facilities.TimerID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Objects of services and resource adaptors as short texts, without trusting what they do when asked. */
final class Plain {
    private static final Logger log = LoggerFactory.getLogger(Plain.class);
    private static final int LONGEST = 1_000;

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

    /**
     * A simple value as text, also when it is all that a record holds (an id); references by what they lead to; of anything
     * else only the class, since it may change while it is read.
     */
    static String value(Object value) {
        if (value instanceof Aci view) {
            return text(view.context());
        }
        if (value instanceof LocalObject reference) {
            return text(reference.zongjiEntity());
        }
        if (isSimple(value)) {
            return text(value);
        }
        RecordComponent[] components = value.getClass().getRecordComponents();
        if (components != null && components.length == 1) {
            return only(components[0], value);
        }
        return value.getClass().getName();
    }

    private static String only(RecordComponent component, Object owner) {
        try {
            Object held = component.getAccessor().invoke(owner);
            return isSimple(held) ? text(held) : owner.getClass().getName();
        } catch (ReflectiveOperationException e) {
            log.debug("{} does not show what it holds", owner.getClass(), e);
            return owner.getClass().getName();
        }
    }

    private static boolean isSimple(Object value) {
        return value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum
                || value instanceof TimerID
                || value instanceof TemporalAccessor;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
