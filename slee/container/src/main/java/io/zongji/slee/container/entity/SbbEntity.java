package io.zongji.slee.container.entity;

import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.activity.Attachable;
import io.zongji.slee.container.activity.Attachment;
import io.zongji.slee.container.tx.LightTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.slee.CreateException;
import javax.slee.SLEEException;
import javax.slee.TransactionRolledbackLocalException;

/**
 * One running instance of an SBB: CMP state, attachments, children and priority. It borrows an {@link SbbObject} while a
 * transaction uses it. All state is guarded by the tree's lock; identity is equality.
 */
public final class SbbEntity implements Attachable {
    private final ServiceSbb sbb;
    private final SbbEntity parent;
    private final int relation;
    private final EntityTree tree;
    private final int depth;
    private final List<Attachment> attachments = new ArrayList<>(2);
    private List<List<SbbEntity>> children;
    private String name;
    private CmpState state;
    private CmpState stateBefore;
    private byte priority;
    private boolean removed;
    private SbbObject object;
    private int callDepth;

    private SbbEntity(ServiceSbb sbb, SbbEntity parent, int relation, EntityTree tree, byte priority) {
        this.sbb = sbb;
        this.parent = parent;
        this.relation = relation;
        this.tree = tree;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.priority = priority;
        this.state = sbb.type().classes().newState();
    }

    /** A root entity that does not exist yet: {@link Service} files it, then {@link #create} brings it to life. */
    static SbbEntity root(ServiceSbb sbb, EntityTree tree, byte priority) {
        SbbEntity root = new SbbEntity(sbb, null, -1, tree, priority);
        tree.root(root);
        return root;
    }

    /** Runs {@code sbbCreate} and {@code sbbPostCreate}; the transaction holds the tree lock. */
    void create(LightTransaction transaction) throws CreateException {
        sbb.entityAdded();
        transaction.undo(() -> {
            removed = true;
            sbb.entityRemoved();
        });
        try {
            sbb.borrow().create(this, transaction);
        } catch (CreateException e) {
            abandon(transaction);
            throw e;
        }
    }

    /** The transaction goes on without this entity, as if its SBB had been asked to remove it. */
    private void abandon(LightTransaction transaction) {
        detachAll(transaction);
        removed = true;
        transaction.undo(() -> removed = false);
        sbb.entityRemoved();
        transaction.undo(sbb::entityAdded);
        leaveParent(transaction);
    }

    /** Removes this entity and its descendants without asking the SBBs: for those who fail whenever they are asked. */
    public void letGo(LightTransaction transaction) {
        if (removed) {
            return;
        }
        for (int i = 0; children != null && i < children.size(); i++) {
            List.copyOf(children.get(i)).forEach(child -> child.letGo(transaction));
        }
        abandon(transaction);
    }

    private void detachAll(LightTransaction transaction) {
        for (Attachment attachment : List.copyOf(attachments)) {
            attachment.context().detach(this, transaction);
        }
    }

    /** @param name unique among the children of the relation; null for one that is made up when it is asked for */
    SbbEntity createChild(int relationIndex, String name, LightTransaction transaction) throws CreateException {
        ServiceSbb.ChildRelationType type = sbb.childRelation(relationIndex);
        SbbEntity child = new SbbEntity(type.sbb(), this, relationIndex, tree, type.defaultPriority());
        child.name = name;
        children(relationIndex).add(child);
        transaction.undo(() -> children(relationIndex).remove(child));
        child.create(transaction);
        return child;
    }

    /** The children in one relation; live, not a copy. */
    List<SbbEntity> children(int relationIndex) {
        if (children == null) {
            int relations = sbb.childRelations();
            children = new ArrayList<>(relations);
            for (int i = 0; i < relations; i++) {
                children.add(new ArrayList<>(2));
            }
        }
        return children.get(relationIndex);
    }

    // --- use in a transaction ---

    @Override
    public void lockFor(LightTransaction transaction) {
        lockTree(transaction);
        if (removed) {
            transaction.setRollbackOnly();
            throw new TransactionRolledbackLocalException("The SBB entity is removed: " + this);
        }
    }

    void lockTree(LightTransaction transaction) {
        if (tree.isHeldBy(transaction)) {
            return;
        }
        if (!tree.lock(transaction, patience())) {
            transaction.wantRetry();
            throw new TransactionRolledbackLocalException("The entity tree stayed busy: " + this);
        }
        // The router looks after the tree it delivers to; one that is only visited must be looked at here.
        transaction.beforeEnd(() -> {
            if (isInUnattachedTree()) {
                tree.root().remove(transaction);
            }
        });
    }

    /** Not the same for everybody: of two trees that want each other, one must give up first. */
    private long patience() {
        long usual = sbb.world().treeWaitMillis();
        return usual / 2 + ThreadLocalRandom.current().nextLong(usual + 1);
    }

    /** The object that runs this entity in the transaction; a pooled one is activated and loaded at first use. */
    public SbbObject objectFor(LightTransaction transaction) {
        if (object == null) {
            sbb.borrow().activate(this, transaction);
        }
        return object;
    }

    void object(SbbObject lent) {
        object = lent;
    }

    /** What the CMP fields hold. The caller holds the tree. */
    public CmpState state() {
        return state;
    }

    /** Keeps the state of before this transaction's first write. */
    CmpState stateToWrite() {
        if (stateBefore == null) {
            stateBefore = state;
            state = state.zongjiCopy();
            if (object != null) {
                object.lend(state);
            }
        }
        return state;
    }

    void settle(boolean committed) {
        if (!committed && stateBefore != null) {
            state = stateBefore;
        }
        stateBefore = null;
        object = null;
    }

    void enterCall() {
        if (callDepth > 0 && !sbb.type().isReentrant()) {
            throw new SLEEException("The SBB is not reentrant: " + sbb.type());
        }
        callDepth++;
    }

    void leaveCall() {
        callDepth--;
    }

    // --- removal ---

    /** Removes this entity and its descendants: detached first, then {@code sbbRemove}, then the children. */
    public void remove(LightTransaction transaction) {
        if (removed) {
            return;
        }
        detachAll(transaction);
        objectFor(transaction).remove();
        removed = true;
        transaction.undo(() -> removed = false);
        sbb.entityRemoved();
        transaction.undo(sbb::entityAdded);
        for (int i = 0; children != null && i < children.size(); i++) {
            for (SbbEntity child : List.copyOf(children.get(i))) {
                child.remove(transaction);
            }
        }
        leaveParent(transaction);
    }

    private void leaveParent(LightTransaction transaction) {
        if (parent == null) {
            transaction.afterCommit(() -> tree.service().forget(tree.convergenceName(), this));
        } else {
            parent.children(relation).remove(this);
            transaction.undo(() -> parent.children(relation).add(this));
        }
    }

    /** True for an entity whose whole tree is attached to nothing: the tree's work is done. */
    public boolean isInUnattachedTree() {
        return !tree.root().removed && tree.attachments() == 0;
    }

    public boolean isRemoved() {
        return removed;
    }

    // --- attachments ---

    @Override
    public Attachment attachmentTo(ActivityContext context) {
        for (int i = 0; i < attachments.size(); i++) {
            if (attachments.get(i).context() == context) {
                return attachments.get(i);
            }
        }
        return null;
    }

    @Override
    public void attached(Attachment attachment) {
        attachments.add(attachment);
        tree.changeAttachments(1);
    }

    @Override
    public void detached(Attachment attachment) {
        if (attachments.remove(attachment)) {
            tree.changeAttachments(-1);
        }
    }

    @Override
    public long[] initialMask() {
        return sbb.type().initialMask();
    }

    /** Live, not a copy. The caller holds the tree. */
    public List<Attachment> attachments() {
        return attachments;
    }

    // --- facts ---

    public ServiceSbb sbb() {
        return sbb;
    }

    public EntityTree tree() {
        return tree;
    }

    public SbbEntity parent() {
        return parent;
    }

    /** 0 for a root. */
    public int depth() {
        return depth;
    }

    /** Within the parent's relation; of a root, its convergence name. */
    String name() {
        if (name == null) {
            name = parent == null
                    ? tree.convergenceName().toString()
                    : UUID.randomUUID().toString();
        }
        return name;
    }

    /** The children in all relations; a copy. The caller holds the tree. */
    public List<SbbEntity> children() {
        return children == null
                ? List.of()
                : children.stream().flatMap(List::stream).toList();
    }

    /** The parent's method that gives the relation this entity is in; null for a root. */
    public String relationMethod() {
        return parent == null
                ? null
                : parent.sbb
                        .type()
                        .component()
                        .classes()
                        .childRelations()
                        .get(relation)
                        .method();
    }

    public byte priority() {
        return priority;
    }

    void priority(byte value, LightTransaction transaction) {
        byte before = priority;
        priority = value;
        transaction.undo(() -> priority = before);
    }

    public LocalObject localObject() {
        return sbb.type().classes().newLocalObject(this);
    }

    @Override
    public String toString() {
        return sbb + (parent == null ? " of " + tree.convergenceName() : " below " + parent);
    }
}
