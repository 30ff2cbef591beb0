package io.zongji.slee.container.resource;

import static java.util.Objects.requireNonNull;

import java.util.function.Consumer;
import java.util.function.Function;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.InvalidConfigurationException;
import javax.slee.resource.ResourceAdaptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The object that somebody else wrote. It hears every call with its own class loader, and never under a container lock. */
final class RaObject {
    private static final Logger log = LoggerFactory.getLogger(RaObject.class);

    private final String entity;
    private final ResourceAdaptor object;
    private final ClassLoader loader;

    /** @param entity its name, for the log */
    RaObject(String entity, ResourceAdaptor object, ClassLoader loader) {
        this.entity = entity;
        this.object = requireNonNull(object, "object");
        this.loader = requireNonNull(loader, "loader");
    }

    /** The object itself, for who knows its class. */
    ResourceAdaptor plain() {
        return object;
    }

    /** What a question may throw. */
    private interface Question<T, X extends Exception> {
        T ask(ResourceAdaptor ra) throws X;
    }

    private <T, X extends Exception> T withLoader(Question<T, X> question) throws X {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        if (before == loader) {
            return question.ask(object);
        }
        thread.setContextClassLoader(loader);
        try {
            return question.ask(object);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** What it throws is the caller's. */
    <T> T ask(Function<ResourceAdaptor, T> question) {
        return this.<T, RuntimeException>withLoader(question::apply);
    }

    /** What it throws is logged and returned; null if all is well. */
    Throwable tell(Consumer<ResourceAdaptor> callback) {
        try {
            return ask(ra -> {
                callback.accept(ra);
                return null;
            });
        } catch (RuntimeException | Error e) {
            log.error("A callback of RA entity {} failed", entity, e);
            return e;
        }
    }

    void verify(ConfigProperties properties) throws InvalidConfigurationException {
        this.<Void, InvalidConfigurationException>withLoader(ra -> {
            ra.raVerifyConfiguration(properties);
            return null;
        });
    }
}
