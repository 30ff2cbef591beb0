package io.zongji.slee.container.naming;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Hashtable;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;
import javax.naming.spi.InitialContextFactory;

/**
 * Naming without an application server: each thread's stack of environments behind {@code java:comp}. {@link #install}
 * makes it what {@code new InitialContext()} answers from, unless the JVM has another initial context.
 */
public final class ThreadNaming implements NamingBridge {
    private static final ThreadLocal<Deque<Context>> STACK = ThreadLocal.withInitial(ArrayDeque::new);
    private static final String COMP = "java:comp";

    @Override
    public void push(Context comp) {
        STACK.get().push(comp);
    }

    @Override
    public void pop() {
        STACK.get().pop();
    }

    /** Makes this the default initial context of the JVM if none is configured. */
    public static ThreadNaming install() {
        System.getProperties().putIfAbsent(Context.INITIAL_CONTEXT_FACTORY, Factory.class.getName());
        return new ThreadNaming();
    }

    /** Named in the system property by {@link #install}. */
    public static final class Factory implements InitialContextFactory {
        @Override
        public Context getInitialContext(Hashtable<?, ?> environment) throws NamingException {
            return new Root();
        }
    }

    /** Resolves absolute names against the environment of the calling thread. */
    private static final class Root extends InitialContext {
        Root() throws NamingException {
            super(true);
        }

        @Override
        protected Context getURLOrDefaultInitCtx(String name) throws NamingException {
            throw new NoInitialContextException(name);
        }

        @Override
        public Object lookup(String name) throws NamingException {
            Context comp = STACK.get().peek();
            if (comp == null || !name.startsWith(COMP)) {
                throw new NameNotFoundException(name + (comp == null ? " (no component is running)" : ""));
            }
            return comp.lookup(name.substring(COMP.length()));
        }

        @Override
        public void close() {}
    }
}
