package io.zongji.store.journal;

import io.zongji.domain.LegId;
import io.zongji.domain.journal.StandingLegEvent;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The legs to phones outside that stood between the calls of agents, a row for each. */
final class StandingLegTable {

    private static final String DELETE = "delete from standing_leg where id = ?";
    private static final String INSERT = """
            insert into standing_leg (id, tenant_id, agent_id, trunk, began_at, answered_at, ended_at, cause)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";

    private final String tenant;

    StandingLegTable(String tenant) {
        this.tenant = tenant;
    }

    /** The events in order; the last of each leg is written. */
    void add(Batch batch, Collection<StandingLegEvent> events) throws SQLException {
        Map<LegId, StandingLegEvent> last = new LinkedHashMap<>();
        events.forEach(event -> last.put(event.leg(), event));
        for (StandingLegEvent event : last.values()) {
            batch.row(DELETE).text(event.leg(), 80).add();
            batch.row(INSERT)
                    .text(event.leg(), 80)
                    .text(tenant, 64)
                    .text(event.agent(), 64)
                    .text(event.trunk(), 64)
                    .time(event.began())
                    .time(event.answered())
                    .time(event.ended())
                    .text(event.cause(), 64)
                    .add();
        }
    }
}
