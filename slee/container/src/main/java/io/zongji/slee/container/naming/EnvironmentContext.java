package io.zongji.slee.container.naming;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.naming.Binding;
import javax.naming.Context;
import javax.naming.Name;
import javax.naming.NameClassPair;
import javax.naming.NameNotFoundException;
import javax.naming.NameParser;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.NotContextException;
import javax.naming.OperationNotSupportedException;

/**
 * A small read-only naming context in memory. Objects may be suppliers, asked at each lookup, so that a name can be bound
 * before its object exists.
 */
public final class EnvironmentContext implements Context {
    private final String path;
    private final Map<String, Object> objects = new TreeMap<>();

    public EnvironmentContext() {
        this("");
    }

    private EnvironmentContext(String path) {
        this.path = path;
    }

    /** Binds an object below this context, making the contexts on the way; a supplier is asked at each lookup. */
    public EnvironmentContext with(String name, Object object) {
        int slash = name.indexOf('/');
        if (slash < 0) {
            objects.put(name, object);
        } else {
            String head = name.substring(0, slash);
            EnvironmentContext below = (EnvironmentContext) objects.computeIfAbsent(
                    head, key -> new EnvironmentContext(path.isEmpty() ? head : path + "/" + head));
            below.with(name.substring(slash + 1), object);
        }
        return this;
    }

    @Override
    public Object lookup(String name) throws NamingException {
        Object at = this;
        for (String part : name.split("/")) {
            if (!part.isEmpty()) {
                if (!(at instanceof EnvironmentContext context)) {
                    throw new NotContextException(part + " of " + name);
                }
                at = context.objects.get(part);
                if (at == null) {
                    throw new NameNotFoundException(name + " in " + (path.isEmpty() ? "java:comp" : path));
                }
            }
        }
        Object found = at instanceof Supplier<?> supplier ? supplier.get() : at;
        if (found == null) {
            throw new NameNotFoundException(name + " is bound to nothing at the moment");
        }
        return found;
    }

    @Override
    public Object lookup(Name name) throws NamingException {
        return lookup(name.toString());
    }

    @Override
    public Object lookupLink(Name name) throws NamingException {
        return lookup(name);
    }

    @Override
    public Object lookupLink(String name) throws NamingException {
        return lookup(name);
    }

    @Override
    public NamingEnumeration<NameClassPair> list(String name) throws NamingException {
        List<NameClassPair> pairs = new ArrayList<>();
        contextAt(name)
                .objects
                .forEach((key, value) ->
                        pairs.add(new NameClassPair(key, value.getClass().getName())));
        return new Listing<>(pairs);
    }

    @Override
    public NamingEnumeration<NameClassPair> list(Name name) throws NamingException {
        return list(name.toString());
    }

    @Override
    public NamingEnumeration<Binding> listBindings(String name) throws NamingException {
        List<Binding> bindings = new ArrayList<>();
        EnvironmentContext context = contextAt(name);
        for (String key : context.objects.keySet()) {
            bindings.add(new Binding(key, context.lookup(key)));
        }
        return new Listing<>(bindings);
    }

    @Override
    public NamingEnumeration<Binding> listBindings(Name name) throws NamingException {
        return listBindings(name.toString());
    }

    private EnvironmentContext contextAt(String name) throws NamingException {
        if (lookup(name) instanceof EnvironmentContext context) {
            return context;
        }
        throw new NotContextException(name);
    }

    private static final class Listing<T> implements NamingEnumeration<T> {
        private final java.util.Iterator<T> items;

        Listing(List<T> items) {
            this.items = items.iterator();
        }

        @Override
        public T next() {
            return items.next();
        }

        @Override
        public boolean hasMore() {
            return items.hasNext();
        }

        @Override
        public boolean hasMoreElements() {
            return items.hasNext();
        }

        @Override
        public T nextElement() {
            return items.next();
        }

        @Override
        public void close() {}
    }

    @Override
    public NameParser getNameParser(String name) {
        return text -> new javax.naming.CompositeName(text);
    }

    @Override
    public NameParser getNameParser(Name name) {
        return getNameParser("");
    }

    @Override
    public String composeName(String name, String prefix) {
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    @Override
    public Name composeName(Name name, Name prefix) throws NamingException {
        return ((Name) prefix.clone()).addAll(name);
    }

    @Override
    public Hashtable<?, ?> getEnvironment() {
        return new Hashtable<>(Collections.emptyMap());
    }

    @Override
    public String getNameInNamespace() {
        return path;
    }

    @Override
    public void close() {}

    @Override
    public void bind(Name name, Object object) throws NamingException {
        throw readOnly();
    }

    @Override
    public void bind(String name, Object object) throws NamingException {
        throw readOnly();
    }

    @Override
    public void rebind(Name name, Object object) throws NamingException {
        throw readOnly();
    }

    @Override
    public void rebind(String name, Object object) throws NamingException {
        throw readOnly();
    }

    @Override
    public void unbind(Name name) throws NamingException {
        throw readOnly();
    }

    @Override
    public void unbind(String name) throws NamingException {
        throw readOnly();
    }

    @Override
    public void rename(Name from, Name to) throws NamingException {
        throw readOnly();
    }

    @Override
    public void rename(String from, String to) throws NamingException {
        throw readOnly();
    }

    @Override
    public void destroySubcontext(Name name) throws NamingException {
        throw readOnly();
    }

    @Override
    public void destroySubcontext(String name) throws NamingException {
        throw readOnly();
    }

    @Override
    public Context createSubcontext(Name name) throws NamingException {
        throw readOnly();
    }

    @Override
    public Context createSubcontext(String name) throws NamingException {
        throw readOnly();
    }

    @Override
    public Object addToEnvironment(String name, Object value) throws NamingException {
        throw readOnly();
    }

    @Override
    public Object removeFromEnvironment(String name) throws NamingException {
        throw readOnly();
    }

    private static NamingException readOnly() {
        return new OperationNotSupportedException("A component's environment is read-only");
    }
}
