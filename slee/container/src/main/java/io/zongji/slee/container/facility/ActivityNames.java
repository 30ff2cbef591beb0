package io.zongji.slee.container.facility;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.activity.Aci;
import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.activity.BoundToActivity;
import io.zongji.slee.container.tx.LightTransaction;
import io.zongji.slee.container.tx.Transactions;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.slee.ActivityContextInterface;
import javax.slee.facilities.ActivityContextNamingFacility;
import javax.slee.facilities.FacilityException;
import javax.slee.facilities.NameAlreadyBoundException;
import javax.slee.facilities.NameNotBoundException;

/**
 * The activity context naming facility: one flat namespace. A change is seen by others when its transaction commits; a
 * name taken in an open transaction is refused to others at once.
 */
public final class ActivityNames implements ActivityContextNamingFacility {
    private final Transactions transactions;
    private final ConcurrentMap<String, Binding> bindings = new ConcurrentHashMap<>();

    public ActivityNames(Transactions transactions) {
        this.transactions = requireNonNull(transactions, "transactions");
    }

    private final class Binding implements BoundToActivity {
        private final String name;
        private final ActivityContext context;
        private volatile LightTransaction boundIn;
        private volatile LightTransaction unboundIn;

        Binding(String name, ActivityContext context, LightTransaction transaction) {
            this.name = name;
            this.context = context;
            this.boundIn = transaction;
        }

        boolean isSeenBy(LightTransaction transaction) {
            return (boundIn == null || boundIn == transaction) && (unboundIn == null || unboundIn != transaction);
        }

        @Override
        public void activityEnded() {
            bindings.remove(name, this);
        }

        @Override
        public Object reference() {
            return name;
        }
    }

    @Override
    public void bind(ActivityContextInterface aci, String name) throws NameAlreadyBoundException {
        ActivityContext context = Aci.contextOf(aci);
        requireNonNull(name, "name");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A name is not empty");
        }
        LightTransaction transaction = transactions.require();
        Binding binding = new Binding(name, context, transaction);
        Binding before =
                bindings.compute(name, (key, old) -> old == null || old.unboundIn == transaction ? binding : old);
        if (before != binding) {
            throw new NameAlreadyBoundException("The name is taken: " + name);
        }
        if (!context.bind(binding)) {
            bindings.remove(name, binding);
            throw new FacilityException("The activity has ended: " + context);
        }
        transaction.undo(() -> {
            bindings.remove(name, binding);
            context.unbind(binding);
        });
        transaction.afterCommit(() -> binding.boundIn = null);
    }

    @Override
    public void unbind(String name) throws NameNotBoundException {
        LightTransaction transaction = transactions.require();
        Binding binding = seen(name, transaction);
        if (binding == null) {
            throw new NameNotBoundException("Nothing has the name " + name);
        }
        binding.unboundIn = transaction;
        transaction.undo(() -> {
            binding.unboundIn = null;
            // Another binding may have taken the name in the same transaction; its undo ran before.
            bindings.putIfAbsent(name, binding);
        });
        transaction.afterCommit(() -> {
            bindings.remove(name, binding);
            binding.context.unbind(binding);
        });
    }

    @Override
    public ActivityContextInterface lookup(String name) {
        Binding binding = seen(name, transactions.require());
        return binding == null ? null : binding.context.aci();
    }

    private Binding seen(String name, LightTransaction transaction) {
        requireNonNull(name, "name");
        Binding binding = bindings.get(name);
        return binding != null && binding.isSeenBy(transaction) ? binding : null;
    }

    /** Names bound now, those of open transactions included. */
    public int size() {
        return bindings.size();
    }
}
