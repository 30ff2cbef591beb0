package io.zongji.store.journal;

import io.zongji.domain.journal.WrapUpEvent;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** What agents wrote of calls, a row for each agent and call: the last that they said. */
final class WrapUpTable {

    private static final String DELETE = "delete from call_wrap_up where call_id = ? and agent_id = ?";
    private static final String INSERT = """
            insert into call_wrap_up (codes, note, saved_at, tenant_id, call_id, agent_id) values (?, ?, ?, ?, ?, ?)""";

    private final String tenant;

    WrapUpTable(String tenant) {
        this.tenant = tenant;
    }

    /** The events in order; the last of each agent and call is written. */
    void add(Batch batch, Collection<WrapUpEvent> events) throws SQLException {
        Map<String, WrapUpEvent> last = new LinkedHashMap<>();
        events.forEach(event -> last.put(event.call() + " " + event.agent(), event));
        for (WrapUpEvent event : last.values()) {
            batch.row(DELETE).text(event.call(), 64).text(event.agent(), 64).add();
            batch.row(INSERT)
                    .text(String.join(",", event.codes()), 2_000)
                    .text(event.note(), 4_000)
                    .time(event.at())
                    .text(tenant, 64)
                    .text(event.call(), 64)
                    .text(event.agent(), 64)
                    .add();
        }
    }
}
