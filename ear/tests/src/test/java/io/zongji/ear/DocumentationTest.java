package io.zongji.ear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say is there, and what is there is said. */
class DocumentationTest {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".zongji", "data");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)[^)]*\\)");
    private static final Pattern SHOWN_BY = Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT|Sbb))`");
    private static final Pattern SETTING = Pattern.compile("\"(zongji\\.[a-z]+(?:[.-][a-z]+)+)\"");

    @Test
    void everyLinkBetweenFilesLeadsSomewhere() throws IOException {
        Set<String> broken = new TreeSet<>();
        for (Path page : files(".md")) {
            for (String target : found(LINK, page)) {
                if (!target.contains("://") && !Files.exists(page.resolveSibling(target))) {
                    broken.add(ROOT.relativize(page) + " -> " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyPictureIsShownInAPage() throws IOException {
        Set<Path> shown = new TreeSet<>();
        for (Path page : files(".md")) {
            found(LINK, page).stream()
                    .filter(target -> target.endsWith(".png") && !target.contains("://"))
                    .forEach(target -> shown.add(page.resolveSibling(target).normalize()));
        }
        assertThat(files(".png").stream().filter(picture -> picture.startsWith(ROOT.resolve("docs"))))
                .isNotEmpty()
                .isSubsetOf(shown);
    }

    @Test
    void everySystemPropertyThatIsReadIsDescribed() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/configuration.md"));
        Set<String> undescribed = new TreeSet<>();
        for (Path source : files(".java")) {
            if (source.toString().contains("/src/main/")) {
                found(SETTING, source).stream()
                        .filter(name -> !page.contains("`" + name + "`"))
                        .forEach(undescribed::add);
            }
        }
        assertThat(undescribed).isEmpty();
    }

    @Test
    void everyTestThatIsSaidToShowARequirementIsThere() throws IOException {
        Set<String> classes = new TreeSet<>();
        for (Path source : files(".java")) {
            classes.add(source.getFileName().toString().replace(".java", ""));
        }
        assertThat(found(SHOWN_BY, ROOT.resolve("docs/requirements.md")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(classes).contains(name));
    }

    @Test
    void everyOptionOfTheStartCommandIsInItsHelp() throws IOException {
        String command = Files.readString(ROOT.resolve("zongji"));
        String help =
                command.substring(command.indexOf("usage() {"), command.indexOf("\n}", command.indexOf("usage() {")));
        List<String> options = found(Pattern.compile("^\\s+(--[a-z-]+)\\)", Pattern.MULTILINE), ROOT.resolve("zongji"));
        assertThat(options).isNotEmpty().allSatisfy(option -> assertThat(help).contains(option));
    }

    private static List<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> all = Files.find(
                ROOT,
                30,
                (path, attributes) -> path.toString().endsWith(ending)
                        && Stream.of(ROOT.relativize(path).toString().split("/"))
                                .noneMatch(NOT_OURS::contains))) {
            return all.toList();
        }
    }
}
