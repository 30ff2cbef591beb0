package io.zongji.ear;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What keeps people from using a page, as far as a program can see it. */
public final class Accessibility {
    private static final String LOOK = """
            () => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }).then(found =>
              found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.target.join(' ')}`)))""";
    private static final String CUT = """
            () => [document.documentElement, document.getElementById('content')]
              .filter(one => one.scrollWidth > one.clientWidth).map(one => `${one.id || 'page'}: ${one.scrollWidth} in ${one.clientWidth}`)""";

    private Accessibility() {}

    /** What axe finds against WCAG 2.1 AA: a rule and where. */
    @SuppressWarnings("unchecked")
    public static List<String> violations(Page page) throws IOException {
        page.evaluate(Files.readString(Path.of(System.getProperty("browser.axe"))));
        return (List<String>) page.evaluate(LOOK);
    }

    /** What can be read only by scrolling sideways; lists that scroll in a frame of their own do not count. */
    @SuppressWarnings("unchecked")
    public static List<String> cutSideways(Page page) {
        return (List<String>) page.evaluate(CUT);
    }
}
