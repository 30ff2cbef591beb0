package io.zongji.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RegistrationTest {

    private static final Duration SOON = Duration.ofSeconds(6);

    @Test
    void aPhoneRegistersWithItsPasswordRefreshesAndUnregisters() throws IOException {
        try (FakeRegistrar registrar = new FakeRegistrar("secret", 2);
                PhoneStack stack = PhoneStack.open("127.0.0.2", 0)) {
            SimulatedPhone phone = stack.phone(new PhoneAccount("8001", "secret", registrar.address()));

            phone.register(Duration.ofSeconds(60));
            phone.awaitRegistered(SOON);
            await().atMost(SOON).until(() -> registrar.granted().size() >= 2);
            phone.unregister();
            phone.awaitUnregistered(SOON);

            assertThat(registrar.granted()).startsWith(60, 60).endsWith(0);
        }
    }

    @Test
    void closingTheStackUnregisters() throws IOException {
        try (FakeRegistrar registrar = new FakeRegistrar("secret", 60)) {
            try (PhoneStack stack = PhoneStack.open("127.0.0.2", 0)) {
                SimulatedPhone phone = stack.phone(new PhoneAccount("8001", "secret", registrar.address()));
                phone.register();
                phone.awaitRegistered(SOON);
            }

            assertThat(registrar.granted()).endsWith(0);
        }
    }

    @Test
    void aWrongPasswordIsRefused() throws IOException {
        try (FakeRegistrar registrar = new FakeRegistrar("secret", 60);
                PhoneStack stack = PhoneStack.open("127.0.0.2", 0)) {
            SimulatedPhone phone = stack.phone(new PhoneAccount("8001", "wrong", registrar.address()));

            phone.register();

            phone.awaitRegistrationRefused(401, SOON);
            assertThat(phone.isRegistered()).isFalse();
            assertThat(registrar.granted()).isEmpty();
        }
    }

    @Test
    void aCallIsRepeatedWithThePasswordWhenAskedFor() throws IOException {
        try (FakeRegistrar registrar = new FakeRegistrar("secret", 60);
                PhoneStack stack = PhoneStack.open("127.0.0.2", 0)) {
            SimulatedPhone right = stack.phone(new PhoneAccount("8001", "secret", registrar.address()));
            SimulatedPhone wrong = stack.phone(new PhoneAccount("8002", "wrong", registrar.address()));
            SimulatedPhone without = stack.phone(new PhoneAccount("8003", null, registrar.address()));

            assertThat(right.call("95000").awaitEnded(SOON).status()).isEqualTo(486);
            assertThat(wrong.call("95000").awaitEnded(SOON).status()).isEqualTo(401);
            assertThat(without.call("95000").awaitEnded(SOON).status()).isEqualTo(401);
        }
    }
}
