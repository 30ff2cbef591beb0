package io.zongji.slee.container.codegen;

import io.zongji.slee.container.entity.Callback;
import io.zongji.slee.container.entity.CmpState;
import io.zongji.slee.container.entity.ConcreteSbb;
import io.zongji.slee.container.entity.LocalObject;
import io.zongji.slee.container.entity.SbbEntity;
import io.zongji.slee.container.entity.SbbType.GeneratedSbb;
import io.zongji.slee.container.usage.UsageType;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The generated classes of one SBB. States and local objects are made by prototypes, which needs no reflection. */
final class Generated implements GeneratedSbb {
    private final Constructor<?> concreteSbb;
    private final Prototype prototype;
    private final List<String> attributeNames;
    private final Set<Callback> callbacks;
    private final Optional<UsageType> usage;

    Generated(
            Class<?> concreteSbb,
            CmpState state,
            LocalObject localObject,
            List<String> attributeNames,
            Set<Callback> callbacks,
            Optional<UsageType> usage)
            throws NoSuchMethodException {
        this.concreteSbb = concreteSbb.getConstructor();
        this.prototype = new Prototype(state, localObject);
        this.attributeNames = attributeNames;
        this.callbacks = callbacks;
        this.usage = usage;
    }

    @Override
    public ConcreteSbb newSbb() {
        try {
            return (ConcreteSbb) concreteSbb.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new CodeGenerationException("Cannot instantiate " + concreteSbb.getDeclaringClass(), e);
        }
    }

    @Override
    public CmpState newState() {
        return prototype.newState();
    }

    @Override
    public LocalObject newLocalObject(SbbEntity entity) {
        return prototype.newLocalObject(entity);
    }

    @Override
    public List<String> attributeNames() {
        return attributeNames;
    }

    @Override
    public Set<Callback> callbacks() {
        return callbacks;
    }

    @Override
    public Optional<UsageType> usage() {
        return usage;
    }

    private record Prototype(CmpState state, LocalObject localObject) {
        CmpState newState() {
            return state.zongjiCopy();
        }

        LocalObject newLocalObject(SbbEntity entity) {
            return localObject.zongjiFor(entity);
        }
    }
}
