package io.zongji.web.setup;

import io.zongji.domain.config.Configuration;
import io.zongji.store.audit.AuditAction;
import io.zongji.web.Actor;
import io.zongji.web.Visitor;
import io.zongji.web.Words;
import io.zongji.web.audit.Audit;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list of rows of which one at a time is edited. Saving tells what is wrong beside the field and keeps what was typed.
 *
 * @param <T> the row
 */
public abstract class Editor<T> implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String FORM = ":setup:";
    private static final Logger log = LoggerFactory.getLogger(Editor.class);

    @Inject
    private SetUp setUp;

    @Inject
    private InForce inForce;

    @Inject
    private Visitor visitor;

    @Inject
    private Audit audit;

    private transient List<T> rows;
    private T edited;
    private boolean fresh;

    /** The rows as the database has them, in the order in which they are shown. */
    protected abstract List<T> read();

    /** A row with usual values. */
    protected abstract T usual();

    /** The texts in the reader's language. */
    protected final Words words() {
        return visitor.words();
    }

    /** How messages call the row. */
    protected abstract String name(T row);

    /** Reports everything that keeps the row from being saved, by {@link #refuse}. */
    protected abstract void check(T row);

    /** Writes the row. */
    protected void write(T row) {
        if (fresh) {
            setUp.add(row);
        } else {
            setUp.change(row);
        }
    }

    /** What else is changed with the row, for the audit log; secrets are never told. */
    protected List<String> changedBeside() {
        return List.of();
    }

    /** Takes the row out of the database. */
    protected abstract void delete(T row);

    /** The message key that says that the row, its argument, is saved. */
    protected String savedKey() {
        return "setup.saved";
    }

    /** A message key that says why the row must stay; null when it may go. */
    protected String keptBecause(T row) {
        return null;
    }

    public List<T> getRows() {
        if (rows == null) {
            rows = read();
        }
        return rows;
    }

    /** The row being edited; null when there is none. */
    public T getEdited() {
        return edited;
    }

    /** Whether the row being edited is not in the database yet. */
    public boolean isFresh() {
        return fresh;
    }

    /** Forgets passwords that were typed for the row that was edited; pages that have some say which. */
    protected void forgetSecrets() {}

    /** What is typed for a password, whose field is empty again whenever the page is shown: nothing typed is lost by a mistake elsewhere. */
    protected static String typed(String text, String before) {
        return Identifiers.blank(text) ? before : text;
    }

    public void begin() {
        forgetSecrets();
        edited = usual();
        fresh = true;
    }

    public void edit(T row) {
        forgetSecrets();
        edited = row;
        fresh = false;
        // The table shows what is saved, not what is being typed.
        rows = null;
    }

    public void cancel() {
        forgetSecrets();
        edited = null;
        rows = null;
    }

    public void save() {
        check(edited);
        if (FacesContext.getCurrentInstance().getMessageList().isEmpty()) {
            Actor actor = visitor.actor();
            String name = name(edited);
            RowState before = setUp.saved(edited);
            if (attempt(() -> write(edited))) {
                audit.done(
                        actor,
                        fresh ? AuditAction.CREATE : AuditAction.CHANGE,
                        subject(edited),
                        together(before.changesTo(RowState.of(edited)), changedBeside()));
                done(savedKey(), name);
                forgetSecrets();
                edited = null;
            }
        }
    }

    public void remove(T row) {
        Actor actor = visitor.actor();
        String reason = keptBecause(row);
        RowState was = setUp.saved(row);
        if (reason != null) {
            refuse(null, reason, name(row));
        } else if (attempt(() -> delete(row))) {
            audit.done(actor, AuditAction.REMOVE, subject(row), was.changesTo(RowState.NONE));
            done("setup.removed", name(row));
        }
    }

    private boolean attempt(Runnable change) {
        try {
            change.run();
        } catch (OptimisticLockException e) {
            refuse(null, "setup.changedMeanwhile");
            return false;
        } catch (PersistenceException e) {
            log.warn("A change of the set-up was refused", e);
            refuse(null, "setup.refused");
            return false;
        }
        inForce.renew();
        rows = null;
        return true;
    }

    /** The kind of row, as the database calls it, its id, and its name if that is another: {@code agent 1003 Wang Fang}. */
    private String subject(T row) {
        String type = row.getClass().getSimpleName().replaceFirst("Row$", "");
        String id = String.valueOf(setUp.id(row));
        String kind = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
        return id.equals(name(row)) ? kind + " " + id : kind + " " + id + " " + name(row);
    }

    private static String together(String changes, List<String> beside) {
        return Stream.concat(Stream.of(changes), beside.stream())
                .filter(change -> !change.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private void done(String key, String name) {
        log.info("{}: {} {}", visitor.getUser().login(), key, name);
        tell(null, FacesMessage.SEVERITY_INFO, visitor.words().get(key, name));
    }

    /** Says that something was done. */
    protected final void confirm(String key, Object... arguments) {
        tell(null, FacesMessage.SEVERITY_INFO, visitor.words().get(key, arguments));
    }

    /** Says at a field, or at none for null, what would be right. */
    protected final void refuse(String field, String key, Object... arguments) {
        String text = visitor.words().get(key, arguments);
        UIComponent there = field == null
                ? null
                : FacesContext.getCurrentInstance().getViewRoot().findComponent(FORM + field);
        if (there instanceof UIInput input) {
            FieldMarks.mark(input);
            text = named(input, text);
        }
        tell(field, FacesMessage.SEVERITY_ERROR, text);
    }

    /** The messages stand together above all fields. */
    private String named(UIInput field, String text) {
        Object label = field.getAttributes().get("label");
        return label == null || text.contains(label.toString())
                ? text
                : visitor.words().get("setup.field", label, text);
    }

    /** The same of a field whose label, a message key too, is the text's first argument. */
    protected final void refuseNamed(String field, String label, String key) {
        refuse(field, key, visitor.words().get(label));
    }

    private static void tell(String field, FacesMessage.Severity severity, String text) {
        FacesContext.getCurrentInstance().addMessage(field, new FacesMessage(severity, text, null));
    }

    protected final SetUp setUp() {
        return setUp;
    }

    protected final Visitor visitor() {
        return visitor;
    }

    /** What calls follow at the moment. */
    protected final Configuration configuration() {
        return inForce.configuration();
    }
}
