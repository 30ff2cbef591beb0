package io.zongji.domain.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.FlowId;
import io.zongji.domain.QueueId;
import io.zongji.domain.calendar.ServiceTime;
import io.zongji.domain.call.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowInterpreterTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    /** 10:00 in Shanghai. */
    private static final Instant OPEN = Instant.parse("2026-01-05T02:00:00Z");

    private static final Instant CLOSED = Instant.parse("2026-01-05T12:00:00Z");

    private final Flow flow = Flow.of(
            new FlowId("main"),
            "Main",
            1,
            List.of(
                    new FlowNode.Start("start", "", "hours"),
                    new FlowNode.ServiceHours("hours", "Hours", ServiceTime.standard(null), "greet", "message"),
                    new FlowNode.Play("greet", "Greeting", List.of("welcome"), true, "menu"),
                    new FlowNode.Menu(
                            "menu",
                            "Main menu",
                            List.of("choose"),
                            List.of("too-late"),
                            List.of("wrong-key"),
                            3,
                            Duration.ofSeconds(5),
                            Map.of("1", "agent", "2", "info", "9", "menu")),
                    new FlowNode.Play("info", "", List.of("info-text"), true, "submenu"),
                    new FlowNode.Menu(
                            "submenu",
                            "",
                            List.of("sub-choose"),
                            List.of(),
                            List.of(),
                            0,
                            Duration.ofSeconds(3),
                            Map.of("0", "menu", "#", "end")),
                    new FlowNode.ToAgent("agent", "Sales", new QueueId("sales"), 2, "full"),
                    new FlowNode.Play("full", "", List.of("sorry"), false, "end"),
                    new FlowNode.Voicemail(
                            "message",
                            "Message",
                            List.of("closed", "beep"),
                            Duration.ofMinutes(1),
                            Duration.ofSeconds(5),
                            "end"),
                    new FlowNode.End("end", "")));

    private FlowState state = FlowState.initial(flow);
    private Instant now = OPEN;

    @Test
    void callerIsGreetedThenAskedThenSentToTheQueue() {
        assertThat(started())
                .containsExactly(
                        new FlowAction.NodeEntered("start", "start", ""),
                        new FlowAction.NodeEntered("hours", "serviceTime", "Hours"),
                        new FlowAction.NodeEntered("greet", "play", "Greeting"),
                        new FlowAction.Play(1, List.of("welcome"), true));
        assertThat(playEnded())
                .containsExactly(
                        new FlowAction.NodeEntered("menu", "menu", "Main menu"),
                        new FlowAction.Play(2, List.of("choose"), true),
                        new FlowAction.Collect(2, 1, Duration.ofSeconds(5), Duration.ofSeconds(3)));
        assertThat(press("1"))
                .containsExactly(
                        new FlowAction.DigitsTaken("menu", "1", true),
                        new FlowAction.NodeEntered("agent", "toAgent", "Sales"),
                        new FlowAction.RouteToQueue(3, new QueueId("sales"), 2));
        assertThat(state.phase()).isEqualTo(FlowState.Phase.ROUTING);
    }

    @Test
    void outOfHoursTheCallerLeavesAMessage() {
        now = CLOSED;
        assertThat(started()).contains(new FlowAction.Play(1, List.of("closed", "beep"), false));
        assertThat(playEnded())
                .containsExactly(new FlowAction.RecordMessage(2, Duration.ofMinutes(1), Duration.ofSeconds(5)));
        assertThat(take(new FlowInput.MessageRecorded(2, "vm.wav", Duration.ofSeconds(9))))
                .containsExactly(
                        new FlowAction.NodeEntered("end", "end", ""),
                        new FlowAction.HangUp(Cause.NORMAL),
                        new FlowAction.Finished("end of the flow"));
        assertThat(state.finished()).isTrue();
    }

    @Test
    void wrongKeyPlaysTheErrorPromptAndAsksAgain() {
        toMenu();

        assertThat(press("7"))
                .containsExactly(
                        new FlowAction.DigitsTaken("menu", "7", false),
                        new FlowAction.Play(3, List.of("wrong-key", "choose"), true),
                        new FlowAction.Collect(3, 1, Duration.ofSeconds(5), Duration.ofSeconds(3)));
    }

    @Test
    void oneErrorMoreThanAllowedEndsTheCall() {
        toMenu();
        for (int i = 0; i < 3; i++) {
            press("7");
            assertThat(state.finished()).isFalse();
        }

        assertThat(press("7")).contains(new FlowAction.HangUp(Cause.MENU_ERROR_LIMIT));
        assertThat(state.finished()).isTrue();
    }

    @Test
    void rightKeyForgivesTheErrorsBeforeIt() {
        toMenu();
        press("7");
        press("7");
        press("7");
        press("9");

        assertThat(state.errors()).isEmpty();
        assertThat(press("7")).noneMatch(FlowAction.HangUp.class::isInstance);
    }

    @Test
    void timeoutPlaysItsPromptAndThenThePreviousNodeAgain() {
        toMenu();

        assertThat(timeout()).containsExactly(new FlowAction.Play(3, List.of("too-late"), false));
        assertThat(playEnded())
                .containsExactly(
                        new FlowAction.NodeEntered("greet", "play", "Greeting"),
                        new FlowAction.Play(4, List.of("welcome"), true));
        assertThat(playEnded()).contains(new FlowAction.Play(5, List.of("choose"), true));
    }

    @Test
    void timeoutsLeadBackNodeByNodeAndNotToAndFro() {
        toMenu();
        press("2");
        playEnded();
        assertThat(state.node()).isEqualTo("submenu");

        timeout();
        assertThat(state.node())
                .as("no timeout prompt: the previous node at once")
                .isEqualTo("info");
        assertThat(state.cameFrom()).containsEntry("info", "menu");

        playEnded();
        press("0");
        timeout();
        playEnded();
        assertThat(state.node()).as("the menu was reached from the submenu now").isEqualTo("submenu");
        timeout();
        assertThat(state.node()).isEqualTo("info");
    }

    @Test
    void silentCallerDoesNotGoInCirclesForEver() {
        started();
        int inputs = 0;
        while (!state.finished() && inputs++ < 1_000) {
            if (state.phase() == FlowState.Phase.COLLECTING) {
                timeout();
            } else {
                playEnded();
            }
        }

        assertThat(state.finished()).isTrue();
        assertThat(state.entered()).isEqualTo(Flow.USUAL_MAX_STEPS);
    }

    @Test
    void circleWithoutAnythingToWaitForEndsToo() {
        ServiceTime always = ServiceTime.off();
        Flow circle = Flow.of(
                new FlowId("circle"),
                "",
                1,
                List.of(
                        new FlowNode.Start("s", "", "a"),
                        new FlowNode.ServiceHours("a", "", always, "b", "b"),
                        new FlowNode.ServiceHours("b", "", always, "a", "a")));

        FlowStep step = FlowInterpreter.step(circle, FlowState.initial(circle), new FlowInput.Started(), now, SHANGHAI);

        assertThat(step.actions()).contains(new FlowAction.HangUp(Cause.FLOW_LIMIT));
    }

    @Test
    void fullQueueLeadsToTheOverflow() {
        toMenu();
        press("1");

        assertThat(take(new FlowInput.RouteRefused(3, Cause.QUEUE_FULL)))
                .contains(new FlowAction.Play(4, List.of("sorry"), false));
    }

    @Test
    void fullQueueWithoutOverflowEndsTheCallWithTheCause() {
        Flow plain = Flow.of(
                new FlowId("plain"),
                "",
                1,
                List.of(
                        new FlowNode.Start("s", "", "q"),
                        new FlowNode.ToAgent("q", "", new QueueId("sales"), 0, null)));
        FlowState there = FlowInterpreter.step(plain, FlowState.initial(plain), new FlowInput.Started(), now, SHANGHAI)
                .state();

        assertThat(FlowInterpreter.step(plain, there, new FlowInput.RouteRefused(1, Cause.NO_AGENTS), now, SHANGHAI)
                        .actions())
                .contains(new FlowAction.HangUp(Cause.NO_AGENTS));
    }

    @Test
    void callerWhoHangsUpEndsTheFlowWithoutFurtherActions() {
        toMenu();

        assertThat(take(new FlowInput.Disconnected())).containsExactly(new FlowAction.Finished("caller disconnected"));
        assertThat(press("1")).isEmpty();
    }

    @Test
    void lateAndDoubledNewsChangeNothing() {
        toMenu();
        FlowState before = state;

        assertThat(take(new FlowInput.Started())).isEmpty();
        assertThat(take(new FlowInput.PlayEnded(1))).isEmpty();
        assertThat(take(new FlowInput.PlayEnded(2)))
                .as("prompts end while keys are awaited")
                .isEmpty();
        assertThat(take(new FlowInput.Digits(1, "1"))).isEmpty();
        assertThat(take(new FlowInput.Timeout(1))).isEmpty();
        assertThat(take(new FlowInput.MessageRecorded(2, "x", Duration.ZERO))).isEmpty();
        assertThat(take(new FlowInput.RouteRefused(2, Cause.QUEUE_FULL))).isEmpty();
        assertThat(state).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"nowhere", "''"})
    void linkToNothingEndsTheCallInsteadOfBreaking(String target) {
        Flow broken = Flow.of(
                new FlowId("broken"), "", 1, List.of(new FlowNode.Start("s", "", target.isEmpty() ? null : target)));

        assertThat(FlowInterpreter.step(broken, FlowState.initial(broken), new FlowInput.Started(), now, SHANGHAI)
                        .actions())
                .contains(new FlowAction.HangUp(Cause.FLOW_ERROR));
    }

    @Test
    void whatIsNotedOnTheCallHoldsNobodyUp() {
        Flow noting = Flow.of(
                new FlowId("noting"),
                "Noting",
                1,
                List.of(
                        new FlowNode.Start("start", "", "about"),
                        new FlowNode.Attach("about", "About", Map.of("product", "phone"), "agent"),
                        new FlowNode.ToAgent("agent", "", new QueueId("sales"), 0, null)));

        FlowStep step =
                FlowInterpreter.step(noting, FlowState.initial(noting), new FlowInput.Started(), OPEN, SHANGHAI);

        assertThat(step.actions())
                .containsSubsequence(
                        new FlowAction.Attach(Map.of("product", "phone")),
                        new FlowAction.RouteToQueue(1, new QueueId("sales"), 0));
    }

    @Test
    void flowWithoutStartEndsTheCall() {
        Flow empty = Flow.of(new FlowId("empty"), "", 1, List.of());

        assertThat(FlowInterpreter.step(empty, FlowState.initial(empty), new FlowInput.Started(), now, SHANGHAI)
                        .actions())
                .contains(new FlowAction.HangUp(Cause.FLOW_ERROR));
    }

    @Test
    void anyInputsInAnyOrderEndInAFinishedFlowAndOneFinish() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            state = FlowState.initial(flow);
            int finishes = 0;
            for (int i = 0; i < 400 && !state.finished(); i++) {
                finishes += (int) take(anyInput(random)).stream()
                        .filter(FlowAction.Finished.class::isInstance)
                        .count();
            }
            if (!state.finished()) {
                finishes += take(new FlowInput.Disconnected()).size();
            }
            assertThat(state.finished()).as("seed %d", seed).isTrue();
            assertThat(finishes).as("seed %d", seed).isEqualTo(1);
        }
    }

    private FlowInput anyInput(Random random) {
        int step = Math.max(0, state.step() - random.nextInt(2) * random.nextInt(2));
        return switch (random.nextInt(7)) {
            case 0 -> new FlowInput.Started();
            case 1 -> new FlowInput.PlayEnded(step);
            case 2 -> new FlowInput.Digits(step, String.valueOf("0123456789*#".charAt(random.nextInt(12))));
            case 3 -> new FlowInput.Timeout(step);
            case 4 -> new FlowInput.MessageRecorded(step, "x", Duration.ZERO);
            case 5 -> new FlowInput.RouteRefused(step, Cause.QUEUE_FULL);
            default -> new FlowInput.Digits(step, "");
        };
    }

    private void toMenu() {
        started();
        playEnded();
        assertThat(state.node()).isEqualTo("menu");
    }

    private List<FlowAction> started() {
        return take(new FlowInput.Started());
    }

    private List<FlowAction> playEnded() {
        return take(new FlowInput.PlayEnded(state.step()));
    }

    private List<FlowAction> press(String key) {
        return take(new FlowInput.Digits(state.step(), key));
    }

    private List<FlowAction> timeout() {
        return take(new FlowInput.Timeout(state.step()));
    }

    private List<FlowAction> take(FlowInput input) {
        FlowStep step = FlowInterpreter.step(flow, state, input, now, SHANGHAI);
        state = step.state();
        return step.actions();
    }
}
