package io.zongji.web.customer;

import io.zongji.store.entity.CustomerLevel;
import java.util.List;

/**
 * A customer as pages and programs see it.
 *
 * @param numbers   in order
 * @param version   counts the changes: who changes the record names the version that was seen
 * @param changed   milliseconds since 1970
 * @param changedBy the sign-in name; null when unknown
 */
public record Customer(
        String id,
        String name,
        String company,
        CustomerLevel level,
        String notes,
        List<String> numbers,
        int version,
        long changed,
        String changedBy) {
    public Customer {
        numbers = List.copyOf(numbers);
    }
}
