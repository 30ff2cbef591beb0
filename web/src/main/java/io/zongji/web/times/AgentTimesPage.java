package io.zongji.web.times;

import io.zongji.domain.agent.AgentState;
import io.zongji.web.Visitor;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** How long agents were in each state. What is asked for stands in the address, so that a view can be sent to a colleague. */
@Named("agentTimes")
@ViewScoped
public class AgentTimesPage implements Serializable {
    private static final long serialVersionUID = 1L;
    /** The width of a whole bar, in units of its own. */
    private static final long WIDTH = 10_000;

    @Inject
    private AgentTimes times;

    @Inject
    private Visitor visitor;

    private String agent;
    private String from;
    private String to;
    private final Rows rows = new Rows();

    /**
     * A piece of the bar that shows a day.
     *
     * @param from where it begins
     */
    public record Piece(AgentState state, long from, long width) {
        // Pages read properties, which records do not have.

        public AgentState getState() {
            return state;
        }

        public long getFrom() {
            return from;
        }

        public long getWidth() {
            return width;
        }
    }

    /** Called when the address has been read. */
    public void open() {
        TimesQuestion question = TimesQuestion.read(agent, from, to, times.today());
        from = question.from().toString();
        to = question.to().toString();
        rows.question = question;
    }

    public LazyDataModel<AgentDay> getRows() {
        return rows;
    }

    public List<AgentState> getStates() {
        return AgentDay.STATES;
    }

    /** Shares of the signed-in time, in units of which the whole has {@code WIDTH}. */
    public List<Piece> pieces(AgentDay day) {
        List<Piece> pieces = new ArrayList<>();
        Duration whole = day.signedIn();
        Duration before = Duration.ZERO;
        for (AgentState state : AgentDay.STATES) {
            Duration share = day.in(state);
            if (!share.isZero()) {
                long begin = WIDTH * before.toMillis() / Math.max(1, whole.toMillis());
                before = before.plus(share);
                pieces.add(new Piece(state, begin, WIDTH * before.toMillis() / Math.max(1, whole.toMillis()) - begin));
            }
        }
        return pieces;
    }

    /** Where the same lines are as a file. */
    public String getFile() {
        return "/agent-times.csv?from=" + from + "&to=" + to
                + (rows.question.agent() == null
                        ? ""
                        : "&agent=" + URLEncoder.encode(rows.question.agent(), StandardCharsets.UTF_8));
    }

    /** The last day that can be asked for. */
    public LocalDate getToday() {
        return times.today();
    }

    public String getAgent() {
        return agent;
    }

    public void setAgent(String agent) {
        this.agent = agent;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    /** Counts one page at a time. */
    private final class Rows extends LazyDataModel<AgentDay> {
        private static final long serialVersionUID = 1L;

        private TimesQuestion question;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return times.lines(visitor.getUser(), question).size();
        }

        @Override
        public List<AgentDay> load(
                int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            return times.lines(visitor.getUser(), question).stream()
                    .skip(first)
                    .limit(size)
                    .map(times::day)
                    .toList();
        }

        @Override
        public String getRowKey(AgentDay row) {
            return row.day() + " " + row.agent();
        }
    }
}
