package io.zongji.ra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.domain.AgentId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.journal.AgentEvent;
import io.zongji.domain.journal.Journal;
import io.zongji.domain.journal.JournalEntry;
import io.zongji.domain.phone.AgentCode;
import io.zongji.domain.phone.GuestSignIn;
import io.zongji.domain.phone.PhoneTokens;
import io.zongji.domain.phone.StandingLegs;
import io.zongji.domain.trunk.TrunkHealth;
import io.zongji.domain.trunk.TrunkRegistrations;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.InvalidConfigurationException;
import javax.slee.resource.ResourceAdaptorContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoreResourceAdaptorTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private final ThreadTransactions transactions = new ThreadTransactions();
    private final MemoryJournal journal = new MemoryJournal();
    private Configuration configuration = Configuration.builder().version(1).build();
    private StoreRegistry.Registration registration;
    private StoreResourceAdaptor adaptor;
    private CallCentreStore store;

    @BeforeEach
    void start() {
        registration = StoreRegistry.offer("test", resources());
        adaptor = activate("test");
        store = (CallCentreStore) adaptor.getResourceAdaptorInterface(CallCentreStore.class.getName());
    }

    @AfterEach
    void stop() {
        registration.close();
    }

    @Test
    void entriesOfACommittedTransactionAreWrittenTogetherAfterTheCommit() throws Exception {
        transactions.begin();
        store.append(entry("1001"));
        store.append(entry("1002"));
        assertThat(journal.appends).isEmpty();
        transactions.commit();
        assertThat(journal.appends).containsExactly(List.of(entry("1001"), entry("1002")));
    }

    @Test
    void aRollbackLeavesNothing() throws Exception {
        transactions.begin();
        store.append(entry("1001"));
        transactions.rollback();
        transactions.begin();
        transactions.setRollbackOnly();
        store.append(entry("1002"));
        transactions.rollback();
        assertThat(journal.appends).isEmpty();
        transactions.begin();
        store.append(entry("1003"));
        transactions.commit();
        assertThat(journal.appends).containsExactly(List.of(entry("1003")));
    }

    @Test
    void aTransactionThatFailsToCommitLeavesNothing() throws Exception {
        transactions.begin();
        store.append(entry("1001"));
        transactions.failCommit();
        assertThat(journal.appends).isEmpty();
    }

    @Test
    void withoutATransactionEntriesAreWrittenAtOnce() {
        store.append(entry("1001"));
        assertThat(journal.appends).containsExactly(List.of(entry("1001")));
    }

    @Test
    void transactionsDoNotMix() throws Exception {
        transactions.begin();
        store.append(entry("1001"));
        var outer = transactions.suspend();
        transactions.begin();
        store.append(entry("1002"));
        transactions.commit();
        assertThat(journal.appends).containsExactly(List.of(entry("1002")));
        transactions.resume(outer);
        store.append(entry("1003"));
        transactions.commit();
        assertThat(journal.appends).containsExactly(List.of(entry("1002")), List.of(entry("1001"), entry("1003")));
    }

    @Test
    void entriesAppendedWhileTheTransactionCompletesAreNotLost() throws Exception {
        transactions.begin();
        transactions.afterCommit(() -> store.append(entry("1002")));
        store.append(entry("1001"));
        transactions.commit();
        assertThat(journal.appends).hasSize(2);
    }

    @Test
    void whatCommitsFirstIsWrittenFirstEvenIfItIsToldOfItLater() throws Exception {
        transactions.begin();
        store.append(entry("1001"));
        transactions.prepare();
        var first = transactions.suspend();
        transactions.begin();
        store.append(entry("1002"));
        transactions.commit();
        store.append(entry("1003"));
        assertThat(journal.appends).isEmpty();
        transactions.resume(first);
        transactions.commit();
        assertThat(journal.appends)
                .containsExactly(List.of(entry("1001")), List.of(entry("1002")), List.of(entry("1003")));
    }

    @Test
    void aRollbackAfterTheLastQuestionHoldsNobodyUp() throws Exception {
        transactions.begin();
        store.append(entry("1001"));
        transactions.prepare();
        var first = transactions.suspend();
        transactions.begin();
        store.append(entry("1002"));
        transactions.commit();
        transactions.resume(first);
        transactions.rollback();
        assertThat(journal.appends).containsExactly(List.of(entry("1002")));
    }

    @Test
    void decidedTransactionsAreForgotten() throws Exception {
        TransactionalStore direct = new TransactionalStore(resources(), transactions.manager());
        for (int i = 0; i < 10; i++) {
            transactions.begin();
            direct.append(entry("1001"));
            assertThat(direct.openTransactions()).isEqualTo(1);
            if (i % 2 == 0) {
                transactions.commit();
            } else {
                transactions.rollback();
            }
        }
        assertThat(direct.openTransactions()).isZero();
    }

    @Test
    void theConfigurationInForceIsAlwaysTheLatest() {
        configuration = Configuration.builder().version(2).build();
        assertThat(store.configuration().version()).isEqualTo(2);
    }

    @Test
    void resourcesMayBeOfferedAfterActivation() throws Exception {
        CallCentreStore late =
                (CallCentreStore) activate("late").getResourceAdaptorInterface(CallCentreStore.class.getName());
        assertThatThrownBy(late::clock)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\"late\"");
        var offer = StoreRegistry.offer("late", resources());
        assertThat(late.clock()).isNotNull();
        offer.close();
    }

    @Test
    void aNameIsOfferedOnce() {
        assertThatThrownBy(() -> StoreRegistry.offer("test", resources())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aConfigurationWithoutAStoreIsInvalid() {
        assertThatThrownBy(() -> adaptor.raVerifyConfiguration(properties(" ")))
                .isInstanceOf(InvalidConfigurationException.class);
        assertThat(adaptor.getResourceAdaptorInterface("java.lang.Runnable")).isNull();
    }

    private StoreResourceAdaptor activate(String name) {
        StoreResourceAdaptor created = new StoreResourceAdaptor();
        created.setResourceAdaptorContext((ResourceAdaptorContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ResourceAdaptorContext.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getSleeTransactionManager")) {
                        return transactions.manager();
                    }
                    throw new UnsupportedOperationException(method.getName());
                }));
        created.raConfigure(properties(name));
        created.raActive();
        return created;
    }

    private static ConfigProperties properties(String name) {
        ConfigProperties properties = new ConfigProperties();
        properties.addProperty(new ConfigProperties.Property(StoreResourceAdaptor.STORE, "java.lang.String", name));
        return properties;
    }

    private static AgentEvent entry(String agent) {
        return new AgentEvent(new AgentId(agent), AgentState.IDLE, "", NOW, null);
    }

    private static final class MemoryJournal implements Journal {
        private final List<List<? extends JournalEntry>> appends = new ArrayList<>();

        @Override
        public void append(JournalEntry entry) {
            appends.add(List.of(entry));
        }

        @Override
        public void append(List<? extends JournalEntry> entries) {
            appends.add(List.copyOf(entries));
        }

        @Override
        public Subscription subscribe(Consumer<JournalEntry> subscriber) {
            throw new UnsupportedOperationException();
        }
    }

    private static final AgentCodes NO_CODES = new AgentCodes() {
        @Override
        public boolean permits(AgentId agent, AgentCode code) {
            return false;
        }

        @Override
        public void carryOut(AgentId agent, AgentCode code) {
            throw new UnsupportedOperationException();
        }

        @Override
        public GuestSignIn check(String number, String pin, String phone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void signInAt(AgentId agent, String phone) {
            throw new UnsupportedOperationException();
        }
    };

    private CallCentreResources resources() {
        Clock clock = Clock.systemUTC();
        return new CallCentreResources(
                () -> configuration,
                journal,
                clock,
                new PhoneRules(
                        new PhoneTokens(clock, new SecureRandom()), Duration.ofSeconds(30), Duration.ZERO, NO_CODES),
                new OutsideLines(new TrunkHealth(clock), new TrunkRegistrations(), text -> text, new StandingLegs()));
    }
}
