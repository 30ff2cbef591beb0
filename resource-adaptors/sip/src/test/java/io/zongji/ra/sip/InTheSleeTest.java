package io.zongji.ra.sip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The RA under the container of this project, with an SBB that knows only the published interfaces. */
class InTheSleeTest extends SwitchboardTest {

    private Message connected() throws Exception {
        caller.send(invite("to-" + phone.port(), "a"));
        Message offered = phone.expect("INVITE");
        phone.send(phone.response(180, offered));
        caller.expect(180, "INVITE");
        phone.send(phone.response(200, offered));
        phone.expect("ACK");
        Message ok = caller.expect(200, "INVITE");
        caller.send(caller.request("ACK", ok.contactUri(), ok.header("To"), 1, "ack"));
        return ok;
    }

    @Test
    void aCallIsConnectedAndEndedByTheCaller() throws Exception {
        Message ok = connected();
        caller.send(caller.request("BYE", ok.contactUri(), ok.header("To"), 2, "bye"));
        caller.expect(200, "BYE");
        phone.send(phone.response(200, phone.expect("BYE")));
        expectNothingLeft();
    }

    @Test
    void theCallerCancelsWhileThePhoneRings() throws Exception {
        String invite = invite("to-" + phone.port(), "a");
        caller.send(invite);
        Message offered = phone.expect("INVITE");
        phone.send(phone.response(180, offered));
        caller.expect(180, "INVITE");
        caller.send(invite.replace("INVITE ", "CANCEL ").replace("1 INVITE", "1 CANCEL"));
        caller.expect(200, "CANCEL");
        caller.expect(487, "INVITE");
        phone.send(phone.response(200, phone.expect("CANCEL")));
        phone.send(phone.response(487, offered));
        phone.expect("ACK");
        expectNothingLeft();
    }

    @Test
    void thePhoneAnswersInTheMomentOfTheCancel() throws Exception {
        String invite = invite("to-" + phone.port(), "a");
        caller.send(invite);
        Message offered = phone.expect("INVITE");
        phone.send(phone.response(180, offered));
        caller.expect(180, "INVITE");
        caller.send(invite.replace("INVITE ", "CANCEL ").replace("1 INVITE", "1 CANCEL"));
        phone.send(phone.response(200, offered));
        phone.expect("ACK");
        Message outcome = caller.expectFinal("INVITE");
        caller.send(caller.request("ACK", "sip:x@127.0.0.1", outcome.header("To"), 1, "k"));
        if (outcome.status() == 200) {
            // The answer was first: the caller is connected and has to hang up.
            caller.send(caller.request("BYE", outcome.contactUri(), outcome.header("To"), 2, "bye"));
        } else {
            assertThat(outcome.status()).isEqualTo(487);
        }
        phone.send(phone.response(200, phone.expect("BYE")));
        expectNothingLeft();
    }

    @Test
    void thePhoneIsBusy() throws Exception {
        caller.send(invite("to-" + phone.port(), "a"));
        phone.send(phone.response(486, phone.expect("INVITE")));
        caller.expect(486, "INVITE");
        expectNothingLeft();
    }

    @Test
    void anSbbThatThrowsLeavesNothingBehindAndTheCallerIsTold() throws Exception {
        caller.send(invite("throw", "a"));
        Message failed = caller.expect(500, "INVITE");
        caller.send(caller.request("ACK", "sip:throw@127.0.0.1", failed.header("To"), 1, "a"));
        expectNothingLeft();
    }

    @Test
    void aRegistrationLeavesNothingBehindAtOnce() throws Exception {
        caller.send(caller.request("REGISTER", "sip:127.0.0.1", "<sip:alice@127.0.0.1>", 1, "reg"));
        caller.expect(200, "REGISTER");
        expectNothingLeft();
    }
}
