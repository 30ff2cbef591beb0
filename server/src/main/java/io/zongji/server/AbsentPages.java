package io.zongji.server;

import io.zongji.domain.AgentId;
import io.zongji.store.recovery.AgentPages;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * The agents whose page is gone, so that neither a restart of the SLEE nor one of the server takes them for being there:
 * after one of the server, everybody's is gone until it is heard. Who works without a page is never among them. Thread-safe.
 */
final class AbsentPages {

    private final AgentPages known;
    private final Predicate<AgentId> signedIn;
    private final Set<AgentId> absent;

    AbsentPages(AgentPages known, Predicate<AgentId> signedIn) {
        this.known = known;
        this.signedIn = signedIn;
        this.absent = new HashSet<>(known.all());
    }

    /** The last page is gone; of somebody who is signed out, it may well not be back. What tells the ACD must be quick. */
    synchronized void lost(AgentId agent, Runnable tellAcd) {
        if (signedIn.test(agent)) {
            absent.add(agent);
        } else {
            absent.remove(agent);
            CompletableFuture.runAsync(() -> known.keep(agent, false));
        }
        tellAcd.run();
    }

    /** There is a page. What tells the ACD must be quick. */
    synchronized void back(AgentId agent, Runnable tellAcd) {
        absent.remove(agent);
        CompletableFuture.runAsync(() -> known.keep(agent, true));
        tellAcd.run();
    }

    /** The agent signs in anew, with a page or without. */
    synchronized void forget(AgentId agent) {
        absent.remove(agent);
    }

    /** What tells the ACD must be quick. */
    synchronized void ifAbsent(AgentId agent, Runnable tellAcd) {
        if (absent.contains(agent)) {
            tellAcd.run();
        }
    }
}
