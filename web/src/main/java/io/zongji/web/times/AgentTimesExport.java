package io.zongji.web.times;

import io.zongji.domain.agent.AgentState;
import io.zongji.web.Visitor;
import io.zongji.web.Words;
import io.zongji.web.page.Csv;
import io.zongji.web.page.Shown;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;

/** The times of agents as a file, with the same question in the address as the page; in whole seconds. */
@WebServlet("/agent-times.csv")
public class AgentTimesExport extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient AgentTimes times;

    @Inject
    private transient Visitor visitor;

    @Inject
    private transient Shown shown;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TimesQuestion question = TimesQuestion.read(
                request.getParameter("agent"), request.getParameter("from"), request.getParameter("to"), times.today());
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"agent-times.csv\"");
        Writer out = response.getWriter();
        out.write(Csv.BYTE_ORDER_MARK);
        out.write(head());
        Iterator<AgentDay> days = times.days(visitor.getUser(), question).iterator();
        while (days.hasNext()) {
            out.write(line(days.next()));
        }
    }

    private String head() {
        Words words = visitor.words();
        return Csv.line(Stream.concat(
                        Stream.of("agentTimes.day", "agentTimes.agent", "agentTimes.name", "agentTimes.signedIn")
                                .map(words::get),
                        AgentDay.STATES.stream().map(state -> words.get("state." + state)))
                .toArray(String[]::new));
    }

    private String line(AgentDay day) {
        return Csv.line(Stream.concat(
                        Stream.of(
                                day.day().toString(),
                                day.agent().value(),
                                shown.agent(day.agent().value()),
                                seconds(day.signedIn().toMillis())),
                        AgentDay.STATES.stream().map((AgentState state) -> seconds(day.ms(state))))
                .toArray(String[]::new));
    }

    private static String seconds(long ms) {
        return Long.toString(Math.round(ms / 1000.0));
    }
}
