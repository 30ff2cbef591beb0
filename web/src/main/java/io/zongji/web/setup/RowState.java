package io.zongji.web.setup;

import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the fields of a row hold at one moment, to tell afterwards what was changed. Secrets are compared but never told.
 *
 * @param fields as text, by name
 */
record RowState(Map<String, String> fields) {
    /** A row that is not there. */
    static final RowState NONE = new RowState(Map.of());

    private static final Logger log = LoggerFactory.getLogger(RowState.class);
    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|ha1|hash|token).*");
    private static final Pattern UNINTERESTING = Pattern.compile("class|version|tenant|id");
    private static final int LONGEST = 200;

    RowState {
        fields = Map.copyOf(fields);
    }

    static RowState of(Object row) {
        Map<String, String> fields = new TreeMap<>();
        try {
            for (PropertyDescriptor property :
                    Introspector.getBeanInfo(row.getClass()).getPropertyDescriptors()) {
                if (property.getReadMethod() != null
                        && !UNINTERESTING.matcher(property.getName()).matches()) {
                    Object value = property.getReadMethod().invoke(row);
                    fields.put(property.getName(), value == null ? "" : value.toString());
                }
            }
        } catch (IntrospectionException | ReflectiveOperationException e) {
            log.warn("A {} cannot be described", row.getClass().getSimpleName(), e);
        }
        return new RowState(fields);
    }

    /** Each field that became another: {@code name: 'old' -> 'new'}, in order of names; empty when none did. */
    String changesTo(RowState after) {
        List<String> changes = new ArrayList<>();
        Set<String> names = new TreeSet<>(fields.keySet());
        names.addAll(after.fields.keySet());
        names.forEach(name -> {
            String before = fields.getOrDefault(name, "");
            String now = after.fields.getOrDefault(name, "");
            if (!Objects.equals(before, now)) {
                changes.add(
                        SECRET.matcher(name).matches()
                                ? name + ": changed"
                                : name + ": '" + brief(before) + "' -> '" + brief(now) + "'");
            }
        });
        return String.join("; ", changes);
    }

    private static String brief(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
