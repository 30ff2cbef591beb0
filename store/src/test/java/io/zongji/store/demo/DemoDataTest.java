package io.zongji.store.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.AgentId;
import io.zongji.domain.QueueId;
import io.zongji.domain.calendar.ServiceTime;
import io.zongji.domain.config.Agent;
import io.zongji.domain.config.Configuration;
import io.zongji.domain.config.Queue;
import io.zongji.domain.flow.Flow;
import io.zongji.domain.flow.FlowNode;
import io.zongji.domain.flow.FlowValidator;
import io.zongji.store.TestDatabase;
import io.zongji.store.config.ConfigurationCache;
import io.zongji.store.config.DigestSecret;
import io.zongji.store.config.PortalPassword;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.util.ModularCrypt;

class DemoDataTest {

    private static final DemoPasswords PASSWORDS = new DemoPasswords("adm", "sup", "ins", "age", "ext");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @EnumSource
    void aNewDatabaseBecomesACompleteConfiguration(TestDatabase kind) {
        DataSource database = kind.migrated();
        assertThat(new DemoData(database, CLOCK).install(PASSWORDS)).isTrue();

        Configuration configuration = ConfigurationCache.of(database).get();
        Queue support = configuration.queue(new QueueId("support")).orElseThrow();
        assertThat(support.announcement()).containsExactly("queued");
        assertThat(support.music()).containsExactly("music/default");
        assertThat(configuration.agentsOf(support.id())).hasSize(20);
        Agent agent = configuration.agent(new AgentId("1001")).orElseThrow();
        assertThat(agent.extension()).isEqualTo("8001");
        assertThat(configuration.ha1("8001")).contains(DigestSecret.md5("8001", "zongji", "ext"));
        assertThat(configuration.trunkByAddress("127.0.0.2")).isPresent();
        assertThat(configuration.flows()).hasSize(3).allSatisfy(flow -> assertThat(FlowValidator.validate(
                        flow, queue -> configuration.queue(queue).isPresent()))
                .isEmpty());
        assertThat(configuration.dialledNumbers())
                .allSatisfy(
                        number -> assertThat(configuration.flow(number.flow())).isPresent())
                .hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void aSecondStartChangesNothing(TestDatabase kind) {
        DataSource database = kind.migrated();
        DemoData demo = new DemoData(database, CLOCK);
        demo.install(PASSWORDS);
        TestDatabase.execute(database, "delete from dialled_number where number = '95001'");
        assertThat(demo.install(DemoPasswords.generate(new SecureRandom()))).isFalse();
        assertThat(TestDatabase.query(database, "select count(*) from dialled_number"))
                .containsExactly("2");
        String hash = TestDatabase.query(database, PortalPassword.PASSWORD_QUERY.replace("?", "'admin'"))
                .get(0);
        assertThat(PortalPassword.matches("adm", hash)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theQueriesForElytronAnswer(TestDatabase kind) throws Exception {
        DataSource database = kind.migrated();
        new DemoData(database, CLOCK).install(PASSWORDS);
        assertThat(TestDatabase.query(database, PortalPassword.ROLES_QUERY.replace("?", "'agent1001'")))
                .containsExactly("agent");
        String hash = TestDatabase.query(database, PortalPassword.PASSWORD_QUERY.replace("?", "'agent1001'"))
                .get(0);
        Password password = ModularCrypt.decode(hash);
        PasswordFactory factory =
                PasswordFactory.getInstance(password.getAlgorithm(), WildFlyElytronPasswordProvider.getInstance());
        assertThat(factory.verify(factory.translate(password), "age".toCharArray()))
                .isTrue();
        assertThat(factory.verify(factory.translate(password), "agf".toCharArray()))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void fixedAgentsAreAddedOnDemandAndOnce(TestDatabase kind) {
        DataSource database = kind.migrated();
        DemoData demo = new DemoData(database, CLOCK);
        demo.install(PASSWORDS);
        assertThat(demo.addFixedAgents(3, "sip:a{n}@127.0.0.3:5070")).isEqualTo(3);
        assertThat(demo.addFixedAgents(5, "sip:a{n}@127.0.0.3:5070")).isEqualTo(2);
        Configuration configuration = ConfigurationCache.of(database).get();
        Agent agent = configuration.agent(new AgentId("a5")).orElseThrow();
        assertThat(agent.autoSignIn()).isTrue();
        assertThat(agent.wrapUp()).isEqualTo(Duration.ZERO);
        assertThat(configuration.extension("a5").orElseThrow().fixedContact()).isEqualTo("sip:a5@127.0.0.3:5070");
        assertThat(TestDatabase.query(database, "select login from portal_user where agent_id = 'a5'"))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void simulatedAgentsSignInByThemselvesAndOthersDoNot(TestDatabase kind) {
        DataSource database = kind.migrated();
        DemoData demo = new DemoData(database, CLOCK);
        demo.install(PASSWORDS);
        demo.addFixedAgents(1, "sip:a{n}@127.0.0.3:5070");

        demo.simulateAgents(4);
        demo.simulateAgents(2);

        assertThat(ConfigurationCache.of(database).get().agents())
                .filteredOn(Agent::autoSignIn)
                .extracting(agent -> agent.id().value())
                .containsExactlyInAnyOrder("1001", "1002", "a1");
    }

    @Test
    void theHotlineIsOpenAtAnyHourAndAfterHoursNever() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        for (int hour = 0; hour < 24 * 7; hour++) {
            Instant now = CLOCK.instant().plus(Duration.ofHours(hour));
            assertThat(hours(DemoFlows.hotline()).openAt(now, zone)).isTrue();
            assertThat(hours(DemoFlows.afterHours()).openAt(now, zone)).isFalse();
        }
    }

    private static ServiceTime hours(Flow flow) {
        return ((FlowNode.ServiceHours) flow.node("hours").orElseThrow()).hours();
    }
}
