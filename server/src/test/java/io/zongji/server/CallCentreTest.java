package io.zongji.server;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that each have a call centre of their own, new and with short times. */
abstract class CallCentreTest {

    @TempDir
    private Path data;

    TestCentre centre;

    @BeforeEach
    void start() throws Exception {
        centre = new TestCentre(data);
    }

    @AfterEach
    void stop() {
        centre.close();
    }
}
