package io.zongji.web.phone;

import io.zongji.domain.AgentId;
import io.zongji.server.PageLines;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.UUID;

/** Stands in a session for the phones that its pages become; ends them with the session, by a sign-out or by its age. */
final class PageHolder implements HttpSessionBindingListener {
    private static final String NAME = PageHolder.class.getName();

    private final PageLines lines;
    private final AgentId agent;
    private final String id = UUID.randomUUID().toString();

    private PageHolder(PageLines lines, AgentId agent) {
        this.lines = lines;
        this.agent = agent;
    }

    /** The session's own, made at the first use. */
    static PageHolder of(HttpSession session, PageLines lines, AgentId agent) {
        synchronized (PageHolder.class) {
            if (session.getAttribute(NAME) instanceof PageHolder known && known.agent.equals(agent)) {
                return known;
            }
            PageHolder made = new PageHolder(lines, agent);
            session.setAttribute(NAME, made);
            return made;
        }
    }

    /** What its tokens are given to; says nothing about the session. */
    String id() {
        return id;
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        lines.signedOut(agent, id);
    }
}
