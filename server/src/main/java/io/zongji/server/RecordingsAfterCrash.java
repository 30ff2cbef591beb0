package io.zongji.server;

import io.zongji.domain.CallId;
import io.zongji.media.recording.RecordingRepair;
import io.zongji.media.recording.RecordingResult;
import io.zongji.sbb.RecordingPath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recordings that the last run left unfinished: repaired all at once, then asked for one by one by the recovery. */
final class RecordingsAfterCrash implements io.zongji.store.recovery.RecordingRepair {

    private final Map<String, RecordingResult> repaired = new HashMap<>();

    RecordingsAfterCrash(Path recordings) throws IOException {
        for (RecordingResult result : RecordingRepair.run(recordings)) {
            repaired.put(result.file(), result);
        }
    }

    @Override
    public List<String> messagesOf(CallId call) {
        return repaired.keySet().stream()
                .filter(file -> RecordingPath.isMessageOf(call, file))
                .sorted()
                .toList();
    }

    @Override
    public Optional<Repaired> repair(String file) {
        return Optional.ofNullable(repaired.get(file))
                .map(result -> new Repaired(result.duration(), result.size(), result.sha256()));
    }
}
