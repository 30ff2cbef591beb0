package io.zongji.web.setup;

import io.zongji.domain.phone.Pin;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of new agents, as spreadsheets write it (RFC 4180), checked line by line: either all lines can be taken, or it says
 * which cannot and why.
 */
final class AgentFile {
    /** More than one look can check. */
    static final int MOST = 1_000;

    private static final Set<String> AGENT = Set.of("agent", "坐席", "普通坐席");
    private static final Set<String> LEADER = Set.of("leader", "team leader", "班长", "班长坐席");

    private final Known known;
    private final Supplier<String> passwords;
    private final List<NewAgent> agents = new ArrayList<>();
    private final List<LineProblem> problems = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> extensions = new HashSet<>();

    private AgentFile(Known known, Supplier<String> passwords) {
        this.known = known;
        this.passwords = passwords;
    }

    /** The columns; each is found by either of its names, in any order. */
    enum Column {
        NUMBER("number", "工号", true),
        NAME("name", "姓名", true),
        EXTENSION("extension", "分机", true),
        PHONE_PASSWORD("phonePassword", "话机密码", false),
        LOGIN_PASSWORD("loginPassword", "登录密码", false),
        QUEUES("queues", "技能组", false),
        PIN("pin", "签入密码", false),
        NICKNAME("nickname", "对外昵称", false),
        EMAIL("email", "邮箱", false),
        MOBILE("mobile", "手机号", false),
        ROLE("role", "角色", false);

        private final String english;
        private final String chinese;
        private final boolean needed;

        Column(String english, String chinese, boolean needed) {
            this.english = english;
            this.chinese = chinese;
            this.needed = needed;
        }

        String english() {
            return english;
        }

        private boolean is(String header) {
            return english.equalsIgnoreCase(header) || chinese.equals(header);
        }
    }

    /**
     * What is set up already.
     *
     * @param taken      sign-in names and job numbers
     * @param extensions numbers of phones
     * @param queues     ids of queues by id and by name
     */
    record Known(Set<String> taken, Set<String> extensions, Map<String, String> queues) {}

    /**
     * What became of a file.
     *
     * @param agents   of the lines without a problem
     * @param problems empty when the whole file can be taken
     */
    record Checked(List<NewAgent> agents, List<LineProblem> problems) {}

    /**
     * Reads a file.
     *
     * @param passwords makes up a password where the file gives none
     */
    static Checked read(byte[] file, Known known, Supplier<String> passwords) {
        AgentFile reader = new AgentFile(known, passwords);
        if (SpreadsheetFile.isWorkbook(file)) {
            reader.problem(1, "", "import.workbook");
            return new Checked(List.of(), List.copyOf(reader.problems));
        }
        SpreadsheetFile saved = SpreadsheetFile.of(file);
        try (CSVParser lines = CSVFormat.RFC4180
                .builder()
                .setDelimiter(saved.delimiter())
                .setTrim(true)
                .setIgnoreSurroundingSpaces(true)
                .get()
                .parse(new StringReader(saved.text()))) {
            reader.read(lines);
        } catch (IOException | UncheckedIOException e) {
            reader.problem(1, "", "import.unreadable");
        }
        return new Checked(List.copyOf(reader.agents), List.copyOf(reader.problems));
    }

    private void read(CSVParser lines) {
        Map<Column, Integer> columns = null;
        for (CSVRecord line : lines) {
            if (Arrays.stream(line.values()).allMatch(String::isBlank)) {
                continue;
            }
            if (columns == null) {
                columns = columns(line);
                if (!problems.isEmpty()) {
                    return;
                }
            } else if (agents.size() + problems.size() >= MOST) {
                problem(line.getRecordNumber(), "", "import.tooMany", MOST);
                return;
            } else {
                agent(line, columns);
            }
        }
        if (columns == null || agents.isEmpty() && problems.isEmpty()) {
            problem(1, "", "import.empty");
        }
    }

    private Map<Column, Integer> columns(CSVRecord header) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            Optional<Column> column =
                    Arrays.stream(Column.values()).filter(each -> each.is(name)).findFirst();
            if (column.isEmpty() && !name.isBlank()) {
                problem(header.getRecordNumber(), "", "import.unknownColumn", name);
            } else if (column.isPresent() && columns.put(column.get(), i) != null) {
                problem(header.getRecordNumber(), column.get().english, "import.columnTwice");
            }
        }
        for (Column column : Column.values()) {
            if (column.needed && !columns.containsKey(column)) {
                problem(header.getRecordNumber(), column.english, "import.noColumn", column.english, column.chinese);
            }
        }
        return columns;
    }

    private void agent(CSVRecord line, Map<Column, Integer> columns) {
        int before = problems.size();
        String number = value(line, columns, Column.NUMBER);
        String name = value(line, columns, Column.NAME);
        String extension = value(line, columns, Column.EXTENSION);
        checkId(line, Column.NUMBER, number, known.taken(), numbers);
        if (name.isEmpty() || name.length() > 200) {
            problem(line.getRecordNumber(), Column.NAME.english, "import.noName");
        }
        checkId(line, Column.EXTENSION, extension, known.extensions(), extensions);
        String phone = password(line, columns, Column.PHONE_PASSWORD);
        String login = password(line, columns, Column.LOGIN_PASSWORD);
        List<String> queues = queues(line, value(line, columns, Column.QUEUES));
        String pin = value(line, columns, Column.PIN);
        if (!pin.isEmpty() && !Pin.isPin(pin)) {
            problem(line.getRecordNumber(), Column.PIN.english, "import.badPin");
        }
        AgentContact contact = contact(line, columns);
        boolean leader = leader(line, value(line, columns, Column.ROLE));
        if (problems.size() == before) {
            boolean generated = phone.isEmpty() || login.isEmpty();
            agents.add(new NewAgent(
                    number,
                    name,
                    extension,
                    phone.isEmpty() ? passwords.get() : phone,
                    login.isEmpty() ? passwords.get() : login,
                    queues,
                    contact,
                    leader,
                    generated,
                    pin.isEmpty() ? null : new Pin(pin)));
        }
    }

    private void checkId(CSVRecord line, Column column, String value, Set<String> taken, Set<String> inFile) {
        if (value.isEmpty()) {
            problem(line.getRecordNumber(), column.english, "import.nothing");
        } else if (!Identifiers.valid(value)) {
            problem(line.getRecordNumber(), column.english, "import.badId", value);
        } else if (taken.contains(value)) {
            problem(line.getRecordNumber(), column.english, "import.taken", value);
        } else if (!inFile.add(value)) {
            problem(line.getRecordNumber(), column.english, "import.twice", value);
        }
    }

    private String password(CSVRecord line, Map<Column, Integer> columns, Column column) {
        String password = value(line, columns, column);
        if (!password.isEmpty() && !Identifiers.password(password)) {
            problem(line.getRecordNumber(), column.english, "import.shortPassword");
        }
        return password;
    }

    private AgentContact contact(CSVRecord line, Map<Column, Integer> columns) {
        String nickname = value(line, columns, Column.NICKNAME);
        String email = value(line, columns, Column.EMAIL);
        String mobile = value(line, columns, Column.MOBILE);
        if (nickname.length() > 200) {
            problem(line.getRecordNumber(), Column.NICKNAME.english, "import.longNickname");
        }
        if (!email.isEmpty() && !Identifiers.email(email)) {
            problem(line.getRecordNumber(), Column.EMAIL.english, "import.badEmail", email);
        }
        if (!mobile.isEmpty() && !Identifiers.telephone(mobile)) {
            problem(line.getRecordNumber(), Column.MOBILE.english, "import.badMobile", mobile);
        }
        return new AgentContact(nickname, email, mobile);
    }

    private boolean leader(CSVRecord line, String role) {
        boolean leader = LEADER.contains(role.toLowerCase(Locale.ROOT));
        if (!leader && !role.isEmpty() && !AGENT.contains(role.toLowerCase(Locale.ROOT))) {
            problem(line.getRecordNumber(), Column.ROLE.english, "import.badRole", role);
        }
        return leader;
    }

    private List<String> queues(CSVRecord line, String list) {
        List<String> queues = new ArrayList<>();
        for (String queue : list.split("[;；]")) {
            String id = known.queues().get(queue.trim());
            if (id != null && !queues.contains(id)) {
                queues.add(id);
            } else if (id == null && !queue.isBlank()) {
                problem(line.getRecordNumber(), Column.QUEUES.english, "import.noQueue", queue.trim());
            }
        }
        return queues;
    }

    private static String value(CSVRecord line, Map<Column, Integer> columns, Column column) {
        Integer at = columns.get(column);
        return at == null || at >= line.size() ? "" : line.get(at);
    }

    private void problem(long line, String column, String key, Object... arguments) {
        problems.add(new LineProblem((int) line, column, key, List.of(arguments)));
    }
}
