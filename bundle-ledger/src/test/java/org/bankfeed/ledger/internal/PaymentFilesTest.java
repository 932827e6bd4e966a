package org.bankfeed.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bankfeed.ledger.internal.Scene.BOOKKEEPER;
import static org.bankfeed.ledger.internal.Scene.DAY;
import static org.bankfeed.ledger.internal.Scene.ISSUED;
import static org.bankfeed.ledger.internal.Scene.JOB;
import static org.bankfeed.ledger.internal.Scene.PARTY;
import static org.bankfeed.ledger.internal.Scene.applied;
import static org.bankfeed.ledger.internal.Scene.eur;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.Role;
import org.bankfeed.invoice.AnnouncedPayment;
import org.bankfeed.invoice.Booking;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.FilePayment;
import org.bankfeed.invoice.FilePayment.State;
import org.bankfeed.invoice.InvoiceEntry.Refused;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.invoice.OpenItem.Direction;
import org.bankfeed.invoice.OpenItem.Type;
import org.bankfeed.invoice.PaymentFile;
import org.bankfeed.invoice.PaymentFiles;
import org.bankfeed.ledger.internal.pain.PainFile;
import org.bankfeed.value.AccountReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Our own payment files: announced once, with the documents that they pay, until the bank has carried them out. */
class PaymentFilesTest {

    private static final String THEIRS = "DE89370400440532013000";
    private static final String REFERENCE = "+++010/8068/17183+++";
    private static final AccountReference OURS = AccountReference.iban(PainFile.OURS);
    private static final Caller VIEWER = new Caller(Scene.COMPANY, "victor", Set.of(Role.VIEWER), Channel.WEB);

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aFilesPaymentsAreAnnouncedWithTheDocumentsThatTheyName() throws Exception {
        DocumentId one = purchase("F-2026-118", "50.00");
        DocumentId two = purchase("F-2026-119", "60.00");
        PaymentFiles.Receipt receipt = announce(new PainFile("MSG-1")
                .pays("E1", "50.00", "Otto Test", THEIRS, "<Ustrd>F 2026/118</Ustrd>")
                .pays("E2", "60.00", "Someone Else", THEIRS, "<Ustrd>Inv. F-2026-119, thanks</Ustrd>"));
        assertThat(receipt.known()).isFalse();
        assertThat(receipt.file().payments()).isEqualTo(2);
        assertThat(receipt.file().totals()).containsExactly(eur("-110.00"));
        assertThat(receipt.file().accounts()).containsExactly(OURS);
        assertThat(scene.ledger.announced(JOB))
                .containsExactly(
                        new AnnouncedPayment(
                                "MSG-1/1", "E1", eur("-50.00"), DAY.plusDays(2), List.of(one), "MSG-1-A", "MSG-1"),
                        new AnnouncedPayment(
                                "MSG-1/2", "E2", eur("-60.00"), DAY.plusDays(2), List.of(two), "MSG-1-A", "MSG-1"));
    }

    @Test
    void aCollectionNamesItsSalesInvoiceByReference() throws Exception {
        DocumentId one = scene.ledger
                .add(BOOKKEEPER, document("S-1", Direction.SALES, Type.INVOICE, "50.00", REFERENCE))
                .id();
        announce(new PainFile("MSG-1")
                .version("pain.008.001.02")
                .pays("E1", "50.00", "O. Test", THEIRS, "<Ustrd>ref 010/8068/17183</Ustrd>"));
        assertThat(scene.ledger.announced(JOB)).singleElement().satisfies(payment -> {
            assertThat(payment.amount()).isEqualTo(eur("50.00"));
            assertThat(payment.documents()).containsExactly(one);
        });
    }

    @Test
    void anInvoiceLessACreditNoteIsPaidByTheDifference() throws Exception {
        DocumentId invoice = purchase("F-1001", "100.00");
        DocumentId credit = scene.enter(Direction.PURCHASE, Type.CREDIT_NOTE, "C-2002", "20.00");
        announce(new PainFile("MSG-1").pays("E1", "80.00", "Otto", THEIRS, "<Ustrd>F-1001 less C-2002</Ustrd>"));
        assertThat(scene.ledger.announced(JOB).get(0).documents()).containsExactlyInAnyOrder(invoice, credit);
    }

    @Test
    void aNumberOfAnotherPartyOfAnotherAmountIsNotTaken() throws Exception {
        purchase("F-1001", "100.00");
        announce(new PainFile("MSG-1").pays("E1", "80.00", "Somebody", THEIRS, "<Ustrd>F-1001</Ustrd>"));
        assertThat(scene.ledger.announced(JOB).get(0).documents()).isEmpty();
    }

    @Test
    void moreThanIsOpenNamesNothing() throws Exception {
        purchase("F-1001", "100.00");
        announce(new PainFile("MSG-1").pays("E1", "180.00", "Otto Test", THEIRS, "<Ustrd>F-1001 F-1002</Ustrd>"));
        assertThat(scene.ledger.announced(JOB).get(0).documents()).isEmpty();
    }

    @Test
    void aDocumentThatComesLaterIsPaidByThePaymentThatNamesIt() throws Exception {
        announce(new PainFile("MSG-1").pays("E1", "80.00", "Otto Test", THEIRS, "<Ustrd>F-1001</Ustrd>"));
        assertThat(scene.ledger.announced(JOB).get(0).documents()).isEmpty();
        purchase("F-1000", "80.00");
        assertThat(scene.ledger.announced(JOB).get(0).documents()).isEmpty();
        DocumentId late = purchase("F-1001", "80.00");
        assertThat(scene.ledger.announced(JOB).get(0).documents()).containsExactly(late);
    }

    @Test
    void theSameFileTwiceChangesNothingHoweverItIsWritten() throws Exception {
        announce(file());
        byte[] otherwise = file().text().replace("\n", "\n  ").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        PaymentFiles.Receipt again =
                scene.ledger.announce(BOOKKEEPER, new ByteArrayInputStream(otherwise), List.of(OURS));
        assertThat(again.known()).isTrue();
        assertThat(scene.ledger.announced(JOB)).hasSize(1);
        assertThat(scene.ledger.files(VIEWER, null, 10).items()).hasSize(1);
    }

    @Test
    void anotherFileOfTheSameMessageIdIsRefused() throws Exception {
        announce(file());
        assertThatThrownBy(() -> announce(new PainFile("MSG-1").pays("E1", "2.00", "Otto", THEIRS, "")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("MSG-1 and other payments was announced")
                .hasMessageContaining("anna");
        assertThat(scene.ledger.announced(JOB)).hasSize(1);
    }

    @Test
    void aFileOfAnotherCompanysAccountIsRefusedAndNamesItMasked() {
        assertThatThrownBy(() -> scene.ledger.announce(
                        BOOKKEEPER, stream(file().account(THEIRS).bytes()), List.of(OURS)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("DE…3000")
                .hasMessageNotContaining(THEIRS);
    }

    @Test
    void aFileOfTenMebibytesIsRefusedWithoutBeingReadToItsEnd() {
        byte[] long10 = new byte[10 * 1024 * 1024];
        ByteArrayInputStream in = stream(long10);
        assertThatThrownBy(() -> scene.ledger.announce(BOOKKEEPER, in, List.of()))
                .isInstanceOf(Refused.class)
                .hasMessage("The file is longer than 8 MiB: have your bank program make several files of it.");
        assertThat(in.available()).isPositive();
    }

    @Test
    void whatABookingCarriesOutIsExecutedUntilItIsTakenBack() throws Exception {
        DocumentId one = purchase("F-1001", "80.00");
        announce(new PainFile("MSG-1").pays("E1", "80.00", "Otto Test", THEIRS, "<Ustrd>F-1001</Ustrd>"));
        execute(one, "80.00");
        assertThat(scene.ledger.announced(JOB)).isEmpty();
        assertThat(payments("MSG-1")).singleElement().satisfies(payment -> {
            assertThat(payment.state()).isEqualTo(State.EXECUTED);
            assertThat(payment.since()).isEqualTo(DAY);
            assertThat(payment.transaction()).isEqualTo("t1");
        });
        scene.reverse("t1");
        assertThat(scene.ledger.announced(JOB)).hasSize(1);
        assertThat(payments("MSG-1").get(0).state()).isEqualTo(State.ANNOUNCED);
    }

    @Test
    void aFileThatPaysWhatAnotherUnderWayPaysIsAnnouncedAndSaysWhichPaymentsAreDouble() throws Exception {
        DocumentId one = purchase("F-1001", "80.00");
        purchase("F-1002", "70.00");
        assertThat(announce(pays("MSG-1", "80.00", "F-1001")).twice()).isEmpty();

        PaymentFiles.Receipt second = announce(
                pays("MSG-2", "70.00", "F-1002").pays("E9", "80.00", "Otto Test", THEIRS, "<Ustrd>F-1001</Ustrd>"));

        assertThat(second.file().payments()).isEqualTo(2);
        assertThat(second.twice()).singleElement().satisfies(twice -> {
            assertThat(twice.payment().id()).isEqualTo("MSG-2/2");
            assertThat(twice.other().id()).isEqualTo("MSG-1/1");
            assertThat(twice.executed()).isFalse();
            assertThat(twice.document()).isEqualTo(one);
            assertThat(twice.number()).isEqualTo("F-1001");
        });
        assertThat(scene.ledger.announced(JOB)).hasSize(3);
    }

    @Test
    void aFileThatPaysWhatABankLineOfAnotherHasPaidSaysSo() throws Exception {
        DocumentId one = purchase("F-1001", "80.00");
        announce(pays("MSG-1", "80.00", "F-1001"));
        execute(one, "80.00");

        assertThat(announce(pays("MSG-2", "80.00", "F-1001")).twice())
                .singleElement()
                .satisfies(twice -> assertThat(twice.executed()).isTrue());
    }

    @Test
    void instalmentsThatTogetherAreNoMoreThanIsOpenAreNotDouble() throws Exception {
        purchase("F-1001", "80.00");
        announce(pays("MSG-1", "30.00", "F-1001"));

        assertThat(announce(pays("MSG-2", "50.00", "F-1001")).twice()).isEmpty();
        assertThat(announce(pays("MSG-3", "0.01", "F-1001")).twice()).hasSize(1);
    }

    @Test
    void whatWasWithdrawnCoversNothing() throws Exception {
        purchase("F-1001", "80.00");
        announce(pays("MSG-1", "80.00", "F-1001"));
        scene.ledger.withdraw(BOOKKEEPER, "MSG-1", List.of());

        assertThat(announce(pays("MSG-2", "80.00", "F-1001")).twice()).isEmpty();
    }

    private static PainFile pays(String message, String amount, String number) {
        return new PainFile(message).pays("E1", amount, "Otto Test", THEIRS, "<Ustrd>" + number + "</Ustrd>");
    }

    private void execute(DocumentId document, String amount) throws Exception {
        Booking plain = Scene.booking("t1", 1, "-" + amount, applied(document, amount));
        scene.ledger.book(
                JOB,
                new Booking(
                        plain.key(),
                        plain.account(),
                        plain.hostAccount(),
                        plain.date(),
                        plain.amount(),
                        plain.counterparty(),
                        plain.text(),
                        plain.applications(),
                        List.of("MSG-1/1")));
    }

    @Test
    void whatWasSettledByAnotherWayIsUnderWayNoMore() throws Exception {
        DocumentId one = purchase("F-1001", "80.00");
        announce(new PainFile("MSG-1").pays("E1", "80.00", "Otto Test", THEIRS, "<Ustrd>F-1001</Ustrd>"));
        scene.book("t1", "-80.00", applied(one, "80.00"));
        assertThat(scene.ledger.announced(JOB)).isEmpty();
        assertThat(file("MSG-1").states()).containsExactlyEntriesOf(java.util.Map.of(State.SETTLED, 1L));
        assertThat(payments("MSG-1").get(0).state()).isEqualTo(State.SETTLED);
    }

    @Test
    void aFileThatComesAfterItsDocumentsWerePaidIsNotUnderWay() throws Exception {
        DocumentId one = purchase("F-1001", "80.00");
        scene.book("t1", "-80.00", applied(one, "80.00"));
        announce(new PainFile("MSG-1").pays("E1", "80.00", "Otto Test", THEIRS, "<Ustrd>F-1001</Ustrd>"));
        assertThat(scene.ledger.announced(JOB)).isEmpty();
        assertThat(payments("MSG-1").get(0).announced().documents()).containsExactly(one);
    }

    @Test
    void whatWasWithdrawnIsNotUnderWayAndCanBeAgain() throws Exception {
        announce(new PainFile("MSG-1").pays("E1", "1.00", "Otto", THEIRS, "").pays("E2", "2.00", "Otto", THEIRS, ""));
        assertThat(scene.ledger.withdraw(BOOKKEEPER, "MSG-1", List.of("MSG-1/2")))
                .isEqualTo(1);
        assertThat(scene.ledger.announced(JOB)).extracting(AnnouncedPayment::id).containsExactly("MSG-1/1");
        assertThat(payments("MSG-1").get(1).by()).isEqualTo("anna");
        assertThat(scene.ledger.withdraw(BOOKKEEPER, "MSG-1", List.of())).isEqualTo(1);
        assertThat(scene.ledger.announced(JOB)).isEmpty();
        assertThat(scene.ledger.announceAgain(BOOKKEEPER, "MSG-1", List.of())).isEqualTo(2);
        assertThat(scene.ledger.announced(JOB)).hasSize(2);
        scene.checkAuditLog();
    }

    @Test
    void whatAFileDoesNotHoldCannotBeWithdrawn() throws Exception {
        announce(file());
        assertThatThrownBy(() -> scene.ledger.withdraw(BOOKKEEPER, "MSG-1", List.of("MSG-2/1")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has no payment MSG-2/1");
        assertThatThrownBy(() -> scene.ledger.withdraw(BOOKKEEPER, "MSG-2", List.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no payment file MSG-2");
    }

    @Test
    void whatWasNotSeenForNinetyDaysIsUnderWayNoMore() throws Exception {
        byte[] old =
                file().text().replace("2026-03-04", "2025-11-01").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        scene.ledger.announce(BOOKKEEPER, stream(old), List.of());
        assertThat(scene.ledger.announced(JOB)).isEmpty();
        assertThat(file("MSG-1").in(State.LAPSED)).isEqualTo(1);
        assertThat(payments("MSG-1").get(0).state()).isEqualTo(State.LAPSED);
    }

    @Test
    void filesAndPaymentsArePaged() throws Exception {
        for (int i = 1; i <= 3; i++) {
            PainFile file = new PainFile("MSG-" + i);
            for (int p = 1; p <= 3; p++) {
                file.pays("E" + i + p, "1.00", "Otto", THEIRS, "");
            }
            announce(file);
        }
        var first = scene.ledger.files(VIEWER, null, 2);
        assertThat(first.items()).extracting(PaymentFile::messageId).containsExactly("MSG-3", "MSG-2");
        assertThat(scene.ledger.files(VIEWER, first.next(), 2).items())
                .extracting(PaymentFile::messageId)
                .containsExactly("MSG-1");
        var payments = scene.ledger.payments(VIEWER, "MSG-2", null, 2);
        assertThat(payments.items()).hasSize(2);
        assertThat(scene.ledger.payments(VIEWER, "MSG-2", payments.next(), 2))
                .satisfies(page -> assertThat(page.next()).isNull())
                .satisfies(page -> assertThat(page.items())
                        .extracting(payment -> payment.announced().endToEndId())
                        .containsExactly("E23"));
    }

    @Test
    void whoOnlyLooksAnnouncesNothing() {
        assertThatThrownBy(() -> scene.ledger.announce(VIEWER, stream(file().bytes()), List.of()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> scene.ledger.withdraw(JOB, "MSG-1", List.of()))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aFileThatCannotBeReadChangesNothing() throws Exception {
        assertThatThrownBy(() -> announce(file().saying(3))).isInstanceOf(Refused.class);
        InputStream empty = InputStream.nullInputStream();
        assertThatThrownBy(() -> scene.ledger.announce(BOOKKEEPER, empty, List.of()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("empty");
        assertThat(scene.ledger.files(VIEWER, null, 10).items()).isEmpty();
    }

    private PaymentFiles.Receipt announce(PainFile file) throws Exception {
        return scene.ledger.announce(BOOKKEEPER, stream(file.bytes()), List.of(OURS));
    }

    private static ByteArrayInputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static PainFile file() {
        return new PainFile("MSG-1").pays("E1", "1.00", "Otto", THEIRS, "<Ustrd>hello</Ustrd>");
    }

    private PaymentFile file(String message) throws Exception {
        return scene.ledger.file(VIEWER, message).orElseThrow();
    }

    private List<FilePayment> payments(String message) throws Exception {
        return scene.ledger.payments(VIEWER, message, null, 100).items();
    }

    private DocumentId purchase(String number, String total) throws Exception {
        return scene.enter(Direction.PURCHASE, Type.INVOICE, number, total);
    }

    private static NewDocument document(String number, Direction direction, Type type, String total, String reference) {
        LocalDate due = ISSUED.plusDays(30);
        return new NewDocument(
                new DocumentId(number),
                direction,
                type,
                number,
                PARTY,
                eur(total),
                eur(total),
                ISSUED,
                due,
                reference,
                null);
    }
}
