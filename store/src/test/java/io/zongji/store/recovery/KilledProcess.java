package io.zongji.store.recovery;

import io.zongji.domain.TenantId;
import io.zongji.domain.journal.CallEvent;
import io.zongji.domain.journal.JournalEntry;
import io.zongji.store.journal.DurableJournal;
import io.zongji.store.journal.Entries;
import io.zongji.store.journal.JournalSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;

/** Writes calls until it is killed, and tells each entry that the journal has taken. Arguments: journal directory, database URL, number of the first call. */
final class KilledProcess {

    private KilledProcess() {}

    public static void main(String[] arguments) {
        DurableJournal journal = DurableJournal.open(
                Path.of(arguments[0]),
                JdbcConnectionPool.create(arguments[1], "sa", ""),
                TenantId.DEFAULT,
                JournalSettings.USUAL);
        for (int first = Integer.parseInt(arguments[2]); ; first += 50) {
            List<List<JournalEntry>> calls = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                calls.add(Entries.answeredCall(first + i));
            }
            for (int step = 0; step < 15; step++) {
                for (List<JournalEntry> call : calls) {
                    journal.append(call.get(step));
                    System.out.println(((CallEvent) call.get(step)).call() + "/" + (step + 1));
                }
            }
        }
    }
}
