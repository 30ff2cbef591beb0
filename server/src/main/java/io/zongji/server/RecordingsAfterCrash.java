package io.zongji.server;

import io.zongji.media.recording.RecordingRepair;
import io.zongji.media.recording.RecordingResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
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
    public Optional<Repaired> repair(String file) {
        return Optional.ofNullable(repaired.get(file))
                .map(result -> new Repaired(result.duration(), result.size(), result.sha256()));
    }
}
