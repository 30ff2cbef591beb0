package io.zongji.web.setup;

import io.zongji.domain.FlowId;
import io.zongji.domain.flow.Flow;
import io.zongji.domain.flow.FlowJson;
import io.zongji.store.entity.FlowRow;
import io.zongji.store.entity.FlowVersionRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/** Flows and their versions. A version is never changed: calls that began with it end with it, and one can go back to it. */
@ApplicationScoped
@Transactional
public class FlowSetUp {

    @PersistenceContext(unitName = "zongji")
    private EntityManager database;

    /** The versions of a flow, newest first. */
    public List<FlowVersionRow> versions(String flow) {
        return database.createQuery(
                        "select v from FlowVersionRow v where v.flowId = :flow order by v.number desc",
                        FlowVersionRow.class)
                .setParameter("flow", flow)
                .getResultList();
    }

    /** Null when there is none. */
    public FlowVersionRow version(String flow, int number) {
        return database.find(FlowVersionRow.class, new FlowVersionRow.Key(flow, number));
    }

    /**
     * Keeps the flow as its next version, from which new calls begin.
     *
     * @return that version
     */
    public int publish(Flow flow, String login) {
        String id = flow.id().value();
        int next =
                versions(id).stream().findFirst().map(FlowVersionRow::getNumber).orElse(0) + 1;
        FlowRow row = database.find(FlowRow.class, id);
        if (row == null) {
            row = new FlowRow();
            row.setId(id);
            row.setName(flow.name());
            database.persist(row);
            // The version refers to it.
            database.flush();
        }
        row.setName(flow.name());
        row.setPublishedVersion(next);
        Flow numbered = new Flow(new FlowId(id), flow.name(), next, flow.maxSteps(), flow.nodes());
        database.persist(new FlowVersionRow(
                id, next, FlowJson.write(numbered), Clock.systemUTC().instant(), login));
        database.flush();
        return next;
    }
}
