package io.zongji.ra.sip;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.parser.MessageParser;
import gov.nist.javax.sip.parser.MessageParserFactory;
import gov.nist.javax.sip.parser.ParseExceptionListener;
import gov.nist.javax.sip.parser.StringMsgParser;
import gov.nist.javax.sip.stack.SIPTransactionStack;
import java.text.ParseException;

/**
 * Parsers that answer any failure, even an {@link Error} such as a stack overflow, with a
 * {@link ParseException}: the stack catches exceptions only, so an error in its parser would end the
 * worker thread for good. Public because the stack creates it by name.
 */
public final class GuardedParserFactory implements MessageParserFactory {

    @Override
    public MessageParser createMessageParser(SIPTransactionStack stack) {
        return new GuardedParser(new StringMsgParser());
    }

    private record GuardedParser(MessageParser parser) implements MessageParser {

        @Override
        public SIPMessage parseSIPMessage(
                byte[] message, boolean readBody, boolean strict, ParseExceptionListener listener)
                throws ParseException {
            try {
                return parser.parseSIPMessage(message, readBody, strict, listener);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
                ParseException refused = new ParseException("unreadable message: " + e, 0);
                refused.initCause(e);
                throw refused;
            }
        }
    }
}
