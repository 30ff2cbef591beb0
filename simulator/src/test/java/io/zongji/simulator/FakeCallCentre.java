package io.zongji.simulator;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Answers every caller at once and rings an agent for each, under the caller's number. It bridges no audio but says to each
 * what the other would have said.
 */
final class FakeCallCentre implements AutoCloseable {

    private final PhoneStack stack;
    private final List<String> agents;
    private final Function<PhoneCall, Sound> agentsSound;
    private final Function<String, Sound> callersSound;
    private final Queue<OutgoingCall> offers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();

    FakeCallCentre(
            String number,
            List<String> agents,
            Function<PhoneCall, Sound> agentsSound,
            Function<String, Sound> callersSound)
            throws IOException {
        this.stack = PhoneStack.open("127.0.0.4", 0);
        this.agents = agents;
        this.agentsSound = agentsSound;
        this.callersSound = callersSound;
        stack.phone(number).lines(1000).onCall(AnswerPlan.after(Duration.ZERO)).listener(new PhoneListener() {
            @Override
            public void talking(PhoneCall caller) {
                ringAgent(caller);
            }
        });
    }

    InetSocketAddress address() {
        return stack.address();
    }

    /** The calls to agents so far. */
    List<OutgoingCall> offers() {
        return List.copyOf(offers);
    }

    private void ringAgent(PhoneCall caller) {
        if (caller.state() == CallState.ENDED) {
            return;
        }
        SimulatedPhone asCaller = stack.phone(caller.peer()).saying(callersSound.apply(caller.peer()));
        OutgoingCall offer = asCaller.call(agents.get(next.getAndIncrement() % agents.size()));
        offers.add(offer);
        asCaller.listener(new PhoneListener() {
            @Override
            public void talking(PhoneCall agent) {
                caller.audio().say(agentsSound.apply(agent));
            }

            @Override
            public void ended(PhoneCall agent) {
                stack.remove(asCaller);
                if (agent.end().status() == 486) {
                    stack.later(Duration.ofMillis(100), () -> ringAgent(caller));
                } else {
                    caller.hangUp();
                }
            }
        });
        hangUpWith(caller, offer);
    }

    private void hangUpWith(PhoneCall caller, PhoneCall offer) {
        if (caller.state() == CallState.ENDED) {
            offer.hangUp();
        } else {
            stack.later(Duration.ofMillis(20), () -> {
                if (offer.state() != CallState.ENDED) {
                    hangUpWith(caller, offer);
                }
            });
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
