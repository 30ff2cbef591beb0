package io.zongji.simulator;

import java.util.concurrent.CountDownLatch;

/**
 * The demo's actors as a program: callers who arrive at random and agents who answer them, until it is told to stop. Settings
 * are the system properties of docs/configuration.md; with {@code zongji.demo.seed} a run can be repeated.
 */
public final class Demo {

    private Demo() {}

    public static void main(String[] args) throws Exception {
        Logging.begin();
        DemoSettings settings;
        try {
            settings = DemoSettings.of(System.getProperties());
        } catch (IllegalArgumentException | java.io.IOException e) {
            System.err.println("The simulator cannot start: " + e.getMessage());
            System.exit(2);
            return;
        }
        PhoneStack stack = PhoneStack.open(settings.address(), 0);
        DemoActors actors = new DemoActors(stack, settings);
        actors.begin();
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            actors.end();
                            stack.close();
                            stopped.countDown();
                        },
                        "simulator-stop"));
        stopped.await();
    }
}
