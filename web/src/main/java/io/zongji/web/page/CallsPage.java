package io.zongji.web.page;

import io.zongji.domain.call.Outcome;
import io.zongji.store.entity.CallRow;
import io.zongji.web.SignedInUser;
import io.zongji.web.Visitor;
import io.zongji.web.records.CallFilter;
import io.zongji.web.records.CallRecords;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The list of calls. What is asked for stands in the address, so that a view can be sent to a colleague. */
@Named("calls")
@ViewScoped
public class CallsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private CallRecords records;

    @Inject
    private Visitor visitor;

    @Inject
    private Shown shown;

    private String number;
    private String agent;
    private String queue;
    private String outcome;
    private String from;
    private String to;
    private final Rows rows = new Rows();

    /** Called when the address has been read. */
    public void open() {
        SignedInUser user = visitor.getUser();
        rows.filter = new CallFilter(
                number == null || number.isBlank() ? null : number.trim(),
                user.watches() ? blankAsNull(agent) : user.takesCalls() ? user.agent() : "",
                blankAsNull(queue),
                outcome(),
                startOf(from, 0),
                startOf(to, 1));
        rows.setRowCount(Math.min(records.count(rows.filter), CallRecords.MOST + 1));
    }

    public Outcome[] getOutcomes() {
        return Outcome.values();
    }

    public LazyDataModel<CallRow> getRows() {
        return rows;
    }

    /** Whether there are more than can be paged through. */
    public boolean isMany() {
        return rows.getRowCount() > CallRecords.MOST;
    }

    public boolean isFiltered() {
        return blankAsNull(number) != null
                || blankAsNull(agent) != null
                || blankAsNull(queue) != null
                || blankAsNull(outcome) != null
                || blankAsNull(from) != null
                || blankAsNull(to) != null;
    }

    public String getFound() {
        int count = rows.getRowCount();
        return visitor.words().get("calls.found", count > CallRecords.MOST ? "10 000+" : Integer.toString(count));
    }

    private Outcome outcome() {
        for (Outcome one : Outcome.values()) {
            if (one.name().equals(outcome)) {
                return one;
            }
        }
        return null;
    }

    private Instant startOf(String day, int plus) {
        try {
            return blankAsNull(day) == null
                    ? null
                    : LocalDate.parse(day)
                            .plusDays(plus)
                            .atStartOfDay(shown.zone())
                            .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String blankAsNull(String value) {
        return value == null || value.isBlank() ? null : value;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getAgent() {
        return agent;
    }

    public void setAgent(String agent) {
        this.agent = agent;
    }

    public String getQueue() {
        return queue;
    }

    public void setQueue(String queue) {
        this.queue = queue;
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(String outcome) {
        this.outcome = outcome;
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

    /** Reads one page at a time. */
    private final class Rows extends LazyDataModel<CallRow> {
        private static final long serialVersionUID = 1L;

        private CallFilter filter;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return Math.min(records.count(filter), CallRecords.MOST);
        }

        @Override
        public List<CallRow> load(int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            return records.page(filter, first, size);
        }

        @Override
        public String getRowKey(CallRow row) {
            return row.getId();
        }
    }
}
