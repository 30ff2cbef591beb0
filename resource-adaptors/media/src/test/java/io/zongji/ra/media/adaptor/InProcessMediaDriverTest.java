package io.zongji.ra.media.adaptor;

import io.zongji.media.prompt.PromptLibrary;

/** The media server in this process keeps the contract. */
class InProcessMediaDriverTest extends MediaDriverContract {
    @Override
    protected int firstPort() {
        return 19_400;
    }

    @Override
    protected MediaDriver start(int firstPort) throws Exception {
        InProcessMediaDriver started =
                new InProcessMediaDriver(settings(firstPort, PORTS, recordings), new PromptLibrary(null));
        started.start(events);
        return started;
    }
}
