package io.zongji.web.setup;

import io.zongji.store.entity.WrapUpCodeRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What may come of a conversation: what agents choose from when they write a call up. */
@Named("wrapUpCodes")
@ViewScoped
public class WrapUpCodesPage extends Editor<WrapUpCodeRow> {

    private static final long serialVersionUID = 1L;

    private List<String> queues = new ArrayList<>();

    @Override
    protected List<WrapUpCodeRow> read() {
        return setUp().all(WrapUpCodeRow.class, "sortOrder");
    }

    @Override
    protected WrapUpCodeRow usual() {
        queues = new ArrayList<>();
        WrapUpCodeRow row = new WrapUpCodeRow();
        row.setSortOrder(
                getRows().stream().mapToInt(WrapUpCodeRow::getSortOrder).max().orElse(0) + 1);
        return row;
    }

    @Override
    public void edit(WrapUpCodeRow row) {
        super.edit(row);
        queues = new ArrayList<>(queuesOf(row));
    }

    @Override
    protected String name(WrapUpCodeRow row) {
        return visitor().getLanguage().startsWith("zh") ? row.getChinese() : row.getEnglish();
    }

    @Override
    protected void check(WrapUpCodeRow row) {
        if (!Identifiers.valid(row.getCode())) {
            refuseNamed("code", "setup.id", "setup.badId");
        } else if (isFresh() && setUp().find(WrapUpCodeRow.class, row.getCode()) != null) {
            refuse("code", "setup.twice", row.getCode());
        }
        row.setQueues(String.join(",", queues));
    }

    @Override
    protected void delete(WrapUpCodeRow row) {
        setUp().remove(WrapUpCodeRow.class, row.getCode());
    }

    /** Ids of the queues whose calls a code is for; empty for all. */
    public List<String> queuesOf(WrapUpCodeRow row) {
        return Arrays.stream(row.getQueues().split(","))
                .filter(queue -> !queue.isEmpty())
                .toList();
    }

    /** The same of the code being edited. */
    public List<String> getQueues() {
        return queues;
    }

    public void setQueues(List<String> queues) {
        this.queues = queues;
    }
}
