package org.bankfeed.rooms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Arrays;
import org.bankfeed.words.Explained;
import org.bankfeed.words.Sentence;

/** The arrows of docs/architecture.md, held against what was compiled. */
@AnalyzeClasses(packages = "org.bankfeed", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    /** Exactly these packages, without what lies below them: that is a room's own business. */
    private static final String[] API = {
        "org.bankfeed.access",
        "org.bankfeed.feed",
        "org.bankfeed.invoice",
        "org.bankfeed.journal",
        "org.bankfeed.matching",
        "org.bankfeed.rehearsal",
        "org.bankfeed.store",
        "org.bankfeed.value",
        "org.bankfeed.words",
        "org.bankfeed.words.internal"
    };

    private static final String STORE = "org.bankfeed.store.internal..";
    private static final String SHELL = "org.bankfeed.shell..";
    private static final String SCREENS = "org.bankfeed.screens..";

    @ArchTest
    static final ArchRule roomsKnowTheApiAndNotEachOther = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("bundle-api")
            .definedBy(API)
            .layer("bundle-store")
            .definedBy(STORE)
            .layer("bundle-ponto")
            .definedBy("org.bankfeed.ponto..")
            .layer("bundle-journal")
            .definedBy("org.bankfeed.journal.internal..")
            .layer("bundle-matching")
            .definedBy("org.bankfeed.matching.internal..")
            .layer("bundle-ledger")
            .definedBy("org.bankfeed.ledger..")
            .layer("bundle-shell")
            .definedBy(SHELL)
            .layer("bundle-screens")
            .definedBy(SCREENS)
            .layer("history")
            .definedBy("org.bankfeed.history..")
            .layer("ponto-simulator")
            .definedBy("org.bankfeed.simulator..")
            .layer("bundle-rehearsal")
            .definedBy("org.bankfeed.rehearsal.internal..")
            .whereLayer("bundle-api")
            .mayNotAccessAnyLayer()
            .whereLayer("bundle-store")
            .mayOnlyAccessLayers("bundle-api")
            .whereLayer("bundle-ponto")
            .mayOnlyAccessLayers("bundle-api")
            .whereLayer("bundle-journal")
            .mayOnlyAccessLayers("bundle-api")
            .whereLayer("bundle-matching")
            .mayOnlyAccessLayers("bundle-api", "history")
            .whereLayer("bundle-ledger")
            .mayOnlyAccessLayers("bundle-api")
            .whereLayer("bundle-shell")
            .mayOnlyAccessLayers("bundle-api")
            .whereLayer("bundle-screens")
            .mayOnlyAccessLayers("bundle-api")
            .whereLayer("history")
            .mayNotAccessAnyLayer()
            .whereLayer("ponto-simulator")
            .mayOnlyAccessLayers("history")
            .whereLayer("bundle-rehearsal")
            .mayOnlyAccessLayers("bundle-api", "history")
            .ensureAllClassesAreContainedInArchitecture();

    @ArchTest
    static final ArchRule theJournalsPackagesAreLayers =
            slices().matching("org.bankfeed.journal.internal.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule thePontoLinkIsLayersFromWhatIsWrittenToWhatIsDone = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("wire")
            .definedBy("org.bankfeed.ponto.internal.wire")
            .layer("config")
            .definedBy("org.bankfeed.ponto.internal.config")
            .layer("key")
            .definedBy("org.bankfeed.ponto.internal.key")
            .layer("access")
            .definedBy("org.bankfeed.ponto.internal.access")
            .layer("http")
            .definedBy("org.bankfeed.ponto.internal.http")
            .layer("token")
            .definedBy("org.bankfeed.ponto.internal.token")
            .layer("resource")
            .definedBy("org.bankfeed.ponto.internal.resource")
            .layer("account")
            .definedBy("org.bankfeed.ponto.internal.account")
            .layer("statement")
            .definedBy("org.bankfeed.ponto.internal.statement")
            .layer("order")
            .definedBy("org.bankfeed.ponto.internal.order")
            .layer("webhook")
            .definedBy("org.bankfeed.ponto.internal.webhook")
            .layer("link")
            .definedBy("org.bankfeed.ponto.internal.link")
            .layer("feeds")
            .definedBy("org.bankfeed.ponto.internal")
            .whereLayer("wire")
            .mayNotAccessAnyLayer()
            .whereLayer("config")
            .mayNotAccessAnyLayer()
            .whereLayer("key")
            .mayOnlyAccessLayers("config")
            .whereLayer("access")
            .mayOnlyAccessLayers("wire", "config", "key")
            .whereLayer("http")
            .mayOnlyAccessLayers("wire", "config", "key", "access")
            .whereLayer("token")
            .mayOnlyAccessLayers("wire", "access", "http")
            .whereLayer("resource")
            .mayOnlyAccessLayers("wire", "config", "access", "http", "token")
            .whereLayer("account")
            .mayOnlyAccessLayers("wire", "access", "http", "resource")
            .whereLayer("statement")
            .mayOnlyAccessLayers("wire", "http", "resource")
            .whereLayer("order")
            .mayOnlyAccessLayers("wire", "access", "http", "resource", "account")
            .whereLayer("webhook")
            .mayOnlyAccessLayers("wire", "access", "http")
            .whereLayer("link")
            .mayOnlyAccessLayers("wire", "access", "config", "http", "token", "resource");

    @ArchTest
    static final ArchRule theMatchingDecidesThenBooks = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("core")
            .definedBy("org.bankfeed.matching.internal.text..", "org.bankfeed.matching.internal.core..")
            .layer("rule")
            .definedBy("org.bankfeed.matching.internal.rule")
            .layer("backtest")
            .definedBy("org.bankfeed.matching.internal.backtest")
            .layer("table")
            .definedBy("org.bankfeed.matching.internal.table")
            .layer("neighbour")
            .definedBy("org.bankfeed.matching.internal.neighbour")
            .layer("desk")
            .definedBy("org.bankfeed.matching.internal.desk")
            .layer("decision")
            .definedBy("org.bankfeed.matching.internal.decision")
            .layer("intake")
            .definedBy("org.bankfeed.matching.internal.intake")
            .layer("booking")
            .definedBy("org.bankfeed.matching.internal.booking")
            .layer("person")
            .definedBy("org.bankfeed.matching.internal.person")
            .layer("listing")
            .definedBy("org.bankfeed.matching.internal.listing")
            .layer("history")
            .definedBy("org.bankfeed.matching.internal.history")
            .layer("services")
            .definedBy("org.bankfeed.matching.internal")
            .whereLayer("core")
            .mayNotAccessAnyLayer()
            .whereLayer("rule")
            .mayOnlyAccessLayers("core")
            .whereLayer("backtest")
            .mayOnlyAccessLayers("core", "rule")
            .whereLayer("table")
            .mayOnlyAccessLayers("core", "rule")
            .whereLayer("neighbour")
            .mayOnlyAccessLayers("core", "table")
            .whereLayer("desk")
            .mayOnlyAccessLayers("core", "table")
            .whereLayer("decision")
            .mayOnlyAccessLayers("core", "table", "neighbour")
            .whereLayer("intake")
            .mayOnlyAccessLayers("core", "table", "neighbour", "desk", "decision")
            .whereLayer("booking")
            .mayOnlyAccessLayers("core", "table", "desk", "decision")
            .whereLayer("person")
            .mayOnlyAccessLayers("core", "table", "neighbour", "desk", "decision", "booking")
            .whereLayer("listing")
            .mayOnlyAccessLayers("core", "table", "neighbour", "desk")
            .whereLayer("history")
            .mayOnlyAccessLayers("core", "table", "backtest")
            .whereLayer("services")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule theMatchingsPackagesAreLayers =
            slices().matching("org.bankfeed.matching.internal.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theStoreOpensThenServes = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("config")
            .definedBy("org.bankfeed.store.internal.config")
            .layer("key")
            .definedBy("org.bankfeed.store.internal.key")
            .layer("database")
            .definedBy("org.bankfeed.store.internal.database")
            .layer("audit")
            .definedBy("org.bankfeed.store.internal.audit")
            .layer("stage")
            .definedBy("org.bankfeed.store.internal.stage")
            .layer("lease")
            .definedBy("org.bankfeed.store.internal.lease")
            .layer("vault")
            .definedBy("org.bankfeed.store.internal.vault")
            .layer("opener")
            .definedBy("org.bankfeed.store.internal")
            .whereLayer("config")
            .mayNotAccessAnyLayer()
            .whereLayer("key")
            .mayOnlyAccessLayers("config")
            .whereLayer("database")
            .mayOnlyAccessLayers("config")
            .whereLayer("audit")
            .mayOnlyAccessLayers("database")
            .whereLayer("stage")
            .mayOnlyAccessLayers("database", "audit")
            .whereLayer("lease")
            .mayOnlyAccessLayers("database", "stage")
            .whereLayer("vault")
            .mayOnlyAccessLayers("config", "key", "database")
            .whereLayer("opener")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule theLedgerKeepsThenWrites = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("books")
            .definedBy("org.bankfeed.ledger.internal.books")
            .layer("invoice")
            .definedBy("org.bankfeed.ledger.internal.invoice")
            .layer("payment")
            .definedBy("org.bankfeed.ledger.internal.payment")
            .layer("pain")
            .definedBy("org.bankfeed.ledger.internal.pain")
            .layer("announcement")
            .definedBy("org.bankfeed.ledger.internal.announcement")
            .layer("booking")
            .definedBy("org.bankfeed.ledger.internal.booking")
            .layer("person")
            .definedBy("org.bankfeed.ledger.internal.person")
            .layer("services")
            .definedBy("org.bankfeed.ledger.internal")
            .whereLayer("books")
            .mayNotAccessAnyLayer()
            .whereLayer("invoice")
            .mayOnlyAccessLayers("books")
            .whereLayer("payment")
            .mayOnlyAccessLayers("books")
            .whereLayer("pain")
            .mayNotAccessAnyLayer()
            .whereLayer("announcement")
            .mayOnlyAccessLayers("books", "invoice", "pain")
            .whereLayer("booking")
            .mayOnlyAccessLayers("books", "invoice", "payment", "announcement")
            .whereLayer("person")
            .mayOnlyAccessLayers("books", "invoice", "payment", "announcement")
            .whereLayer("services")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule whatDecidesKnowsNothingOfTheStore = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.bankfeed.matching.internal.text..",
                    "org.bankfeed.matching.internal.core..",
                    "org.bankfeed.matching.internal.rule..",
                    "org.bankfeed.matching.internal.backtest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.bankfeed.store..");

    @ArchTest
    static final ArchRule theCoreReadsThenFindsThenJudges = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("text")
            .definedBy("org.bankfeed.matching.internal.text..")
            .layer("values")
            .definedBy("org.bankfeed.matching.internal.core")
            .layer("book")
            .definedBy("org.bankfeed.matching.internal.core.book")
            .layer("readers")
            .definedBy("org.bankfeed.matching.internal.core.read")
            .layer("finders")
            .definedBy("org.bankfeed.matching.internal.core.find")
            .layer("judges")
            .definedBy("org.bankfeed.matching.internal.core.judge")
            .whereLayer("text")
            .mayNotAccessAnyLayer()
            .whereLayer("values")
            .mayOnlyAccessLayers("text")
            .whereLayer("book")
            .mayOnlyAccessLayers("text", "values")
            .whereLayer("readers")
            .mayOnlyAccessLayers("text", "values", "book")
            .whereLayer("finders")
            .mayOnlyAccessLayers("text", "values", "book", "readers");

    @ArchTest
    static final ArchRule theCoreIsAPureFunction = noClasses()
            .that()
            .resideInAPackage("org.bankfeed.matching.internal.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..", "java.nio..", "java.util.concurrent.locks..", "org.osgi..", "org.slf4j..", STORE)
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, Thread.class);

    @ArchTest
    static final ArchRule nobodySeesAnotherRoomsInternals = noClasses()
            .that()
            .resideInAnyPackage("org.bankfeed.rehearsal..", "org.bankfeed.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bankfeed.history.internal..");

    @ArchTest
    static final ArchRule theApiUsesOnlyTheJdk = classes()
            .that()
            .resideInAnyPackage(API)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(with(API, "java..", "org.jspecify.annotations", "org.osgi.annotation.."));

    @ArchTest
    static final ArchRule onlyTheApiPutsItsOwnSentencesTogether = noClasses()
            .that()
            .resideOutsideOfPackages(API)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bankfeed.words.internal");

    /** Screens and shell ask no exception by its class. */
    @ArchTest
    static final ArchRule anExceptionWithASentenceIsExplained = methods()
            .that()
            .haveRawReturnType(Sentence.class)
            .and()
            .areDeclaredInClassesThat()
            .areAssignableTo(Throwable.class)
            .should()
            .beDeclaredInClassesThat()
            .areAssignableTo(Explained.class);

    @ArchTest
    static final ArchRule sqlLivesInTheStore = noClasses()
            .that()
            .resideOutsideOfPackage(STORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.jdbi..", "org.flywaydb..");

    @ArchTest
    static final ArchRule karafLivesInTheShell = noClasses()
            .that()
            .resideOutsideOfPackage(SHELL)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.karaf..");

    @ArchTest
    static final ArchRule servletsLiveInTheScreens = noClasses()
            .that()
            .resideOutsideOfPackage(SCREENS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.servlet..", "jakarta.servlet..");

    private static String[] with(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
