package io.zongji.slee.container.codegen;

import io.zongji.slee.container.entity.Callback;
import io.zongji.slee.container.entity.CmpState;
import io.zongji.slee.container.entity.ConcreteSbb;
import io.zongji.slee.container.entity.LocalObject;
import io.zongji.slee.container.entity.SbbEntity;
import io.zongji.slee.container.entity.SbbType.GeneratedSbb;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The generated classes of one SBB. States and local objects are made by prototypes, which needs no reflection. */
final class Generated implements GeneratedSbb {
    private final Constructor<?> concreteSbb;
    private final Prototype prototype;
    private final List<String> attributeNames;
    private final Set<Callback> callbacks;
    private final Supplier<Object> usageSets;

    Generated(
            Class<?> concreteSbb,
            CmpState state,
            LocalObject localObject,
            List<String> attributeNames,
            Set<Callback> callbacks,
            Supplier<Object> usageSets)
            throws NoSuchMethodException {
        this.concreteSbb = concreteSbb.getConstructor();
        this.prototype = new Prototype(state, localObject);
        this.attributeNames = attributeNames;
        this.callbacks = callbacks;
        this.usageSets = usageSets;
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
    public Object newUsageSet() {
        return usageSets == null ? null : usageSets.get();
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
