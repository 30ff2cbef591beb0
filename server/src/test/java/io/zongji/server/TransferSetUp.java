package io.zongji.server;

import io.zongji.domain.FlowId;
import io.zongji.domain.QueueId;
import io.zongji.domain.config.Settings;
import io.zongji.domain.flow.Flow;
import io.zongji.domain.flow.FlowJson;
import io.zongji.domain.flow.FlowNode;
import io.zongji.store.config.DigestSecret;
import java.util.List;

/** Queues, numbers and phones for transfers that are tried side by side. */
final class TransferSetUp {

    private static final String INSERT_QUEUE =
            "insert into queue (id, tenant_id, name, strategy, music, offer_timeout_ms, wrap_up_ms, language,"
                    + " refuse_without_agents) values ('%s', 'default', '%s', 'LONGEST_IDLE', 'music/default', 2500, 0,"
                    + " 'en', %s)";

    private TransferSetUp() {}

    /**
     * The numbers of one lane.
     *
     * @param lane      counted from 0
     * @param transport of its phones inside
     */
    record Numbers(int lane, String transport) {
        int first() {
            return 1001 + 3 * lane;
        }

        int second() {
            return first() + 1;
        }

        int target() {
            return first() + 2;
        }

        String extensionOf(int agent) {
            return Integer.toString(agent + 7000);
        }

        /** A phone that is nobody's. */
        String extension() {
            return "810" + lane;
        }

        String mobile() {
            return "1391111000" + lane;
        }

        /** One of many outside, who are called. */
        String customer(int n) {
            return String.format("139222%d%04d", lane, n);
        }

        /** The number that customers dial to reach the first agent. */
        String line() {
            return "lane" + lane;
        }

        /** The number that customers dial to reach the target. */
        String targetsLine() {
            return line() + "t";
        }

        String of(TransferCell.Target target) {
            return switch (target) {
                case IDLE_AGENT, BUSY_AGENT, SIGNED_OUT_AGENT -> extensionOf(target());
                case EXTENSION -> extension();
                case UNREGISTERED -> "820" + lane;
                case QUEUE -> "queue:" + targetsLine();
                case QUEUE_WITHOUT_AGENTS -> "queue:nobody";
                case FLOW -> "flow:hotline";
                case OUTSIDE -> mobile();
                case UNKNOWN -> "15000000000";
            };
        }
    }

    /** Makes what the lanes need; mobiles are reached by a trunk to this gateway. */
    static void make(TestCentre centre, List<Numbers> lanes, String gateway) {
        centre.setUp(
                "delete from agent_queue",
                "update agent set wrap_up_ms = 0",
                INSERT_QUEUE.formatted("nobody", "nobody", true),
                "insert into trunk (name, tenant_id, networks, outbound_gateway, outbound_prefixes)"
                        + " values ('carrier', 'default', '127.0.0.4', '" + gateway + "', '139')");
        lanes.forEach(lane -> {
            queue(centre, lane.line(), lane.first());
            queue(centre, lane.targetsLine(), lane.target());
            extension(centre, lane.extension());
            extension(centre, lane.of(TransferCell.Target.UNREGISTERED));
        });
    }

    private static void queue(TestCentre centre, String name, int agent) {
        Flow flow = Flow.of(
                new FlowId(name),
                name,
                1,
                List.of(
                        new FlowNode.Start("start", "start", "agent"),
                        new FlowNode.ToAgent("agent", "agent", new QueueId(name), 0, "end"),
                        new FlowNode.End("end", "end")));
        centre.setUp(
                INSERT_QUEUE.formatted(name, name, false),
                "insert into agent_queue (agent_id, queue_id) values ('" + agent + "', '" + name + "')",
                "insert into flow (id, tenant_id, name, published_version) values ('" + name + "', 'default', '" + name
                        + "', 1)",
                "insert into flow_version (flow_id, number, tenant_id, definition, created_at) values ('" + name
                        + "', 1, 'default', '" + FlowJson.write(flow) + "', current_timestamp)",
                "insert into dialled_number (number, tenant_id, flow_id) values ('" + name + "', 'default', '" + name
                        + "')");
    }

    private static void extension(TestCentre centre, String number) {
        String realm = Settings.DEFAULT.realm();
        centre.setUp("insert into extension (number, tenant_id, ha1_md5, ha1_sha256) values ('" + number
                + "', 'default', '" + DigestSecret.md5(number, realm, TestCentre.PASSWORD) + "', '"
                + DigestSecret.sha256(number, realm, TestCentre.PASSWORD) + "')");
    }
}
