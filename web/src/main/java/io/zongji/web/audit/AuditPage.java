package io.zongji.web.audit;

import io.zongji.store.audit.AuditAction;
import io.zongji.store.entity.AuditRow;
import io.zongji.web.Visitor;
import io.zongji.web.Words;
import io.zongji.web.page.Shown;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The audit log. What is asked for stands in the address, so that a view can be sent to a colleague. */
@Named("audit")
@ViewScoped
public class AuditPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private AuditRecords records;

    @Inject
    private Visitor visitor;

    @Inject
    private Shown shown;

    private String login;
    private String action;
    private String about;
    private String from;
    private String to;
    private final Rows rows = new Rows();

    /** Called when the address has been read. */
    public void open() {
        rows.filter = AuditQuestion.read(login, action, about, from, to, shown.zone());
        rows.setRowCount(Math.min(records.count(rows.filter), AuditRecords.MOST));
    }

    public LazyDataModel<AuditRow> getRows() {
        return rows;
    }

    public AuditAction[] getActions() {
        return AuditAction.values();
    }

    /** What was refused and why, in the visitor's language where there are words for it. */
    public String outcome(AuditRow row) {
        if (row == null || row.isDone()) {
            return visitor.words().get("audit.done");
        }
        String key = "refusal." + row.getOutcome().replaceAll("[^A-Za-z]+", "_");
        Words words = visitor.words();
        return words.has(key) ? words.get(key) : words.get("audit.refused", row.getOutcome());
    }

    /** What was changed, and how, in the visitor's words. */
    public String detail(AuditRow row) {
        return row == null ? "" : new AuditWords(visitor.words()).detail(row.getSubject(), row.getDetail());
    }

    /** The customer's number in the call that the line is about; empty when there is none, or it is withheld. */
    public String number(AuditRow row) {
        return row == null ? "" : rows.numbers.getOrDefault(row.getCallId(), "");
    }

    public boolean isFiltered() {
        return !question().isEmpty();
    }

    /** Where the same lines are as a file. */
    public String getFile() {
        return "/admin/audit.csv" + (question().isEmpty() ? "" : "?" + question());
    }

    private String question() {
        return Stream.of(
                        parameter("login", login),
                        parameter("action", action),
                        parameter("about", about),
                        parameter("from", from),
                        parameter("to", to))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("&"));
    }

    private static String parameter(String name, String value) {
        return value == null || value.isBlank()
                ? null
                : name + "=" + URLEncoder.encode(value.strip(), StandardCharsets.UTF_8);
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    public String getAbout() {
        return about;
    }

    public void setAbout(String about) {
        this.about = about;
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
    private final class Rows extends LazyDataModel<AuditRow> {
        private static final long serialVersionUID = 1L;

        private AuditFilter filter;
        /** By the ids of the calls on the page. */
        private Map<String, String> numbers = Map.of();

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return Math.min(records.count(filter), AuditRecords.MOST);
        }

        @Override
        public List<AuditRow> load(
                int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            List<AuditRow> page = records.page(filter, first, size);
            numbers = records.numbers(page);
            return page;
        }

        @Override
        public String getRowKey(AuditRow row) {
            return row.getId().toString();
        }
    }
}
