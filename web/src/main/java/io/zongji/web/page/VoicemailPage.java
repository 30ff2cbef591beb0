package io.zongji.web.page;

import io.zongji.store.entity.CallRow;
import io.zongji.store.entity.VoicemailRow;
import io.zongji.web.Visitor;
import io.zongji.web.records.CallRecords;
import io.zongji.web.records.Permission;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Messages that callers left. */
@Named("voicemails")
@ViewScoped
public class VoicemailPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    private CallRecords records;

    @Inject
    private Visitor visitor;

    private final Rows rows = new Rows();

    public LazyDataModel<VoicemailRow> getRows() {
        return rows;
    }

    /** The number that left the message; empty when withheld. */
    public String caller(VoicemailRow message) {
        return records.call(message.getCallId()).map(CallRow::getCaller).orElse("");
    }

    public String heard(VoicemailRow message) {
        return message.getHeardAt() == null
                ? visitor.words().get("voicemail.new")
                : visitor.words().get("voicemail.heard", message.getHeardBy());
    }

    public void markHeard(String id) {
        if (Permission.toHearMessages(visitor.getUser())) {
            records.markHeard(id, visitor.getUser().login());
        }
    }

    /** Reads one page at a time. */
    private final class Rows extends LazyDataModel<VoicemailRow> {
        private static final long serialVersionUID = 1L;

        @Override
        public int count(Map<String, FilterMeta> filters) {
            return records.voicemailCount();
        }

        @Override
        public List<VoicemailRow> load(
                int first, int size, Map<String, SortMeta> sorting, Map<String, FilterMeta> filters) {
            return records.voicemailPage(first, size);
        }

        @Override
        public String getRowKey(VoicemailRow row) {
            return row.getId();
        }
    }
}
