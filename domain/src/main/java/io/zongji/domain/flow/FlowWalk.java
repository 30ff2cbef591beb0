package io.zongji.domain.flow;

import io.zongji.domain.call.Cause;
import io.zongji.domain.flow.FlowState.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** One step of the interpreter while it is being worked out: the state's fields, changeable, and the actions so far. */
final class FlowWalk {
    /** Between keys. Menus take one key, so it never runs out; the media server wants a value. */
    private static final Duration INTER_DIGIT = Duration.ofSeconds(3);

    private final Flow flow;
    private final FlowState before;
    private final Instant now;
    private final ZoneId zone;
    private final List<FlowAction> actions = new ArrayList<>();
    private final Map<String, Integer> errors;
    private final Map<String, String> cameFrom;
    private String node;
    private Phase phase;
    private int step;
    private int entered;

    FlowWalk(Flow flow, FlowState state, Instant now, ZoneId zone) {
        this.flow = flow;
        this.before = state;
        this.now = now;
        this.zone = zone;
        this.errors = new HashMap<>(state.errors());
        this.cameFrom = new HashMap<>(state.cameFrom());
        this.node = state.node();
        this.phase = state.phase();
        this.step = state.step();
        this.entered = state.entered();
    }

    FlowStep take(FlowInput input) {
        if (phase == Phase.FINISHED) {
            return new FlowStep(before, List.of());
        }
        if (input instanceof FlowInput.Started) {
            started();
        } else if (input instanceof FlowInput.Disconnected) {
            finish("caller disconnected");
        } else if (input instanceof FlowInput.PlayEnded ended && ended.step() == step) {
            playEnded();
        } else if (input instanceof FlowInput.Digits digits && awaited(digits.step(), Phase.COLLECTING)) {
            digits(digits.digits());
        } else if (input instanceof FlowInput.Timeout timeout && awaited(timeout.step(), Phase.COLLECTING)) {
            timedOut();
        } else if (input instanceof FlowInput.MessageRecorded message && awaited(message.step(), Phase.RECORDING)) {
            messageRecorded();
        } else if (input instanceof FlowInput.RouteRefused refused && awaited(refused.step(), Phase.ROUTING)) {
            routeRefused(refused.cause());
        }
        return new FlowStep(
                new FlowState(before.flow(), before.version(), node, cameFrom, phase, step, entered, errors), actions);
    }

    private boolean awaited(int answered, Phase expected) {
        return answered == step && phase == expected;
    }

    private void started() {
        if (phase != Phase.NOT_STARTED) {
            return;
        }
        FlowNode.Start start = flow.start().orElse(null);
        if (start == null) {
            hangUp(Cause.FLOW_ERROR, "the flow has no start");
        } else {
            enter(start.id());
        }
    }

    private void playEnded() {
        switch (phase) {
            case PLAYING -> followLink(current(FlowNode.Play.class), FlowNode.Play::next);
            case TIMED_OUT -> runPrevious();
            case ASKING_FOR_MESSAGE -> record(current(FlowNode.Voicemail.class));
            default -> {
                // While keys are collected the end of the prompts means nothing: the collection's own time runs.
            }
        }
    }

    private void digits(String digits) {
        FlowNode.Menu menu = current(FlowNode.Menu.class);
        if (menu == null) {
            hangUp(Cause.FLOW_ERROR, "node " + node + " is no menu any more");
            return;
        }
        if (digits.isEmpty()) {
            timedOut();
            return;
        }
        String target = menu.keys().get(digits);
        actions.add(new FlowAction.DigitsTaken(node, digits, target != null));
        if (target != null) {
            errors.remove(node);
            enter(target);
            return;
        }
        int wrong = errors.merge(node, 1, Integer::sum);
        if (wrong > menu.maxErrors()) {
            hangUp(Cause.MENU_ERROR_LIMIT, wrong + " wrong keys at node " + node);
        } else {
            List<String> prompts = new ArrayList<>(menu.errorPrompts());
            prompts.addAll(menu.prompts());
            ask(menu, prompts);
        }
    }

    private void timedOut() {
        FlowNode.Menu menu = current(FlowNode.Menu.class);
        if (menu == null || menu.timeoutPrompts().isEmpty()) {
            runPrevious();
        } else {
            phase = Phase.TIMED_OUT;
            actions.add(new FlowAction.Play(++step, menu.timeoutPrompts(), false));
        }
    }

    /** Goes back without forgetting how the node gone back to was reached, so that timeouts lead back further and further. */
    private void runPrevious() {
        String previous = cameFrom.getOrDefault(node, node);
        String beforePrevious = cameFrom.get(previous);
        enter(previous);
        if (beforePrevious == null) {
            cameFrom.remove(previous);
        } else {
            cameFrom.put(previous, beforePrevious);
        }
    }

    private void messageRecorded() {
        followLink(current(FlowNode.Voicemail.class), FlowNode.Voicemail::next);
    }

    private void routeRefused(Cause cause) {
        FlowNode.ToAgent toAgent = current(FlowNode.ToAgent.class);
        if (toAgent == null || toAgent.overflow() == null) {
            hangUp(cause, "the queue turned the caller away");
        } else {
            enter(toAgent.overflow());
        }
    }

    /** Goes to a node and through all that need nothing from outside. */
    private void enter(String target) {
        String next = target;
        while (next != null) {
            FlowNode there = flow.nodes().get(next);
            if (there == null) {
                hangUp(Cause.FLOW_ERROR, "node " + next + " is missing");
                return;
            }
            if (entered >= flow.maxSteps()) {
                hangUp(Cause.FLOW_LIMIT, "more than " + flow.maxSteps() + " nodes entered");
                return;
            }
            entered++;
            if (node != null && !next.equals(node)) {
                cameFrom.put(next, node);
            }
            node = next;
            actions.add(new FlowAction.NodeEntered(there.id(), there.type(), there.label()));
            next = run(there);
        }
    }

    /** Does a node's work; gives the next node when nothing is to be waited for, else null. */
    private String run(FlowNode there) {
        if (there instanceof FlowNode.Start start) {
            return linked(start.next(), "next");
        } else if (there instanceof FlowNode.ServiceHours hours) {
            boolean open = hours.hours().openAt(now, zone);
            return linked(open ? hours.open() : hours.closed(), open ? "open" : "closed");
        } else if (there instanceof FlowNode.Attach attach) {
            actions.add(new FlowAction.Attach(attach.data()));
            return linked(attach.next(), "next");
        } else if (there instanceof FlowNode.Play play) {
            return play(play);
        } else if (there instanceof FlowNode.Menu menu) {
            ask(menu, menu.prompts());
        } else if (there instanceof FlowNode.ToAgent toAgent) {
            phase = Phase.ROUTING;
            actions.add(new FlowAction.RouteToQueue(++step, toAgent.queue(), toAgent.priority()));
        } else if (there instanceof FlowNode.Voicemail voicemail) {
            askForMessage(voicemail);
        } else if (there instanceof FlowNode.HangUp hangUp) {
            hangUp(hangUp.cause(), "node " + node);
        } else {
            hangUp(Cause.NORMAL, "end of the flow");
        }
        return null;
    }

    private String play(FlowNode.Play play) {
        if (play.prompts().isEmpty()) {
            return linked(play.next(), "next");
        }
        phase = Phase.PLAYING;
        actions.add(new FlowAction.Play(++step, play.prompts(), play.bargeIn()));
        return null;
    }

    private void ask(FlowNode.Menu menu, List<String> prompts) {
        phase = Phase.COLLECTING;
        step++;
        if (!prompts.isEmpty()) {
            actions.add(new FlowAction.Play(step, prompts, true));
        }
        actions.add(new FlowAction.Collect(step, 1, menu.timeout(), INTER_DIGIT));
    }

    private void askForMessage(FlowNode.Voicemail voicemail) {
        if (voicemail.prompts().isEmpty()) {
            record(voicemail);
        } else {
            phase = Phase.ASKING_FOR_MESSAGE;
            actions.add(new FlowAction.Play(++step, voicemail.prompts(), false));
        }
    }

    private void record(FlowNode.Voicemail voicemail) {
        if (voicemail == null) {
            hangUp(Cause.FLOW_ERROR, "node " + node + " is no voicemail any more");
            return;
        }
        phase = Phase.RECORDING;
        actions.add(new FlowAction.RecordMessage(++step, voicemail.maxDuration(), voicemail.maxSilence()));
    }

    private <N extends FlowNode> void followLink(N there, Function<N, String> link) {
        String target = there == null ? null : linked(link.apply(there), "next");
        if (there == null) {
            hangUp(Cause.FLOW_ERROR, "node " + node + " changed its type");
        } else if (target != null) {
            enter(target);
        }
    }

    /** The link, or the end of the call when it leads nowhere. */
    private String linked(String target, String field) {
        if (target == null) {
            hangUp(Cause.FLOW_ERROR, "node " + node + " field " + field + " leads nowhere");
        }
        return target;
    }

    /** The node the caller is at, if it still is of that type. */
    private <N extends FlowNode> N current(Class<N> type) {
        FlowNode there = flow.nodes().get(node);
        return type.isInstance(there) ? type.cast(there) : null;
    }

    private void hangUp(Cause cause, String reason) {
        actions.add(new FlowAction.HangUp(cause));
        finish(reason);
    }

    private void finish(String reason) {
        phase = Phase.FINISHED;
        actions.add(new FlowAction.Finished(reason));
    }
}
