package io.zongji.domain.conversation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an agent asks by keys of the phone, ended by {@code #}: {@code *7} and an extension consults, {@code *8} and an
 * extension transfers without talking to anybody there first.
 *
 * @param target the extension
 */
public record HandsetCode(Service service, String target) {

    private static final Pattern FORM = Pattern.compile("\\*([78])(\\d{1,32})");

    /**
     * Reads keys.
     *
     * @param keys what was pressed before {@code #}
     * @return empty when they are no code
     */
    public static Optional<HandsetCode> read(String keys) {
        Matcher code = FORM.matcher(keys);
        return code.matches()
                ? Optional.of(new HandsetCode(
                        code.group(1).equals("7") ? Service.CONSULT : Service.SINGLE_STEP_TRANSFER, code.group(2)))
                : Optional.empty();
    }
}
