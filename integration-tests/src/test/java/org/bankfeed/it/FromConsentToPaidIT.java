package org.bankfeed.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;

import java.nio.file.Path;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.journal.JournalException;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.InvoiceView.Standing;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.MatchingException.Reason;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;

/** The main job in the container that we ship, against a Ponto over HTTPS. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class FromConsentToPaidIT {

    private static final String SIMULATOR = "etc/org.bankfeed.simulator.cfg";

    @Configuration
    public Option[] ourContainerAndPontoInIt() {
        return Containers.distribution(
                FromConsentToPaidIT.class,
                Containers.startingWith("bankfeed-simulator"),
                editConfigurationFilePut(SIMULATOR, "state", "${karaf.base}/ponto"),
                editConfigurationFilePut(SIMULATOR, "redirect.uris", Bookkeeper.RETURN.toString()),
                editConfigurationFilePut(
                        SIMULATOR,
                        "history",
                        Path.of(System.getProperty("it.histories"), "two-customers")
                                .toString()));
    }

    @Test
    public void theInvoicesThatTheBankLinesNameBecomePaid() throws Exception {
        Bookkeeper anna = Bookkeeper.of("anna");
        anna.enters("INV-1", "2026-0114", "121.00", "+++010/8068/17183+++");
        anna.enters("INV-2", "2026-0115", "242.00", null);
        anna.enters("INV-3", "2026-0116", "363.00", null);

        anna.connects();
        assertThat(anna.reads().added()).isEqualTo(3);
        anna.matches();

        assertThat(anna.standing("INV-1")).isEqualTo(Standing.PAID);
        assertThat(anna.standing("INV-2")).isEqualTo(Standing.PAID);
        assertThat(anna.standing("INV-3")).isEqualTo(Standing.OPEN);
        assertThat(anna.inTheLedger("INV-1").state()).isEqualTo(OpenItem.State.PAID);
        assertThat(anna.inTheLedger("INV-3").outstanding())
                .isEqualTo(anna.inTheLedger("INV-3").total());
        assertThat(anna.decisions())
                .filteredOn(d -> d.state() == Decision.State.AUTOMATIC)
                .hasSize(2);
        assertThat(anna.decisions()).allSatisfy(d -> assertThat(d.transaction()).isNotNull());
    }

    @Test
    public void readingAndMatchingAgainChangesNothing() throws Exception {
        Bookkeeper bert = Bookkeeper.of("bert");
        bert.enters("INV-1", "2026-0114", "121.00", "+++010/8068/17183+++");
        bert.connects();
        bert.reads();
        bert.matches();

        assertThat(bert.reads().added()).isZero();
        bert.matches();

        assertThat(bert.settlements("INV-1")).hasSize(1);
        assertThat(bert.lines()).hasSize(3);
    }

    @Test
    public void whoeverBacksOutAtPontoHasNoConnectionAndOneClearSentence() throws Exception {
        Bookkeeper carla = Bookkeeper.of("carla");

        assertThatThrownBy(carla::backsOut).isInstanceOf(JournalException.class).hasMessageMatching("[^\\n]{10,}");

        assertThat(carla.accounts()).isEmpty();
    }

    @Test
    public void theHostsLedgerComesLateLeavesAndReturnsAndNothingIsLost() throws Exception {
        Bookkeeper dirk = Bookkeeper.of("dirk");
        ledger().stop();
        dirk.connects();
        assertThat(dirk.reads().added()).isEqualTo(3);
        assertThat(dirk.matches().waiting()).as("says what it waits for").isNotNull();

        ledger().start();
        dirk.enters("INV-1", "2026-0114", "121.00", "+++010/8068/17183+++");
        dirk.matches();
        assertThat(dirk.standing("INV-1")).isEqualTo(Standing.PAID);

        ledger().stop();
        assertThat(dirk.standing("INV-1")).isEqualTo(Standing.PAID);
        assertThat(dirk.decisions()).hasSize(3);
        assertThatThrownBy(() -> dirk.undoes("INV-1"))
                .isInstanceOfSatisfying(
                        MatchingException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LEDGER_AWAY));
        assertThat(dirk.matches().waiting()).isNotNull();

        ledger().start();
        dirk.matches();
        assertThat(dirk.settlements("INV-1")).hasSize(1);
        dirk.undoes("INV-1");
        dirk.matches();
        assertThat(dirk.standing("INV-1")).isEqualTo(Standing.OPEN);
        assertThat(dirk.inTheLedger("INV-1").outstanding())
                .isEqualTo(dirk.inTheLedger("INV-1").total());
    }

    @After
    public void theLedgerIsThereForTheNextTest() throws Exception {
        ledger().start();
    }

    private static Bundle ledger() {
        return Framework.bundle("org.bankfeed.bundle-ledger");
    }
}
