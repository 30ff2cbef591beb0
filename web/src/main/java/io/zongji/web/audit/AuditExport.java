package io.zongji.web.audit;

import io.zongji.store.entity.AuditRow;
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
import java.util.List;

/** The audit log as a file, with the same filters in the address as the page; all of it, however much it is. */
@WebServlet("/admin/audit.csv")
public class AuditExport extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int STEP = 1_000;

    @Inject
    private transient AuditRecords records;

    @Inject
    private transient Visitor visitor;

    @Inject
    private transient Shown shown;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AuditFilter filter = AuditQuestion.read(
                request.getParameter("login"),
                request.getParameter("action"),
                request.getParameter("about"),
                request.getParameter("from"),
                request.getParameter("to"),
                shown.zone());
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        Writer out = response.getWriter();
        out.write(Csv.BYTE_ORDER_MARK);
        out.write(head());
        long before = Long.MAX_VALUE;
        for (List<AuditRow> rows = records.before(filter, before, STEP); !rows.isEmpty(); ) {
            for (AuditRow row : rows) {
                out.write(line(row));
                before = row.getId();
            }
            rows = records.before(filter, before, STEP);
        }
    }

    private String head() {
        Words words = visitor.words();
        return Csv.line(
                words.get("audit.at"),
                words.get("audit.login"),
                words.get("audit.address"),
                words.get("audit.action"),
                words.get("audit.about"),
                words.get("audit.call"),
                words.get("audit.outcome"),
                words.get("audit.detail"));
    }

    private String line(AuditRow row) {
        return Csv.line(
                shown.time(row.getOccurredAt()),
                row.getLogin(),
                row.getAddress(),
                visitor.words().get("audit.action." + row.getAction()),
                row.getSubject(),
                row.getCallId(),
                row.getOutcome(),
                row.getDetail());
    }
}
