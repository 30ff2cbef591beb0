package io.zongji.slee.container.entity;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.naming.NamingBridge;
import io.zongji.slee.container.tx.Transactions;
import java.util.function.LongSupplier;

/**
 * What all SBB entities share.
 *
 * @param treeWaitMillis how long a synchronous call into another, busy entity tree waits before the caller rolls back
 * @param idleObjects how many unused SBB objects a pool keeps
 * @param lately milliseconds of the SLEE's clock, to the tick
 */
public record EntityWorld(
        Transactions transactions, NamingBridge naming, long treeWaitMillis, int idleObjects, LongSupplier lately) {
    public EntityWorld {
        requireNonNull(transactions, "transactions");
        requireNonNull(naming, "naming");
        requireNonNull(lately, "lately");
        if (treeWaitMillis < 0 || idleObjects < 0) {
            throw new IllegalArgumentException("negative limit");
        }
    }
}
