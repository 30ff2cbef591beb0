package io.zongji.server.watchdog;

import io.zongji.domain.AgentId;
import io.zongji.domain.CallId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.call.ConnectionState;
import io.zongji.domain.call.LegRecord;
import io.zongji.domain.live.LiveAgent;
import io.zongji.domain.live.LiveCall;
import io.zongji.domain.live.LiveSnapshot;
import io.zongji.slee.container.inspection.ActivitySummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the parts of the call centre say at about the same moment. Decides by itself, without looking anywhere.
 *
 * @param board the journal's view
 * @param calls the calls that are served, and the entity trees that do
 * @param trees all entity trees of call control
 * @param media what is there of the media server without anybody who uses it
 * @param sip   what is there of SIP without anybody who uses it
 */
record Comparison(
        LiveSnapshot board,
        Map<CallId, Set<Integer>> calls,
        Set<Integer> trees,
        List<ActivitySummary> media,
        List<ActivitySummary> sip) {

    /**
     * One difference of this moment.
     *
     * @param repair null when there is none
     */
    record Finding(DifferenceKind kind, String subject, String text, Runnable repair) {}

    List<Finding> findings(Repairs repairs) {
        List<Finding> findings = new ArrayList<>();
        agents(findings, repairs);
        calls(findings, repairs);
        media.forEach(activity ->
                findings.add(unused(DifferenceKind.MEDIA_WITHOUT_LEG, activity, () -> repairs.endActivity(activity))));
        sip.forEach(activity ->
                findings.add(unused(DifferenceKind.SIP_WITHOUT_LEG, activity, () -> repairs.endActivity(activity))));
        return findings;
    }

    private void agents(List<Finding> findings, Repairs repairs) {
        Map<AgentId, CallId> connected = connectedAgents();
        for (LiveAgent agent : board.agents()) {
            CallId call = agent.call();
            if (agent.state() == AgentState.TALKING && call != null && !calls.containsKey(call)) {
                findings.add(new Finding(
                        DifferenceKind.AGENT_WITHOUT_CALL,
                        agent.agent().value(),
                        "talks in call " + call + ", which is gone",
                        () -> repairs.release(agent.agent(), call)));
            } else if (agent.state() == AgentState.IDLE && connected.containsKey(agent.agent())) {
                findings.add(new Finding(
                        DifferenceKind.CALL_WITHOUT_AGENT,
                        agent.agent().value(),
                        "is idle, and connected in call " + connected.get(agent.agent()),
                        null));
            }
        }
    }

    private Map<AgentId, CallId> connectedAgents() {
        Map<AgentId, CallId> connected = new HashMap<>();
        for (LiveCall call : board.calls()) {
            for (LegRecord leg : call.legs()) {
                boolean there = leg.state() == ConnectionState.CONNECTED || leg.state() == ConnectionState.HOLD;
                if (leg.agent() != null && there) {
                    connected.put(leg.agent(), call.call());
                }
            }
        }
        return connected;
    }

    private void calls(List<Finding> findings, Repairs repairs) {
        for (LiveCall call : board.calls()) {
            if (!calls.containsKey(call.call())) {
                findings.add(new Finding(
                        DifferenceKind.CALL_WITHOUT_ENTITY,
                        call.call().value(),
                        "is " + call.stage() + " in the live view, and nothing serves it",
                        () -> repairs.close(call.call())));
            }
        }
        Set<Integer> left = new HashSet<>(trees);
        calls.values().forEach(left::removeAll);
        for (int tree : left) {
            findings.add(new Finding(
                    DifferenceKind.ENTITY_WITHOUT_CALL,
                    Integer.toString(tree),
                    "serves a call that is over",
                    () -> repairs.endTree(tree)));
        }
    }

    private static Finding unused(DifferenceKind kind, ActivitySummary activity, Runnable repair) {
        return new Finding(kind, Integer.toString(activity.id()), activity.handle() + " is used by nobody", repair);
    }
}
