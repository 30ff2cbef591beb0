package io.zongji.simulator;

import java.text.ParseException;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.message.Response;

/** Who sent a request and wants its outcome; called on the stack's thread. */
interface Transactor {

    /** @param dialog the dialog that the response belongs to, or null */
    void response(Response response, Dialog dialog) throws SipException, ParseException, InvalidArgumentException;

    /** Nothing came in time. */
    void noAnswer(String method) throws SipException, ParseException, InvalidArgumentException;
}
