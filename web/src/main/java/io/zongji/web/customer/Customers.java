package io.zongji.web.customer;

import io.zongji.domain.config.NumberPlan;
import io.zongji.domain.config.PhoneNumber;
import io.zongji.store.entity.CustomerLevel;
import io.zongji.store.entity.CustomerNumberRow;
import io.zongji.store.entity.CustomerRow;
import io.zongji.store.entity.CustomerSearch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The records of customers. Each method is a transaction; a {@link CustomerConflict} takes it back. */
@ApplicationScoped
@Transactional
public class Customers {

    @PersistenceContext(unitName = "zongji")
    private EntityManager database;

    private final Clock clock = Clock.systemUTC();

    /** The country is the one whose tones callers hear. */
    private final NumberPlan plan = NumberPlan.of(System.getProperty("zongji.country", "CN"));

    public Optional<Customer> customer(String id) {
        return Optional.ofNullable(database.find(CustomerRow.class, id)).map(this::seen);
    }

    /** Whose number it is, however it is written. */
    public Optional<Customer> ofNumber(String number) {
        return owner(PhoneNumber.normalise(number)).map(this::seen);
    }

    /** All numbers of whoever has this one, or only this one when nobody has; each in all ways to write it. */
    public List<String> numbersBeside(String number) {
        return ofNumber(number).map(Customer::numbers).orElse(List.of(PhoneNumber.normalise(number))).stream()
                .flatMap(one -> plan.spellings(one).stream())
                .distinct()
                .toList();
    }

    /**
     * Those whose name, company or number begins with this text; by name.
     *
     * @param text all, when blank
     */
    public List<Customer> search(String text, int first, int size) {
        List<CustomerRow> rows = CustomerSearch.page(database, text, first, size);
        Map<String, List<String>> numbers =
                numbers(rows.stream().map(CustomerRow::getId).toList());
        return rows.stream()
                .map(row -> seen(row, numbers.getOrDefault(row.getId(), List.of())))
                .toList();
    }

    /** Adds a record; a field that is not given is empty. */
    public Customer create(CustomerChange wanted, String login) {
        CustomerRow row = new CustomerRow();
        row.setId(UUID.randomUUID().toString());
        row.setLevel(CustomerLevel.NORMAL);
        row.setCreatedAt(clock.instant());
        row.setCreatedBy(login);
        wanted.applyTo(row);
        touch(row, login);
        database.persist(row);
        assign(row, wanted.numbers() == null ? Set.of() : wanted.numbers());
        database.flush();
        return seen(row);
    }

    /** Empty when there is no such customer. */
    public Optional<Customer> change(String id, CustomerChange wanted, String login) {
        CustomerRow row = database.find(CustomerRow.class, id);
        if (row == null) {
            return Optional.empty();
        }
        if (wanted.version() != null && wanted.version() != row.getVersion()) {
            throw new CustomerConflict(CustomerConflict.CHANGED_MEANWHILE, seen(row));
        }
        wanted.applyTo(row);
        touch(row, login);
        if (wanted.numbers() != null) {
            assign(row, wanted.numbers());
        }
        database.flush();
        return Optional.of(seen(row));
    }

    /**
     * Makes two one: the numbers move, and with them the contacts; the other's notes are put below; what the first one
     * has not got is taken from the other; the other record is gone.
     *
     * @return empty when one of the two is not there, or they are one already
     * @throws CustomerConflict when their notes are too long together
     */
    public Optional<Customer> merge(String id, String other, String login) {
        CustomerRow row = database.find(CustomerRow.class, id);
        CustomerRow gone = database.find(CustomerRow.class, other);
        if (row == null || gone == null || row == gone) {
            return Optional.empty();
        }
        if (!takeOver(row, gone)) {
            throw new CustomerConflict(CustomerConflict.NOTES_TOO_LONG, seen(gone));
        }
        rows(List.of(other)).forEach(number -> number.setCustomerId(id));
        touch(row, login);
        database.flush();
        database.remove(gone);
        database.flush();
        return Optional.of(seen(row));
    }

    /** Fills the one from the other; false, and nothing is done, when their notes are too long together. */
    static boolean takeOver(CustomerRow row, CustomerRow gone) {
        String notes = row.getNotes().isEmpty() || gone.getNotes().isEmpty()
                ? row.getNotes() + gone.getNotes()
                : row.getNotes() + "\n\n" + gone.getNotes();
        if (notes.length() > CustomerChange.LONGEST_NOTES) {
            return false;
        }
        row.setName(row.getName().isEmpty() ? gone.getName() : row.getName());
        row.setCompany(row.getCompany().isEmpty() ? gone.getCompany() : row.getCompany());
        row.setLevel(row.getLevel().compareTo(gone.getLevel()) < 0 ? gone.getLevel() : row.getLevel());
        row.setNotes(notes);
        return true;
    }

    /** The record that is gone; empty when there was none. */
    public Optional<Customer> remove(String id) {
        CustomerRow row = database.find(CustomerRow.class, id);
        if (row == null) {
            return Optional.empty();
        }
        Customer gone = seen(row);
        rows(List.of(id)).forEach(database::remove);
        database.flush();
        database.remove(row);
        database.flush();
        return Optional.of(gone);
    }

    private void assign(CustomerRow customer, Set<String> wanted) {
        Set<String> missing = new HashSet<>(wanted);
        for (CustomerNumberRow row : rows(List.of(customer.getId()))) {
            if (!missing.remove(row.getNumber())) {
                database.remove(row);
            }
        }
        for (String number : missing) {
            Optional<CustomerRow> owner = owner(number);
            if (owner.isPresent() && owner.get() != customer) {
                throw new CustomerConflict(CustomerConflict.NUMBER_TAKEN, seen(owner.get()));
            } else if (owner.isPresent()) {
                continue; // the same number, written otherwise
            }
            CustomerNumberRow row = new CustomerNumberRow();
            row.setCustomerId(customer.getId());
            row.setNumber(number);
            database.persist(row);
        }
    }

    private void touch(CustomerRow row, String login) {
        Instant now = clock.instant();
        row.setChangedAt(now);
        row.setChangedBy(login);
    }

    private Optional<CustomerRow> owner(String number) {
        return database.createQuery("""
                        select c from CustomerRow c
                        where c.id in (select n.customerId from CustomerNumberRow n where n.number in :spellings)""", CustomerRow.class)
                .setParameter("spellings", plan.spellings(number))
                .getResultStream()
                .findFirst();
    }

    private List<CustomerNumberRow> rows(Collection<String> customers) {
        return database.createQuery(
                        "select n from CustomerNumberRow n where n.customerId in :customers order by n.id",
                        CustomerNumberRow.class)
                .setParameter("customers", customers)
                .getResultList();
    }

    private Map<String, List<String>> numbers(Collection<String> customers) {
        return customers.isEmpty()
                ? Map.of()
                : rows(customers).stream()
                        .collect(Collectors.groupingBy(
                                CustomerNumberRow::getCustomerId,
                                Collectors.mapping(CustomerNumberRow::getNumber, Collectors.toList())));
    }

    private Customer seen(CustomerRow row) {
        return seen(row, numbers(List.of(row.getId())).getOrDefault(row.getId(), List.of()));
    }

    private static Customer seen(CustomerRow row, List<String> numbers) {
        return new Customer(
                row.getId(),
                row.getName(),
                row.getCompany(),
                row.getLevel(),
                row.getNotes(),
                numbers,
                row.getVersion(),
                row.getChangedAt().toEpochMilli(),
                row.getChangedBy());
    }
}
