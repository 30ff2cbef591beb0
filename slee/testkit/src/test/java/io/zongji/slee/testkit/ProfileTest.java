package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.container.deploy.InstalledUnit;
import io.zongji.slee.testkit.plan.PlanCmp;
import io.zongji.slee.testkit.plan.PlanLocal;
import io.zongji.slee.testkit.probe.Probe;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.slee.InvalidStateException;
import javax.slee.NoSuchObjectLocalException;
import javax.slee.TransactionRequiredLocalException;
import javax.slee.management.ProfileTableNotification;
import javax.slee.profile.ProfileAlreadyExistsException;
import javax.slee.profile.ProfileID;
import javax.slee.profile.ProfileLocalObject;
import javax.slee.profile.ProfileTable;
import javax.slee.profile.ProfileTableAlreadyExistsException;
import javax.slee.profile.ProfileVerificationException;
import javax.slee.profile.ReadOnlyProfileException;
import javax.slee.profile.UnrecognizedProfileNameException;
import javax.slee.profile.UnrecognizedProfileTableNameException;
import org.junit.jupiter.api.Test;

/** Profile tables: their life, what SBBs read and write, and what transactions make of it. */
class ProfileTest extends PlanTest {
    @Test
    void newProfileHasTheDefaultProfilesValues() throws Exception {
        plans();
        assertThat(Probe.about("profileInitialize")).hasSize(1);

        profiles().create("plans", "one", Map.of());

        assertThat(profiles().values("plans", "one")).containsEntry("cost", 7).containsEntry("prefix", null);
        assertThat(Probe.about("profilePostCreate")).containsExactly("Plan profilePostCreate one");
        profiles().update("plans", null, Map.of("cost", 8));
        profiles().create("plans", "two", Map.of());
        assertThat(profiles().values("plans", "two")).containsEntry("cost", 8);
        assertThat(profiles().values("plans", "one")).containsEntry("cost", 7);
    }

    @Test
    void sbbReadsWhatManagementWrote() throws Exception {
        plans("010", 3);

        inSbb(sbb -> {
            PlanLocal plan = sbb.plan("to010");
            assertThat(plan.getPrefix()).isEqualTo("010");
            assertThat(plan.getCost()).isEqualTo(3);
            assertThat(plan.getProfileName()).isEqualTo("to010");
            assertThat(plan.getProfileTable()).isSameAs(sbb.plans());
            assertThat(plan.isIdentical(sbb.plans().find("to010"))).isTrue();
            assertThat(sbb.plans().find("unheard")).isNull();
            assertThat(sbb.plans().findAll()).hasSize(1);
            assertThat(stub.context().getProfileTable("plans")).isSameAs(sbb.plans());
        });
    }

    @Test
    void profileKeptInACmpFieldReadsAsNullWhenItIsRemoved() throws Exception {
        plans("010", 3);

        inSbb(sbb -> {
            sbb.setChosen(sbb.plan("to010"));
            assertThat(sbb.getChosen().getCost()).isEqualTo(3);
            sbb.plans().remove("to010");
            assertThat(sbb.getChosen()).isNull();
        });
    }

    @Test
    void profileCmpMethodFindsTheProfile() throws Exception {
        plans("010", 3);
        profiles().createTable(FIXED_PLAN, "fixed");

        inSbb(sbb -> {
            assertThat(sbb.getPlan(new ProfileID("plans", "to010")).getCost()).isEqualTo(3);
            assertThatThrownBy(() -> sbb.getPlan(new ProfileID("plans", "unheard")))
                    .isInstanceOf(UnrecognizedProfileNameException.class);
            assertThatThrownBy(() -> sbb.getPlan(new ProfileID("unheard", "to010")))
                    .isInstanceOf(UnrecognizedProfileTableNameException.class);
            assertThatThrownBy(() -> sbb.getPlan(new ProfileID("fixed", "to010")))
                    .isInstanceOf(UnrecognizedProfileTableNameException.class);
        });
    }

    @Test
    void profilesNeedATransaction() throws Exception {
        plans("010", 3);
        ProfileTable table = stub.context().getProfileTable("plans");

        assertThatThrownBy(() -> table.find("to010")).isInstanceOf(TransactionRequiredLocalException.class);
        assertThatThrownBy(() -> table.create("x")).isInstanceOf(TransactionRequiredLocalException.class);
    }

    @Test
    void changesAreSeenByOthersAfterTheCommit() throws Exception {
        plans("010", 3);

        inSbb(sbb -> {
            sbb.plan("to010").setCost(4);
            PlanLocal added = (PlanLocal) sbb.plans().create("new");
            added.setPrefix("020");
            assertThat(sbb.plan("to010").getCost()).isEqualTo(4);
            assertThat(sbb.plans().findAll()).hasSize(2);
            assertThat(profiles().values("plans", "to010")).containsEntry("cost", 3);
            assertThat(profiles().profiles("plans")).hasSize(1);
        });

        assertThat(profiles().values("plans", "to010")).containsEntry("cost", 4);
        assertThat(profiles().values("plans", "new")).containsEntry("prefix", "020");
    }

    @Test
    void changesOfARolledBackTransactionAreGone() throws Exception {
        plans("010", 3);

        inSbb(sbb -> {
            sbb.plan("to010").setCost(4);
            sbb.plans().create("new");
            sbb.context().setRollbackOnly();
        });

        assertThat(profiles().values("plans", "to010")).containsEntry("cost", 3);
        assertThat(profiles().profiles("plans")).hasSize(1);
        profiles().update("plans", "to010", Map.of("cost", 5));
    }

    @Test
    void removedProfileIsGone() throws Exception {
        plans("010", 3, "020", 4);

        inSbb(sbb -> {
            PlanLocal plan = sbb.plan("to010");
            plan.remove();
            assertThatThrownBy(plan::getCost).isInstanceOf(NoSuchObjectLocalException.class);
            assertThat(sbb.plans().remove("unheard")).isFalse();
            assertThat(sbb.plans().remove("to020")).isTrue();
        });

        assertThat(profiles().profiles("plans")).isEmpty();
        assertThat(Probe.about("profileRemove"))
                .containsExactly("Plan profileRemove to010", "Plan profileRemove to020");
    }

    @Test
    void profileIsCreatedOnce() throws Exception {
        plans("010", 3);

        inSbb(sbb -> assertThatThrownBy(() -> sbb.plans().create("to010"))
                .isInstanceOf(ProfileAlreadyExistsException.class));

        assertThatThrownBy(() -> profiles().create("plans", "to010", Map.of()))
                .isInstanceOf(ProfileAlreadyExistsException.class);
        assertThatThrownBy(() -> profiles().createTable(PLAN, "plans"))
                .isInstanceOf(ProfileTableAlreadyExistsException.class);
    }

    @Test
    void uniqueAttributeIsUnique() throws Exception {
        plans("010", 3);

        assertThatThrownBy(() -> profiles().create("plans", "twin", Map.of("prefix", "010")))
                .isInstanceOf(ProfileVerificationException.class)
                .hasMessageContaining("010")
                .hasMessageContaining("prefix");
        inSbb(sbb -> ((PlanLocal) sbb.plans().create("twin")).setPrefix("010"));

        assertThat(profiles().profiles("plans")).hasSize(1);
        assertThat(Probe.about("rolled back")).hasSize(1);
    }

    @Test
    void profileThatDoesNotVerifyIsRefused() throws Exception {
        plans("010", 3);

        assertThatThrownBy(() -> profiles().update("plans", "to010", Map.of("cost", -1)))
                .isInstanceOf(ProfileVerificationException.class)
                .hasMessageContaining("negative cost");
        inSbb(sbb -> sbb.plan("to010").setCost(-1));

        assertThat(profiles().values("plans", "to010")).containsEntry("cost", 3);
        assertThat(Probe.about("rolled back")).hasSize(1);
    }

    @Test
    void businessMethodRunsInTheProfileObject() throws Exception {
        plans("010", 3);
        Probe.reset();

        inSbb(sbb -> {
            PlanLocal plan = sbb.plan("to010");
            assertThat(plan.costOf(5)).isEqualTo(15);
            plan.raise(2);
            assertThat(plan.getCost()).isEqualTo(5);
            assertThatThrownBy(plan::failChecked)
                    .isInstanceOf(IOException.class)
                    .hasMessage("of to010");
        });

        assertThat(profiles().values("plans", "to010")).containsEntry("cost", 5);
        assertThat(Probe.about("Plan profile"))
                .containsExactly(
                        "Plan profileActivate", "Plan profileLoad", "Plan profileStore", "Plan profilePassivate");
        assertThat(slee.container()
                        .usage()
                        .find(new ProfileTableNotification("plans"))
                        .orElseThrow()
                        .unnamed()
                        .count(0, false))
                .isEqualTo(1);
    }

    @Test
    void readOnlyProfilesAreChangedByManagementOnly() throws Exception {
        profiles().createTable(FIXED_PLAN, "fixed");
        profiles().create("fixed", "one", Map.of("cost", 3));

        inSbb(sbb -> {
            ProfileTable fixed = sbb.profiles().getProfileTable("fixed");
            ProfileLocalObject one = fixed.find("one");
            assertThatThrownBy(() -> ((PlanCmp) one).setCost(4)).isInstanceOf(ReadOnlyProfileException.class);
            assertThatThrownBy(() -> fixed.create("two")).isInstanceOf(ReadOnlyProfileException.class);
            assertThatThrownBy(() -> fixed.remove("one")).isInstanceOf(ReadOnlyProfileException.class);
            assertThat(((PlanCmp) one).getCost()).isEqualTo(3);
        });

        profiles().update("fixed", "one", Map.of("cost", 5));
        assertThat(profiles().values("fixed", "one")).containsEntry("cost", 5);
    }

    @Test
    void arraysAreHandedOutAsCopies() throws Exception {
        plans("010", 3);
        String[] trunks = {"a", "b"};
        profiles().update("plans", "to010", Map.of("trunks", trunks));
        trunks[0] = "changed outside";

        inSbb(sbb -> {
            sbb.plan("to010").getTrunks()[1] = "changed inside";
            assertThat(sbb.plan("to010").getTrunks()).containsExactly("a", "b");
            assertThat(sbb.plans().findProfileByAttribute("trunks", "b").getProfileName())
                    .isEqualTo("to010");
        });
    }

    @Test
    void readerDoesNotWaitForTheWriter() throws Exception {
        plans("010", 3);
        inSbb(sbb -> {
            sbb.plan("to010").setCost(4);
            Thread reader = new Thread(() -> Probe.note("read " + costOutside()));
            reader.start();
            reader.join(5_000);
            assertThat(Probe.about("read ")).containsExactly("read 3");
        });
    }

    private int costOutside() {
        return slee.container().transactions().inTransaction(() -> {
            try {
                return ((PlanCmp) stub.context().getProfileTable("plans").find("to010")).getCost();
            } catch (UnrecognizedProfileTableNameException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void tableIsRenamedAndRemoved() throws Exception {
        plans("010", 3);

        profiles().renameTable("plans", "old");

        assertThat(profiles().tables(PLAN)).containsExactly("old");
        assertThat(profiles().values("old", "to010")).containsEntry("cost", 3);
        profiles().removeTable("old");
        assertThat(profiles().tables()).isEmpty();
        assertThatThrownBy(() -> profiles().profiles("old")).isInstanceOf(UnrecognizedProfileTableNameException.class);
    }

    @Test
    void specificationWithTablesStaysInstalled() throws Exception {
        plans();
        end("plan");
        slee.deactivate(Probe.service("PlanReader"));
        List<InstalledUnit> units = slee.container().repository().units();

        assertThatThrownBy(() -> slee.container().uninstall(units.get(1).id()))
                .isInstanceOf(InvalidStateException.class)
                .hasMessageContaining("Plan");

        profiles().removeTable("plans");
        slee.container().uninstall(units.get(1).id());
    }
}
