package io.zongji.server;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentTransition;
import io.zongji.domain.agent.AgentTransitions;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.live.LiveBoard;
import io.zongji.domain.phone.AgentCode;
import io.zongji.domain.phone.GuestSignIn;
import io.zongji.ra.store.AgentCodes;
import io.zongji.sbb.events.AgentRequest.Action;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the desk for what agents dial at their phones. Thread-safe. */
final class DialledCodes implements AgentCodes {

    private static final Logger log = LoggerFactory.getLogger(DialledCodes.class);

    private final Supplier<Configuration> configuration;
    private final LiveBoard board;
    private volatile AgentDesk desk;
    private volatile GuestSignIns guests;

    DialledCodes(Supplier<Configuration> configuration, LiveBoard board) {
        this.configuration = configuration;
        this.board = board;
    }

    /** From now on they are heeded. */
    void carriedOutBy(AgentDesk asked, GuestSignIns asking) {
        desk = asked;
        guests = asking;
    }

    @Override
    public boolean permits(AgentId agent, AgentCode code) {
        boolean online = configuration
                .get()
                .agent(agent)
                .filter(one -> one.rights().online())
                .isPresent();
        boolean refused = AgentTransitions.of(board.state(agent), code.action()) instanceof AgentTransition.Refuse;
        return desk != null && !refused && (online || code != AgentCode.SIGN_IN);
    }

    @Override
    public void carryOut(AgentId agent, AgentCode code) {
        Action action =
                switch (code) {
                    case SIGN_IN -> Action.SIGN_IN;
                    case SIGN_OUT -> Action.SIGN_OUT;
                    case READY -> Action.READY;
                    case BUSY -> Action.BUSY;
                };
        ask(agent, action, () -> desk.ask(agent, action, null));
    }

    @Override
    public GuestSignIn check(String number, String pin, String phone) {
        return guests == null ? GuestSignIn.not(GuestSignIn.Outcome.REFUSED) : guests.check(number, pin, phone);
    }

    @Override
    public void signInAt(AgentId agent, String phone) {
        Action action = board.state(agent).signedIn() ? Action.CHOOSE_DEVICE : Action.SIGN_IN;
        ask(agent, action, () -> desk.ask(agent, action, null, null, phone, false));
    }

    /** Not on the thread of the SLEE, in whose transaction the phone hangs up. */
    private static void ask(AgentId agent, Action action, Supplier<CompletableFuture<String>> asked) {
        CompletableFuture.runAsync(() -> asked.get().thenAccept(refusal -> {
            if (refusal != null) {
                log.info("Agent {} dialled the code for {}, which was refused: {}", agent, action, refusal);
            }
        }));
    }
}
