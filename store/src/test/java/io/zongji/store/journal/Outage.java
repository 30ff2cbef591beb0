package io.zongji.store.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A database that can be away: while it is, nobody gets a connection. */
public final class Outage {

    private final AtomicInteger refusals = new AtomicInteger();
    private final DataSource dataSource;
    private volatile boolean away;

    public Outage(DataSource real) {
        dataSource = (DataSource) Proxy.newProxyInstance(
                Outage.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (away && method.getName().equals("getConnection")) {
                        refusals.incrementAndGet();
                        throw new SQLTransientConnectionException("away");
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public void begin() {
        away = true;
    }

    public void end() {
        away = false;
    }

    public int refusals() {
        return refusals.get();
    }
}
