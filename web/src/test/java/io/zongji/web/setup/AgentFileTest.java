package io.zongji.web.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.phone.Pin;
import io.zongji.web.Words;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgentFileTest {
    private static final String HEAD = "number,name,extension,phonePassword,loginPassword,queues\n";
    private static final AgentFile.Known KNOWN = new AgentFile.Known(
            Set.of("1001"), Set.of("8001"), Map.of("sales", "sales", "销售", "sales", "support", "support"));

    @Test
    void aHundredAgentsAreReadInOrder() {
        StringBuilder file = new StringBuilder(HEAD);
        for (int n = 0; n < 100; n++) {
            file.append(2000 + n)
                    .append(",Agent ")
                    .append(n)
                    .append(',')
                    .append(9000 + n)
                    .append(",,,support\n");
        }

        AgentFile.Checked checked = read(file.toString());

        assertThat(checked.problems()).isEmpty();
        assertThat(checked.agents())
                .hasSize(100)
                .extracting(NewAgent::number)
                .startsWith("2000")
                .endsWith("2099");
    }

    @Test
    void passwordsOfTheFileCountAndMissingOnesAreMadeUp() {
        List<NewAgent> agents = read(HEAD
                        + "2001,王芳,9001,phone-secret,login-secret,销售;support;sales\r\n2002,\"Li, Na\",9002")
                .agents();

        assertThat(agents.get(0))
                .isEqualTo(new NewAgent(
                        "2001",
                        "王芳",
                        "9001",
                        "phone-secret",
                        "login-secret",
                        List.of("sales", "support"),
                        AgentContact.NONE,
                        false,
                        false,
                        null));
        assertThat(agents.get(1))
                .isEqualTo(new NewAgent(
                        "2002",
                        "Li, Na",
                        "9002",
                        "made-up",
                        "made-up",
                        List.of(),
                        AgentContact.NONE,
                        false,
                        true,
                        null));
    }

    @Test
    void nicknameMailMobileAndRoleComeAlong() {
        List<NewAgent> agents = read("""
                工号,姓名,分机,对外昵称,邮箱,手机号,角色
                2001,王芳,9001,小芳,wangfang@example.com,138 0013 8000,班长
                2002,李娜,9002,,,,坐席
                2003,Ann,9003,,,+8613800138000,Leader
                2004,Bob,9004,,,,
                """).agents();

        assertThat(agents)
                .extracting(NewAgent::contact)
                .containsExactly(
                        new AgentContact("小芳", "wangfang@example.com", "138 0013 8000"),
                        AgentContact.NONE,
                        new AgentContact("", "", "+8613800138000"),
                        AgentContact.NONE);
        assertThat(agents).extracting(NewAgent::leader).containsExactly(true, false, true, false);
    }

    @Test
    void aMailAMobileOrARoleThatIsNoneIsNamed() {
        AgentFile.Checked checked =
                read("number,name,extension,email,mobile,role\n2001,A,9001,13800138000,a@example.com,boss\n");

        assertThat(checked.problems())
                .extracting(problem -> problem.line() + " " + problem.column() + " " + problem.key())
                .containsExactly("2 email import.badEmail", "2 mobile import.badMobile", "2 role import.badRole");
    }

    @Test
    void whatSpreadsheetsInChinaWriteIsUnderstood() {
        String file = "分机,工号,姓名\n9001,2001,王芳\n\n";

        for (byte[] bytes : List.of(
                file.getBytes(Charset.forName("GB18030")),
                ("\uFEFF" + file).getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + file.replace(',', '\t')).getBytes(StandardCharsets.UTF_16LE),
                file.replace(',', ';').getBytes(StandardCharsets.UTF_8))) {
            AgentFile.Checked checked = AgentFile.read(bytes, KNOWN, () -> "made-up");
            assertThat(checked.problems()).isEmpty();
            assertThat(checked.agents()).extracting(NewAgent::name).containsExactly("王芳");
        }
    }

    @Test
    void aPinMayBeGivenAndIsNotShown() {
        AgentFile.Checked checked = read("工号,姓名,分机,签入密码\n2001,王芳,9001,4711\n2002,李娜,9002,\n2003,赵敏,9003,47 1\n");

        assertThat(checked.agents()).extracting(NewAgent::pin).containsExactly(new Pin("4711"), null);
        assertThat(checked.agents().get(0)).asString().doesNotContain("4711");
        assertThat(checked.problems())
                .extracting(problem -> problem.line() + " " + problem.column() + " " + problem.key())
                .containsExactly("4 pin import.badPin");
    }

    @Test
    void aColumnThatNobodyKnowsIsNotLeftOutInSilence() {
        assertThat(read("number,name,extension,mobil,name,\n2001,A,9001,13800138000,B,\n")
                        .problems())
                .extracting(problem -> problem.column() + " " + problem.key() + " " + problem.arguments())
                .containsExactly(" import.unknownColumn [mobil]", "name import.columnTwice []");
    }

    @Test
    void aWorkbookIsToldFromAFile() {
        assertThat(read("PK\u0003\u0004 and so on").problems())
                .extracting(LineProblem::key)
                .containsExactly("import.workbook");
    }

    @Test
    void whatIsNeededAndEmptyIsNamed() {
        assertThat(read("number,name,extension\n,A,9001\n2002,B\n").problems())
                .extracting(problem -> problem.line() + " " + problem.column() + " " + problem.key())
                .containsExactly("2 number import.nothing", "3 extension import.nothing");
    }

    @Test
    void everyBadFieldIsNamedWithItsLine() {
        AgentFile.Checked checked = read(HEAD
                + "1001,A,9001,,,\n" // there already
                + "2 1,B,9002,,,\n" // no id
                + "2003,,9003,short,,\n" // no name, short password
                + "2004,D,8001,,,\n" // phone of somebody
                + "2005,E,9005,,,sales;nowhere\n"
                + "2005,F,9005,,,\n"); // twice

        assertThat(checked.agents()).extracting(NewAgent::number).isEmpty();
        assertThat(checked.problems())
                .extracting(problem -> problem.line() + " " + problem.column() + " " + problem.key())
                .containsExactly(
                        "2 number import.taken",
                        "3 number import.badId",
                        "4 name import.noName",
                        "4 phonePassword import.shortPassword",
                        "5 extension import.taken",
                        "6 queues import.noQueue",
                        "7 number import.twice",
                        "7 extension import.twice");
    }

    @Test
    void missingColumnsAnEmptyFileAndTooManyLinesAreSaidInsteadOfGuessed() {
        assertThat(read("number,name\n2001,A\n").problems())
                .extracting(LineProblem::column)
                .containsExactly("extension");
        assertThat(read("").problems()).extracting(LineProblem::key).containsExactly("import.empty");
        assertThat(read(HEAD).problems()).extracting(LineProblem::key).containsExactly("import.empty");
        assertThat(read("a,\"b").problems()).extracting(LineProblem::key).containsExactly("import.unreadable");
        StringBuilder many = new StringBuilder(HEAD);
        for (int n = 0; n <= AgentFile.MOST; n++) {
            many.append('a').append(n).append(",A,x").append(n).append('\n');
        }
        assertThat(read(many.toString()).problems())
                .extracting(LineProblem::key)
                .containsExactly("import.tooMany");
    }

    @Test
    void everyColumnHasItsWords() {
        for (AgentFile.Column column : AgentFile.Column.values()) {
            assertThat(Words.in(Locale.ENGLISH).has("import.column." + column.english()))
                    .isTrue();
        }
    }

    private static AgentFile.Checked read(String file) {
        return AgentFile.read(file.getBytes(StandardCharsets.UTF_8), KNOWN, () -> "made-up");
    }
}
