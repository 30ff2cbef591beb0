package io.zongji.slee.container.entity;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.tx.LightTransaction;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import javax.slee.CreateException;
import javax.slee.SbbLocalObject;
import org.mobicents.slee.ChildRelationExt;
import org.mobicents.slee.SbbLocalObjectExt;

/** The children of one entity in one relation. Iteration walks over a copy, so removing on the way is safe. */
final class EntityChildRelation extends AbstractCollection<SbbLocalObject> implements ChildRelationExt {
    private final SbbEntity parent;
    private final int index;

    EntityChildRelation(SbbEntity parent, int index) {
        this.parent = parent;
        this.index = index;
    }

    @Override
    public SbbLocalObject create() throws CreateException {
        return parent.createChild(index, null, transaction()).localObject();
    }

    @Override
    public SbbLocalObjectExt create(String name) throws CreateException {
        if (get(name) != null) {
            throw new CreateException("There is a child of the name " + name);
        }
        return parent.createChild(index, name, transaction()).localObject();
    }

    @Override
    public SbbLocalObjectExt get(String name) {
        transaction();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("The name of a child is empty");
        }
        for (SbbEntity child : parent.children(index)) {
            if (child.name().equals(name)) {
                return child.localObject();
            }
        }
        return null;
    }

    @Override
    public int size() {
        transaction();
        return parent.children(index).size();
    }

    @Override
    public Iterator<SbbLocalObject> iterator() {
        transaction();
        Iterator<SbbEntity> children = List.copyOf(parent.children(index)).iterator();
        return new Iterator<>() {
            private SbbEntity last;

            @Override
            public boolean hasNext() {
                return children.hasNext();
            }

            @Override
            public SbbLocalObject next() {
                last = children.next();
                return last.localObject();
            }

            @Override
            public void remove() {
                if (last == null) {
                    throw new IllegalStateException("next() comes first");
                }
                last.remove(transaction());
                last = null;
            }
        };
    }

    @Override
    public boolean contains(Object object) {
        transaction();
        requireNonNull(object);
        return object instanceof LocalObject reference && parent.children(index).contains(reference.zongjiEntity());
    }

    @Override
    public boolean remove(Object object) {
        if (!contains(object)) {
            return false;
        }
        ((LocalObject) object).zongjiEntity().remove(transaction());
        return true;
    }

    @Override
    public boolean add(SbbLocalObject object) {
        throw new UnsupportedOperationException("create() makes children");
    }

    @Override
    public boolean addAll(Collection<? extends SbbLocalObject> objects) {
        throw new UnsupportedOperationException("create() makes children");
    }

    private LightTransaction transaction() {
        return parent.sbb().world().transactions().require();
    }
}
