package io.zongji.slee.container.resource;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.activity.ActivityContext;
import java.util.function.Function;
import javax.slee.ActivityContextInterface;
import javax.slee.UnrecognizedActivityException;

/**
 * Finds the activity context of an RA's activity object; generated subclasses implement the factory interfaces of RA
 * types with it.
 */
public abstract class AciFactory {
    private Function<Object, ActivityContext> finder;

    /** @param lookup from activity to context, null if nobody knows the activity */
    public final void zongjiFinder(Function<Object, ActivityContext> lookup) {
        finder = lookup;
    }

    protected final ActivityContextInterface zongjiFind(Object activity) throws UnrecognizedActivityException {
        requireNonNull(activity, "activity");
        ActivityContext context = finder.apply(activity);
        if (context == null) {
            throw new UnrecognizedActivityException("No resource adaptor claims the activity " + activity, activity);
        }
        return context.aci();
    }
}
