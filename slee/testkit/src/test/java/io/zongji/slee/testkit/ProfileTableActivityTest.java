package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.container.profile.ProfileStorage;
import io.zongji.slee.testkit.plan.PlanSbb;
import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.slee.Address;
import javax.slee.AddressPlan;
import javax.slee.profile.ProfileSpecificationID;
import org.junit.jupiter.api.Test;

/** What becomes of changes: events on the table's activity, entities by address profile, and the storage. */
class ProfileTableActivityTest extends PlanTest {
    @Test
    void changesAreAnnouncedWithTheValuesTheyHadThen() throws Exception {
        plans("010", 3);
        inSbb(PlanSbb::listen);

        profiles().create("plans", "new", Map.of("cost", 1));
        profiles().update("plans", "new", Map.of("cost", 2));
        profiles().update("plans", "new", Map.of("cost", 3));
        profiles().remove("plans", "new");
        slee.settle();

        assertThat(Probe.about("new"))
                .filteredOn(line -> !line.startsWith("Plan"))
                .containsExactly("added new 1", "updated new 1 to 2", "updated new 2 to 3", "removed new 3");
    }

    @Test
    void changesOfARolledBackTransactionAreNotAnnounced() throws Exception {
        plans("010", 3);
        inSbb(PlanSbb::listen);

        inSbb(sbb -> {
            sbb.plan("to010").setCost(4);
            sbb.context().setRollbackOnly();
        });
        inSbb(sbb -> sbb.plan("to010").setCost(5));

        assertThat(Probe.about("updated")).containsExactly("updated to010 3 to 5");
    }

    @Test
    void removalOfATableEndsItsActivity() throws Exception {
        plans("010", 3);
        inSbb(PlanSbb::listen);
        assertThat(slee.statistics().activities()).containsEntry("profile table", 1);
        end("plan");
        assertThat(entities("PlanReader")).isEqualTo(1);

        profiles().removeTable("plans");
        slee.settle();

        assertThat(Probe.about("removed to")).containsExactly("removed to010 3");
        assertThat(slee.statistics().activities()).containsEntry("profile table", 0);
        assertThat(entities("PlanReader")).isZero();
    }

    private void alphaTo(String activity, String number) {
        PlanSbb.Script nothing = sbb -> {};
        stub.fire(
                activity,
                StubResource.ALPHA,
                new StubEvent(nothing),
                new Address(AddressPlan.E164, number),
                0,
                StubResource.Mode.PLAIN);
        slee.settle();
    }

    @Test
    void addressProfileChoosesTheEntity() throws Exception {
        profiles().createTable(new ProfileSpecificationID("AddressProfileSpec", "javax.slee", "1.1"), "numbers");
        profiles().create("numbers", "sales", Map.of("address", new Address(AddressPlan.E164, "100")));
        slee.deactivate(Probe.service("PlanReader"));
        services("PlanByAddress");
        start("a", "b", "c");

        alphaTo("a", "100");
        alphaTo("b", "100");
        alphaTo("c", "999");

        assertThat(Probe.about("PlanByAddress Alpha")).hasSize(2);
        assertThat(entities("PlanByAddress")).isEqualTo(1);
    }

    @Test
    void addressProfileOfOneZeroHasManyAddresses() throws Exception {
        profiles().createTable(new ProfileSpecificationID("AddressProfileSpec", "javax.slee", "1.0"), "numbers");
        Address[] addresses = {new Address(AddressPlan.E164, "100"), new Address(AddressPlan.E164, "101")};
        profiles().create("numbers", "sales", Map.of("addresses", addresses));
        slee.deactivate(Probe.service("PlanReader"));
        services("PlanByAddress");
        start("a", "b");

        alphaTo("a", "100");
        alphaTo("b", "101");

        assertThat(Probe.about("PlanByAddress Alpha")).hasSize(2);
        assertThat(entities("PlanByAddress")).isEqualTo(1);
    }

    /** Keeps tables for the next SLEE. */
    private static final class Kept implements ProfileStorage {
        private final Map<String, Stored> tables = new LinkedHashMap<>();
        private final Map<String, ProfileSpecificationID> specifications = new LinkedHashMap<>();

        @Override
        public Collection<Stored> tablesOf(ProfileSpecificationID specification, ClassLoader classes) {
            return tables.values().stream()
                    .filter(table -> specifications.get(table.table()).equals(specification))
                    .toList();
        }

        @Override
        public void created(ProfileSpecificationID specification, Stored table) {
            specifications.put(table.table(), specification);
            tables.put(table.table(), table);
        }

        @Override
        public void changed(
                String table,
                Map<String, Object> defaultProfile,
                Map<String, Map<String, Object>> changed,
                Set<String> removed) {
            Stored before = tables.get(table);
            Map<String, Map<String, Object>> profiles = new LinkedHashMap<>(before.profiles());
            profiles.putAll(changed);
            profiles.keySet().removeAll(removed);
            tables.put(
                    table,
                    new Stored(table, defaultProfile == null ? before.defaultProfile() : defaultProfile, profiles));
        }

        @Override
        public void renamed(String table, String newName) {
            Stored before = tables.remove(table);
            specifications.put(newName, specifications.remove(table));
            tables.put(newName, new Stored(newName, before.defaultProfile(), before.profiles()));
        }

        @Override
        public void removed(String table) {
            tables.remove(table);
        }
    }

    @Test
    void storedTablesComeBackWithTheirSpecification() throws Exception {
        Kept kept = new Kept();
        try (TestSlee first = new TestSlee(settings -> settings.profileStorage(kept))) {
            useSlee(first);
            installPlan(first);
            plans("010", 3, "020", 4);
            profiles().update("plans", null, Map.of("cost", 9));
            profiles().remove("plans", "to020");
            profiles().renameTable("plans", "routes");
            profiles().createTable(PLAN, "forgotten");
            profiles().removeTable("forgotten");
        }

        TestSlee second = new TestSlee(settings -> settings.profileStorage(kept));
        useSlee(second);
        installPlan(second);

        assertThat(profiles().tables()).isEqualTo(Set.copyOf(List.of("routes")));
        assertThat(profiles().profiles("routes")).hasSize(1);
        assertThat(profiles().values("routes", "to010"))
                .containsEntry("prefix", "010")
                .containsEntry("cost", 3);
        assertThat(profiles().values("routes", null)).containsEntry("cost", 9);
        assertThat(second.statistics().activities()).containsEntry("profile table", 1);
    }
}
