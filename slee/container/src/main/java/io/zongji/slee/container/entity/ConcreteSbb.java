package io.zongji.slee.container.entity;

import io.zongji.slee.container.activity.QueuedEvent;
import javax.slee.InitialEventSelector;
import javax.slee.Sbb;

/** What the generated subclass of an SBB abstract class offers the container. Names cannot clash with those of SBBs. */
public interface ConcreteSbb extends Sbb {
    /** Called once, before {@code setSbbContext}. */
    void zongjiObject(SbbObject object);

    /** Lends the state of an entity, or takes it away (null). */
    void zongjiState(CmpState state);

    /** Calls the handler of the SBB's event with this index. */
    void zongjiDispatch(int eventIndex, QueuedEvent event);

    /** Calls the initial event selector of the SBB's event with this index. */
    InitialEventSelector zongjiSelect(int eventIndex, InitialEventSelector selector);
}
