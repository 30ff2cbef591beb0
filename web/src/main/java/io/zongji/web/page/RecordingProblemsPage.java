package io.zongji.web.page;

import io.zongji.store.audit.AuditAction;
import io.zongji.store.entity.CallRow;
import io.zongji.store.entity.RecordingProblemRow;
import io.zongji.web.Visitor;
import io.zongji.web.audit.Audit;
import io.zongji.web.records.CallRecords;
import io.zongji.web.records.Permission;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Talk that is in no recording, and files that are gone or were changed. */
@Named("recordingProblems")
@ViewScoped
public class RecordingProblemsPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private CallRecords records;

    @Inject
    private Visitor visitor;

    @Inject
    private Audit audit;

    private final Rows rows = new Rows();

    public LazyDataModel<RecordingProblemRow> getRows() {
        return rows;
    }

    /** The caller's number and the number called. */
    public String call(RecordingProblemRow problem) {
        return records.call(problem.getCallId())
                .map(call -> numberOf(call) + " → " + call.getDialled())
                .orElse(problem.getCallId());
    }

    private String numberOf(CallRow call) {
        return call.getCaller() == null || call.getCaller().isEmpty()
                ? visitor.words().get("live.withheld")
                : call.getCaller();
    }

    public String state(RecordingProblemRow problem) {
        if (problem.getResolvedAt() == null) {
            return visitor.words().get("problem.open");
        }
        return "system".equals(problem.getResolvedBy())
                ? visitor.words().get("problem.gone")
                : visitor.words().get("problem.resolved", problem.getResolvedBy());
    }

    /** Whether a media node was lost under the call, which is the reason then. */
    public boolean nodeLost(RecordingProblemRow problem) {
        return problem != null && rows.nodeLost.contains(problem.getCallId());
    }

    /** Whether some of the gaps shown are due to a lost media node. */
    public boolean isSomeNodeLost() {
        return !rows.nodeLost.isEmpty();
    }

    /** Deals with all gaps that a lost media node has left, not only those shown. */
    public void resolveLostNodes() {
        if (Permission.toHearMessages(visitor.getUser())) {
            int resolved = records.resolveGapsOfLostNodes(visitor.getUser().login());
            audit.done(
                    visitor.actor(), AuditAction.RESOLVE, "recordingProblem", "gaps of lost media nodes: " + resolved);
        }
    }

    public void resolve(String id) {
        if (Permission.toHearMessages(visitor.getUser())) {
            records.resolveProblem(id, visitor.getUser().login());
            audit.done(visitor.actor(), AuditAction.RESOLVE, "recordingProblem " + id, "");
        }
    }

    /** Reads one page at a time. */
    private final class Rows extends LazyDataModel<RecordingProblemRow> {
        private static final long serialVersionUID = 1L;

        private Set<String> nodeLost = Set.of();

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return records.problemCount();
        }

        @Override
        public List<RecordingProblemRow> load(
                int first, int size, Map<String, SortMeta> order, Map<String, FilterMeta> filters) {
            List<RecordingProblemRow> page = records.problemPage(first, size);
            nodeLost = records.withLostNode(page.stream()
                    .filter(problem -> problem.getResolvedAt() == null)
                    .map(RecordingProblemRow::getCallId)
                    .toList());
            return page;
        }

        @Override
        public String getRowKey(RecordingProblemRow row) {
            return row.getId();
        }
    }
}
