package io.zongji.ear;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What may know what: the arrows of the architecture, checked on the classes of every module. */
class ArchitectureTest {
    static final List<String> MODULES = List.of(
            "slee/api",
            "slee/ext",
            "slee/container",
            "slee/wildfly",
            "slee/example",
            "media-server",
            "domain",
            "store",
            "resource-adaptors/sip",
            "resource-adaptors/media",
            "resource-adaptors/store",
            "sbbs/events",
            "sbbs/cti",
            "sbbs/ivr",
            "sbbs/acd",
            "sbbs/recording",
            "simulator",
            "media-node",
            "server",
            "web");

    private static final Path ROOT = Path.of("../..");
    private static JavaClasses all;

    @BeforeAll
    static void readEveryModule() {
        all = new ClassFileImporter()
                .importPaths(MODULES.stream().map(ArchitectureTest::classes).toList());
    }

    @ParameterizedTest
    @FieldSource("MODULES")
    void everyModuleWithSourcesIsAmongWhatIsChecked(String module) throws IOException {
        assertThat(hasFiles(classes(module), ".class"))
                .isEqualTo(hasFiles(ROOT.resolve(module).resolve("src/main/java"), ".java"));
    }

    @Test
    void domainKnowsNobody() {
        mayKnowOfOurs("io.zongji.domain..");
        mustNotKnow(
                "io.zongji.domain..",
                resideInAnyPackage(
                        "javax.slee..", "javax.sip..", "gov.nist..", "jakarta..", "java.net.http..", "java.sql.."));
    }

    @Test
    void mediaServerKnowsNobody() {
        mayKnowOfOurs("io.zongji.media..");
        mustNotKnow("io.zongji.media..", resideInAnyPackage("javax.slee..", "javax.sip..", "gov.nist..", "jakarta.."));
    }

    @Test
    void sleeApiKnowsOnlyJavaAndTransactions() {
        mustNotKnow(
                "javax.slee..",
                not(resideInAnyPackage("java..", "javax..", "jakarta.transaction..", "jakarta.resource..")));
    }

    @Test
    void sleeKnowsNothingOfCalls() {
        mayKnowOfOurs("io.zongji.slee..");
        mustNotKnow("io.zongji.slee..", resideInAnyPackage("javax.sip..", "gov.nist.."));
    }

    @Test
    void storeKnowsTheDomain() {
        mayKnowOfOurs("io.zongji.store..", "io.zongji.domain..");
        mustNotKnow("io.zongji.store..", resideInAnyPackage("javax.slee..", "javax.sip..", "gov.nist.."));
    }

    /** All that a component may know of a SLEE is the standard, whoever wrote it. */
    @Test
    void noComponentKnowsWhichSleeItRunsIn() {
        for (String components : List.of("io.zongji.sbb..", "io.zongji.ra..", "io.zongji.example..")) {
            mustNotKnow(components, resideInAnyPackage("io.zongji.slee..", "org.mobicents.slee.."));
        }
    }

    @Test
    void aResourceAdaptorKnowsItsResourceAndNothingElseOfOurs() {
        mayKnowOfOurs("io.zongji.ra.sip..");
        mayKnowOfOurs("io.zongji.ra.media..", "io.zongji.media..");
        mayKnowOfOurs("io.zongji.ra.store..", "io.zongji.store..", "io.zongji.domain..");
    }

    @Test
    void aMediaNodeIsTheMediaServerAndHowItIsControlled() {
        mayKnowOfOurs("io.zongji.node..", "io.zongji.media..", "io.zongji.ra.media..");
    }

    @Test
    void servicesKnowTypesOfResourceAdaptorsEventsAndTheDomain() {
        mustNotKnow(
                "io.zongji.sbb..",
                resideInAPackage("io.zongji..")
                        .and(not(resideInAnyPackage(
                                "io.zongji.sbb..", "io.zongji.ra.media", "io.zongji.ra.store", "io.zongji.domain..")))
                        .and(not(whatTheSipAdaptorOffersBesideItsType())));
    }

    @Test
    void servicesKnowEachOtherByEventsOrAsParentAndChild() {
        check(slices().matching("io.zongji.sbb.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage("io.zongji.sbb.events.."))
                .ignoreDependency(alwaysTrue(), simpleNameEndingWith("SbbLocal")));
        check(slices().matching("io.zongji.sbb.(*)..").should().beFreeOfCycles());
    }

    @Test
    void aServiceOpensNeitherSocketNorThread() {
        mustNotKnow(
                "io.zongji.sbb..",
                resideInAnyPackage("java.net.http..", "java.nio.channels..", "java.sql..", "javax.sql..")
                        .or(JavaClass.Predicates.assignableTo(Executor.class))
                        .or(JavaClass.Predicates.assignableTo(Thread.class))
                        .or(JavaClass.Predicates.assignableTo("java.net.Socket"))
                        .or(JavaClass.Predicates.assignableTo("java.net.DatagramSocket")));
    }

    @Test
    void decisionsAskAClockThatTheyWereGiven() {
        check(noClasses()
                .that()
                .resideInAnyPackage("io.zongji.domain..", "io.zongji.sbb..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime"));
    }

    @Test
    void portalReachesTheSleeByEventsAndThroughTheServerAndMayLookAtIt() {
        mayKnowOfOurs(
                "io.zongji.web..",
                "io.zongji.domain..",
                "io.zongji.sbb.events..",
                "io.zongji.store..",
                "io.zongji.server",
                "io.zongji.server.deployment",
                "io.zongji.server.watchdog",
                "io.zongji.slee.container.inspection");
    }

    @Test
    void simulatorIsOnTheOtherEndOfTheLine() {
        mayKnowOfOurs("io.zongji.simulator..", "io.zongji.media..");
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.zongji.simulator..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.zongji.simulator..")));
    }

    @Test
    void nobodyButThePortalKnowsTheServerThatPutsEverythingTogether() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("io.zongji.server..", "io.zongji.web..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.zongji.server..")));
    }

    /** Who sent a request from where, and whether it proves to be who it says: for the registrar and the trunks. */
    private static DescribedPredicate<JavaClass> whatTheSipAdaptorOffersBesideItsType() {
        return resideInAPackage("io.zongji.ra.sip.auth")
                .or(HasName.Predicates.nameMatching(
                        "io\\.zongji\\.ra\\.sip\\.(Flow|FlowActivity|FlowLost|SipFlow.*|IdentifiedDialog)"));
    }

    private static void mayKnowOfOurs(String who, String... others) {
        mustNotKnow(
                who,
                resideInAPackage("io.zongji..").and(not(resideInAPackage(who))).and(not(resideInAnyPackage(others))));
    }

    private static void mustNotKnow(String who, DescribedPredicate<? super JavaClass> whom) {
        check(noClasses().that().resideInAPackage(who).should().dependOnClassesThat(whom));
    }

    private static void check(ArchRule rule) {
        // A folder without classes yet breaks no rule; that classes are found at all is a test of its own.
        rule.allowEmptyShould(true).check(all);
    }

    private static Path classes(String module) {
        return ROOT.resolve(module).resolve("target/classes");
    }

    private static boolean hasFiles(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(ending));
        }
    }
}
