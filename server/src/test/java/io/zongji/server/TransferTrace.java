package io.zongji.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.zongji.server.TransferCell.Kind;
import io.zongji.server.TransferCell.Outcome;
import io.zongji.server.TransferCell.Target;
import io.zongji.server.TransferCell.Who;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.PhoneCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a transfer left behind: its record, its events, its seconds, its books, and what the phones saw of it. */
record TransferTrace(
        TransferCell cell,
        TransferSetUp.Numbers numbers,
        String customersNumber,
        IncomingCall transferrer,
        IncomingCall targetCall) {

    private static final long SECOND = 1000;
    /** The number that is shown outside of calls that we make. */
    private static final String COMPANY = "95000";

    /** Checks all of it; returns the cause that is in the record. */
    String check(TestCentre centre) {
        Map<String, Object> record = recordOf(centre);
        Object call = record.get("id");
        assertThat(record.get("outcome")).isEqualTo("ANSWERED");
        assertThat(record.get("cause")).isEqualTo(expectedCause());
        assertThat(record.get("agent_id")).isEqualTo(Integer.toString(expectedAgent()));
        List<Map<String, Object>> legs =
                centre.rows("select * from call_leg where call_id = '" + call + "' order by ordinal");
        assertThat(legs.stream().map(leg -> leg.get("role"))).containsExactlyElementsOf(expectedRoles());
        assertThat(legs).allSatisfy(leg -> assertThat(leg.get("ended_at")).isNotNull());
        seconds(legs);
        events(centre.rows("select sequence, event_type from call_event where call_id = '" + call
                + "' order by journal_position"));
        books(centre, call);
        numberShown();
        return (String) record.get("cause");
    }

    private Map<String, Object> recordOf(TestCentre centre) {
        String query = "select * from call_record where outcome is not null and '" + customersNumber
                + "' in (caller, dialled)";
        await("the record").atMost(TransferLane.PATIENCE).until(() -> {
            centre.centre().awaitRecords(TransferLane.PATIENCE);
            return centre.rows(query).size() == 1;
        });
        return centre.rows(query).get(0);
    }

    private String expectedCause() {
        if (cell.target() == Target.QUEUE) {
            return "normal";
        } else if (cell.who() == Who.CALLING_AGENT && cell.target() == Target.QUEUE_WITHOUT_AGENTS) {
            return "noAgents"; // there is no flow to go back to, which would end the call as usual
        } else if (cell.outcome() == Outcome.REFUSED && cell.kind() == Kind.BLIND_CODE) {
            return TransferLane.causeOfRefused(cell.target()).code();
        } else if (!cell.kind().blind()) {
            return "normal";
        }
        return switch (cell.outcome()) {
            case BUSY -> "busy";
            case NO_ANSWER -> "noAnswer";
            case DECLINED -> "declined";
            default -> "normal";
        };
    }

    /** Who talked last; a blind transfer makes the call another agent's at once. */
    private int expectedAgent() {
        boolean theirs = cell.target() == Target.QUEUE
                ? cell.outcome() == Outcome.ANSWERED
                : cell.target().agent() && (cell.handsOver() || cell.kind().blind());
        return theirs ? numbers.target() : cell.who().first() ? numbers.first() : numbers.second();
    }

    private List<Object> expectedRoles() {
        // Of a call that we make, the agent is the first party.
        List<Object> roles = new ArrayList<>(
                cell.who() == Who.CALLING_AGENT ? List.of("agent", "caller") : List.of("caller", "agent"));
        if (cell.who() == Who.SECOND_AGENT) {
            roles.add("agent");
        }
        if (targetCall != null) {
            boolean agents = cell.kind().blind() || cell.handsOver();
            roles.add(agents ? "agent" : "colleague");
        }
        return roles;
    }

    /** The record's seconds are those of which the phones heard the other's voice in packets. */
    private void seconds(List<Map<String, Object>> legs) {
        int mine =
                switch (cell.who()) {
                    case FIRST_AGENT -> 1;
                    case SECOND_AGENT -> 2;
                    case CALLING_AGENT -> 0;
                };
        same("talk of who transfers", legs.get(mine), "talk_ms", transferrer, TransferLane.CUSTOMER);
        if (targetCall != null) {
            Map<String, Object> theirs = legs.get(Math.max(mine, 1) + 1);
            int tone = cell.who().first() ? TransferLane.FIRST : TransferLane.SECOND;
            same("talk of the target", theirs, "talk_ms", targetCall, TransferLane.CUSTOMER);
            same("consultation of the target", theirs, "consult_ms", targetCall, tone);
            same("consultation of who transfers", legs.get(mine), "consult_ms", targetCall, tone);
        }
    }

    private static void same(String what, Map<String, Object> leg, String column, PhoneCall phone, int tone) {
        assertThat((Long) leg.get(column))
                .as("%s, milliseconds", what)
                .isCloseTo(phone.audio().keptTone(tone).toMillis(), within(SECOND));
    }

    private void events(List<Map<String, Object>> rows) {
        List<Object> types = rows.stream().map(row -> row.get("event_type")).toList();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).get("sequence")).as("%s", types).isEqualTo(i + 1);
        }
        assertThat(types).filteredOn("CALL_CLEARED"::equals).hasSize(1);
        if (cell.target().place()) {
            assertThat(types).containsSubsequence("ESTABLISHED", "TRANSFERRED", "CONNECTION_CLEARED", "CALL_CLEARED");
        } else if (cell.kind().blind() && cell.handsOver()) {
            assertThat(types).containsSubsequence("HELD", "TRANSFERRED", "ESTABLISHED", "RETRIEVED", "CALL_CLEARED");
        } else if (cell.handsOver()) {
            assertThat(types).containsSubsequence("HELD", "ESTABLISHED", "RETRIEVED", "TRANSFERRED", "CALL_CLEARED");
        }
    }

    private static void books(TestCentre centre, Object call) {
        String query = "select talk_ms, recorded_ms, missing_ms from recording_ledger where call_id = '" + call + "'";
        await("the ledger is closed")
                .atMost(TransferLane.PATIENCE)
                .until(() -> centre.rows(query).size() == 1);
        Map<String, Object> books = centre.rows(query).get(0);
        assertThat(books.get("missing_ms")).isEqualTo(0L);
        assertThat((Long) books.get("talk_ms")).isPositive().isEqualTo(books.get("recorded_ms"));
        assertThat(centre.rows("select * from recording_problem where call_id = '" + call + "'"))
                .isEmpty();
    }

    /** Inside, the customer's number is shown; outside, the company's, and nothing tells the customer's. */
    private void numberShown() {
        if (targetCall == null) {
            return;
        } else if (cell.target() == Target.OUTSIDE) {
            String companys = cell.who() == Who.CALLING_AGENT ? COMPANY : numbers.line();
            assertThat(targetCall.peer()).isEqualTo(companys);
            assertThat(targetCall.inviteText()).doesNotContain(customersNumber);
        } else {
            assertThat(targetCall.peer()).isEqualTo(customersNumber);
        }
    }
}
