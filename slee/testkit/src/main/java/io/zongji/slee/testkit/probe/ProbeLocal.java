package io.zongji.slee.testkit.probe;

import io.zongji.slee.testkit.stub.StubResource;
import java.io.IOException;
import java.util.function.Consumer;
import javax.slee.SbbLocalObject;

/** The local interface of the probe. */
public interface ProbeLocal extends SbbLocalObject {
    /** Runs an action inside the entity. */
    void call(Consumer<ProbeSbb> action);

    int add(int a, int b);

    StubResource.Mode[] modes(StubResource.Mode mode);

    /** Throws a checked exception. */
    void failChecked(String message) throws IOException;
}
