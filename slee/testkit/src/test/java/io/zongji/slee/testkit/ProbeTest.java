package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.Statistics;
import io.zongji.slee.testkit.contract.SleeContract;
import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.stub.StubResource;
import java.time.Duration;
import javax.slee.resource.ConfigProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A SLEE of the test kit with the stub resource adaptor and the probe services. */
abstract class ProbeTest implements SleeContract {
    protected TestSlee slee;
    protected StubResource stub;
    private Statistics before;

    @BeforeEach
    void startSlee() {
        Probe.reset();
        useSlee(new TestSlee());
    }

    protected void useSlee(TestSlee other) {
        slee = other;
        ClassLoader loader = Probe.class.getClassLoader();
        slee.install(TestSlee.unitRoot(loader, "io/zongji/slee/testkit/unit"), loader);
        slee.resourceAdaptor(StubResource.RESOURCE_ADAPTOR, "stub", new ConfigProperties());
        stub = (StubResource) slee.container().resourceAdaptorInterface(StubResource.TYPE, "stub");
        before = slee.statistics();
    }

    @AfterEach
    void stopSlee() {
        slee.close();
        assertThat(Probe.failedAssertions())
                .as("assertions that failed inside SBBs")
                .isEmpty();
    }

    @Override
    public SleeContainer container() {
        return slee.container();
    }

    @Override
    public StubResource stub() {
        return stub;
    }

    @Override
    public Statistics before() {
        return before;
    }

    @Override
    public void settle() {
        slee.settle();
    }

    @Override
    public void advance(Duration by) {
        slee.advance(by);
    }

    @Override
    public long now() {
        return slee.clock().millis();
    }
}
