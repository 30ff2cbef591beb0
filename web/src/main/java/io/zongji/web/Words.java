package io.zongji.web;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The portal's texts in one language. Thread-safe. */
public final class Words {
    public static final String BUNDLE = "io.zongji.web.messages";
    private static final Map<Locale, Words> BY_LOCALE = new ConcurrentHashMap<>();

    private final Locale locale;
    private final ResourceBundle bundle;

    private Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Words in(Locale locale) {
        return BY_LOCALE.computeIfAbsent(supported(locale), Words::new);
    }

    /** English for who wants anything but Chinese. */
    public static Locale supported(Locale wanted) {
        return "zh".equals(wanted.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }

    /** The text, or the key itself when there is none, so that a gap is seen and breaks nothing. */
    public String get(String key, Object... arguments) {
        try {
            String text = bundle.getString(key);
            return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
        } catch (MissingResourceException e) {
            return key;
        }
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    /** All texts whose key begins with one of these words. */
    public Map<String, String> startingWith(String... prefixes) {
        Map<String, String> found = new TreeMap<>();
        for (String key : bundle.keySet()) {
            for (String prefix : prefixes) {
                if (key.startsWith(prefix)) {
                    found.put(key, bundle.getString(key));
                }
            }
        }
        return found;
    }
}
