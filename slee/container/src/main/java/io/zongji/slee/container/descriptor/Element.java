package io.zongji.slee.container.descriptor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An element of a descriptor. It remembers which names the reader asked for, so that whatever nobody asked for can be
 * reported as unknown. Asking for something that is missing or malformed records a fault and answers a placeholder: the
 * reader goes on, and all faults of a file are found in one pass.
 */
final class Element {

    private static final String PLACEHOLDER = "?";
    private static final Set<String> EVERYWHERE = Set.of("description", "security-permissions");

    private final String name;
    private final int line;
    private final Map<String, String> attributes;
    private final Faults faults;
    private final boolean present;
    private final List<Element> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Set<String> askedChildren = new HashSet<>();
    private final Set<String> askedAttributes = new HashSet<>(Set.of("id"));

    Element(String name, int line, Map<String, String> attributes, Faults faults) {
        this(name, line, attributes, faults, true);
    }

    private Element(String name, int line, Map<String, String> attributes, Faults faults, boolean present) {
        this.name = name;
        this.line = line;
        this.attributes = attributes;
        this.faults = faults;
        this.present = present;
    }

    void append(Element child) {
        children.add(child);
    }

    void append(String characters) {
        text.append(characters);
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    String text() {
        return text.toString().strip();
    }

    /** Records a fault of this element; a placeholder has none of its own, its absence was already reported. */
    void fault(String message) {
        if (present) {
            faults.add(line, name, message);
        }
    }

    List<Element> children(String wanted) {
        askedChildren.add(wanted);
        return children.stream().filter(child -> child.name.equals(wanted)).toList();
    }

    /** All children whose names are among the given ones, in the order of the file. */
    List<Element> childrenAmong(Set<String> wanted) {
        askedChildren.addAll(wanted);
        return children.stream().filter(child -> wanted.contains(child.name)).toList();
    }

    List<Element> atLeastOne(String wanted) {
        List<Element> found = children(wanted);
        if (found.isEmpty()) {
            fault("needs at least one <" + wanted + ">");
        }
        return found;
    }

    Optional<Element> child(String wanted) {
        List<Element> found = children(wanted);
        if (found.size() > 1) {
            found.get(1).fault("appears more than once in <" + name + ">");
        }
        return found.stream().findFirst();
    }

    Element required(String wanted) {
        return child(wanted).orElseGet(() -> {
            fault("needs a <" + wanted + ">");
            return new Element(wanted, line, Map.of(), faults, false);
        });
    }

    String requiredText(String wanted) {
        return required(wanted).ownRequiredText();
    }

    String ownRequiredText() {
        if (text().isEmpty()) {
            fault("must not be empty");
            return PLACEHOLDER;
        }
        return text();
    }

    /** The text of a child; absent and empty are the same. */
    Optional<String> optionalText(String wanted) {
        return child(wanted).map(Element::text).filter(found -> !found.isEmpty());
    }

    byte requiredPriority(String wanted) {
        Element element = required(wanted);
        String value = element.ownRequiredText();
        try {
            return Byte.parseByte(value);
        } catch (NumberFormatException e) {
            if (!value.equals(PLACEHOLDER)) {
                element.fault("must be a whole number from -128 to 127, but is '" + value + "'");
            }
            return 0;
        }
    }

    Optional<String> attribute(String wanted) {
        askedAttributes.add(wanted);
        return Optional.ofNullable(attributes.get(wanted)).filter(value -> !value.isEmpty());
    }

    String requiredAttribute(String wanted) {
        return attribute(wanted).orElseGet(() -> {
            fault("needs the attribute '" + wanted + "'");
            return PLACEHOLDER;
        });
    }

    boolean flag(String wanted, boolean otherwise) {
        Optional<String> value = attribute(wanted);
        if (value.isEmpty()) {
            return otherwise;
        }
        String word = value.get().toLowerCase(Locale.ROOT);
        if (!word.equals("true") && !word.equals("false")) {
            fault("attribute '" + wanted + "' must be True or False, but is '" + value.get() + "'");
            return otherwise;
        }
        return word.equals("true");
    }

    /** The constant whose descriptor word ({@code toString}) an attribute holds; the first one after a fault. */
    <E extends Enum<E>> E choice(String wanted, Class<E> type) {
        E[] words = type.getEnumConstants();
        Optional<String> value = attribute(wanted);
        if (value.isEmpty()) {
            fault("needs the attribute '" + wanted + "', one of " + listed(words));
            return words[0];
        }
        return Arrays.stream(words)
                .filter(word -> word.toString().equalsIgnoreCase(value.get()))
                .findFirst()
                .orElseGet(() -> {
                    fault("attribute '" + wanted + "' must be one of " + listed(words) + ", but is '" + value.get()
                            + "'");
                    return words[0];
                });
    }

    private static String listed(Object[] words) {
        return Arrays.stream(words).map(Object::toString).collect(Collectors.joining(", "));
    }

    /** Reports elements and attributes of the document whose root this is that the reader never asked for. */
    void reportUnknown() {
        Set<String> elsewhere = new HashSet<>();
        collectAsked(elsewhere);
        reportUnknown(elsewhere);
    }

    private void collectAsked(Set<String> names) {
        names.addAll(askedChildren);
        children.forEach(child -> child.collectAsked(names));
    }

    private void reportUnknown(Set<String> elsewhere) {
        attributes.keySet().stream()
                .filter(attribute -> !askedAttributes.contains(attribute))
                .forEach(this::reportAttribute);
        for (Element child : children) {
            if (askedChildren.contains(child.name)) {
                child.reportUnknown(elsewhere);
            } else if (!EVERYWHERE.contains(child.name)) {
                reportChild(child, elsewhere);
            }
        }
    }

    private void reportAttribute(String attribute) {
        Optional<String> meant = Spelling.meant(attribute, askedAttributes);
        if (meant.isPresent()) {
            fault("unknown attribute '" + attribute + "', perhaps '" + meant.get() + "' is meant");
        } else {
            faults.warn(line, name, "unknown attribute '" + attribute + "' is ignored");
        }
    }

    private void reportChild(Element child, Set<String> elsewhere) {
        Optional<String> meant = Spelling.meant(child.name, askedChildren);
        if (askedChildren.isEmpty()) {
            child.fault("unknown in <" + name + ">, which holds text only");
        } else if (elsewhere.contains(child.name)) {
            child.fault("does not belong into <" + name + ">" + known());
        } else if (meant.isPresent()) {
            child.fault("unknown in <" + name + ">, perhaps <" + meant.get() + "> is meant");
        } else {
            faults.warn(child.line, child.name, "unknown in <" + name + ">, ignored with all it holds");
        }
    }

    private String known() {
        return ", which knows " + askedChildren.stream().sorted().collect(Collectors.joining(", "));
    }
}
