package io.zongji.web.setup;

import io.zongji.domain.agent.AgentState;
import io.zongji.store.entity.StateReasonRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.util.List;

/** Why agents are busy or at rest: what they choose from. */
@Named("stateReasons")
@ViewScoped
public class StateReasonsPage extends Editor<StateReasonRow> {

    private static final long serialVersionUID = 1L;

    @Override
    protected List<StateReasonRow> read() {
        return setUp().all(StateReasonRow.class, "sortOrder");
    }

    @Override
    protected StateReasonRow usual() {
        StateReasonRow row = new StateReasonRow();
        row.setSortOrder(
                getRows().stream().mapToInt(StateReasonRow::getSortOrder).max().orElse(0) + 1);
        return row;
    }

    @Override
    protected String name(StateReasonRow row) {
        return visitor().getLanguage().startsWith("zh") ? row.getChinese() : row.getEnglish();
    }

    @Override
    protected void check(StateReasonRow row) {
        if (!Identifiers.valid(row.getCode())) {
            refuseNamed("code", "setup.id", "setup.badId");
        } else if (isFresh() && setUp().find(StateReasonRow.class, row.getCode()) != null) {
            refuse("code", "setup.twice", row.getCode());
        }
        if (AgentState.BUSY.name().equals(row.getUse()) && row.getLimitMs() > 0) {
            refuse("limit", "reasons.limit.busy");
        }
    }

    @Override
    protected void delete(StateReasonRow row) {
        setUp().remove(StateReasonRow.class, row.getCode());
    }
}
