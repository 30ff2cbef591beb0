package io.zongji.ra.sip;

import io.zongji.ra.sip.auth.DigestAnswer;
import java.util.function.Supplier;

/**
 * A dialog with a peer that may ask who we are (RFC 3261, 22). Every {@code DialogActivity} of this resource adaptor is one.
 * Once identified, the requests of the dialog bring credentials along, and one that is refused for want of fresh ones (401,
 * 407) is sent again with them; SBBs see only what comes of that. The resource adaptor's own requests are treated alike: the
 * refresh of a session, and the BYE to a peer that nobody here wants any more. The INVITE that begins the dialog is sent
 * once: whether it is worth another one is for the SBB to say.
 */
public interface IdentifiedDialog {

    /**
     * From now on requests tell who we are.
     *
     * @param answered the challenge that was answered already, in a dialog before this one; null when none was
     * @param user     the name by which the peer knows us
     * @param password asked for whenever a request needs it, by any thread; null when it cannot be had
     */
    void identify(DigestAnswer answered, String user, Supplier<String> password);
}
