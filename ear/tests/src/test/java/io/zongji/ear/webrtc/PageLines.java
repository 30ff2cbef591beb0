package io.zongji.ear.webrtc;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The WebSockets of a page, which can be made to die as where a router gets another address: what is sent is lost, and nobody says so. Used by one thread. */
final class PageLines {
    private final List<Line> phones = new ArrayList<>();
    private final List<Line> pushes = new ArrayList<>();
    private final Page page;

    private PageLines(Page page) {
        this.page = page;
    }

    /** Counts from the next page that is loaded there. */
    static PageLines of(Page page) {
        PageLines lines = new PageLines(page);
        page.routeWebSocket("**/zongji/sip", route -> lines.phones.add(new Line(route)));
        page.routeWebSocket(Pattern.compile("/zongji/(push|events)"), route -> lines.pushes.add(new Line(route)));
        return lines;
    }

    /** All lines that are there now; those that the page opens later live. */
    void loseUnnoticed() {
        phones.forEach(line -> line.dead = true);
        pushes.forEach(line -> line.dead = true);
    }

    /** How many lines the page's phone has had. */
    int phones() {
        // Routes are called while the page is asked for something.
        page.title();
        return phones.size();
    }

    private static final class Line {
        private boolean dead;

        Line(WebSocketRoute page) {
            WebSocketRoute server = page.connectToServer();
            page.onMessage(frame -> pass(frame.text(), server));
            server.onMessage(frame -> pass(frame.text(), page));
        }

        private void pass(String text, WebSocketRoute to) {
            if (!dead) {
                to.send(text);
            }
        }
    }
}
