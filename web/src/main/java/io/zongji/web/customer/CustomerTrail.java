package io.zongji.web.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the audit log is told of customers. Notes are left out: they are saved with every pause in typing. */
public final class CustomerTrail {
    private CustomerTrail() {}

    public static String subject(Customer customer) {
        return "customer " + customer.id() + " " + customer.name();
    }

    /** What identifies a customer whose record is new or gone. */
    public static String told(Customer customer) {
        return "name: '" + customer.name() + "'; company: '" + customer.company() + "'; numbers: "
                + String.join(", ", customer.numbers());
    }

    /** Each field that became another, without the notes; empty when none did. */
    public static String changes(Customer before, Customer after) {
        List<String> changes = new ArrayList<>();
        change(changes, "name", before.name(), after.name());
        change(changes, "company", before.company(), after.company());
        change(changes, "level", before.level().name(), after.level().name());
        change(changes, "numbers", numbers(before), numbers(after));
        return String.join("; ", changes);
    }

    private static void change(List<String> changes, String field, String before, String after) {
        if (!before.equals(after)) {
            changes.add(field + ": '" + before + "' -> '" + after + "'");
        }
    }

    private static String numbers(Customer customer) {
        return customer.numbers().stream().sorted().collect(Collectors.joining(", "));
    }
}
