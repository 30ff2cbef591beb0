package io.zongji.slee.container.inspection;

import io.zongji.slee.container.entity.CmpState;
import io.zongji.slee.container.entity.EntityTree;
import io.zongji.slee.container.entity.SbbEntity;
import io.zongji.slee.container.inspection.EntityTreeDetail.EntityNode;
import io.zongji.slee.container.tx.LightTransaction;
import io.zongji.slee.container.tx.Transactions;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/** Reads one entity tree, holding its lock: what it says was true all at the same moment. */
final class EntityReader {
    private static final long PATIENCE_MILLIS = 100;
    private static final String CMP_PREFIX = "f_";

    private final Transactions transactions;
    private final Numbers numbers;
    private final LongSupplier clock;

    EntityReader(Transactions transactions, Numbers numbers, LongSupplier clock) {
        this.transactions = transactions;
        this.numbers = numbers;
        this.clock = clock;
    }

    EntityTreeDetail tree(EntityTree tree) {
        LightTransaction transaction = transactions.create();
        try {
            boolean locked = tree.lock(transaction, PATIENCE_MILLIS);
            return new EntityTreeDetail(
                    numbers.of(tree),
                    tree.service().id().getName(),
                    Plain.text(tree.convergenceName()),
                    tree.createdAt(),
                    Math.max(0, clock.getAsLong() - tree.createdAt()),
                    !locked,
                    locked ? node(tree.root()) : null);
        } finally {
            transaction.rollback();
        }
    }

    private EntityNode node(SbbEntity entity) {
        return new EntityNode(
                entity.sbb().type().id().getName(),
                entity.relationMethod(),
                entity.priority(),
                entity.attachments().stream()
                        .map(attachment -> numbers.of(attachment.context()))
                        .toList(),
                fields(entity.state()),
                entity.children().stream().map(this::node).toList());
    }

    private static Map<String, String> fields(CmpState state) {
        Map<String, String> fields = new TreeMap<>();
        for (Field field : state.getClass().getFields()) {
            if (field.getName().startsWith(CMP_PREFIX)) {
                Object value = valueOf(field, state);
                if (value != null) {
                    fields.put(field.getName().substring(CMP_PREFIX.length()), Plain.value(value));
                }
            }
        }
        return fields;
    }

    private static Object valueOf(Field field, CmpState state) {
        try {
            return field.get(state);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Generated fields are public: " + field, e);
        }
    }
}
