package javax.slee.nullactivity;

import javax.slee.SLEEException;
import javax.slee.TransactionRequiredLocalException;

/**
 * An activity without a protocol behind it. It ends when told, or when nothing refers to it any more.
 */
public interface NullActivity {
    /** Ends the activity; without effect if it is ending. Needs a transaction. */
    void endActivity() throws TransactionRequiredLocalException, SLEEException;
}
