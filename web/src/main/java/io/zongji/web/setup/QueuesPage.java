package io.zongji.web.setup;

import io.zongji.domain.QueueId;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.flow.Flow;
import io.zongji.domain.flow.FlowNode;
import io.zongji.store.entity.QueueRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;

/** The queues and their rules. */
@Named("queues")
@ViewScoped
public class QueuesPage extends Editor<QueueRow> {

    private static final long serialVersionUID = 1L;

    @Override
    protected List<QueueRow> read() {
        return setUp().all(QueueRow.class, "id");
    }

    @Override
    protected QueueRow usual() {
        QueueRow row = new QueueRow();
        row.setAnnouncement("queued");
        row.setMusic("music/default");
        return row;
    }

    @Override
    protected String name(QueueRow row) {
        return row.getName();
    }

    @Override
    protected void check(QueueRow row) {
        if (!Identifiers.valid(row.getId())) {
            refuseNamed("id", "setup.id", "setup.badId");
        } else if (isFresh() && setUp().find(QueueRow.class, row.getId()) != null) {
            refuse("id", "setup.twice", row.getId());
        }
        row.setAnnouncement(Objects.requireNonNullElse(row.getAnnouncement(), ""));
        row.setMusic(Objects.requireNonNullElse(row.getMusic(), ""));
        row.setAgentAnnouncement(Objects.requireNonNullElse(row.getAgentAnnouncement(), ""));
        if (row.getOfferTimeoutMs() == 0) {
            refuse("offer", "queues.offer.zero");
        }
    }

    @Override
    protected void delete(QueueRow row) {
        setUp().remove(QueueRow.class, row.getId());
    }

    /** A flow that sends callers to a queue that is gone would lose them. */
    @Override
    protected String keptBecause(QueueRow row) {
        return isUsed(configuration(), new QueueId(row.getId())) ? "queues.used" : null;
    }

    private static boolean isUsed(Configuration configuration, QueueId queue) {
        return configuration.flows().stream()
                .flatMap(flow -> flow.nodes().values().stream())
                .anyMatch(node -> node instanceof FlowNode.ToAgent agents
                        && agents.queue().equals(queue));
    }

    /** Where callers may go whom nobody takes after a transfer. */
    public List<Flow> getFlows() {
        return List.copyOf(configuration().flows());
    }

    /** How many agents serve the queue. */
    public int agents(String queue) {
        return configuration().agentsOf(new QueueId(queue)).size();
    }
}
