package io.zongji.web.setup;

import io.zongji.domain.config.PhoneNumber;
import io.zongji.store.entity.DialledNumberRow;
import io.zongji.store.entity.FlowRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Which flow begins when a number is dialled. */
@Named("numbers")
@ViewScoped
public class NumbersPage extends Editor<DialledNumberRow> {

    private static final long serialVersionUID = 1L;
    private static final Pattern NUMBER = Pattern.compile("[+]?[A-Za-z0-9._*#-]{1,63}");

    @Override
    protected List<DialledNumberRow> read() {
        return setUp().all(DialledNumberRow.class, "number");
    }

    @Override
    protected DialledNumberRow usual() {
        return new DialledNumberRow();
    }

    @Override
    protected String name(DialledNumberRow row) {
        return row.getNumber();
    }

    @Override
    protected void check(DialledNumberRow row) {
        row.setAgentAnnouncement(Objects.requireNonNullElse(row.getAgentAnnouncement(), ""));
        if (!isFresh()) {
            return;
        }
        String number = PhoneNumber.normalise(row.getNumber());
        if (!NUMBER.matcher(number).matches()) {
            refuse("number", "numbers.bad");
        } else if (configuration().dialledNumber(number).isPresent()) {
            refuse("number", "setup.twice", number);
        }
        row.setNumber(number);
    }

    @Override
    protected void delete(DialledNumberRow row) {
        setUp().remove(DialledNumberRow.class, row.getNumber());
    }

    /** The flows to choose from. */
    public List<FlowRow> getFlows() {
        return setUp().all(FlowRow.class, "id");
    }

    /** The flow's name; its id when it is gone. */
    public String flow(String id) {
        FlowRow row = setUp().find(FlowRow.class, id);
        return row == null ? id : row.getName();
    }
}
