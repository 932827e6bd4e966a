package org.bankfeed.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Party;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.ledger.internal.InvoiceModule;
import org.bankfeed.matching.Decision.BookingStatus;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.store.testing.TestStore;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line that names nothing but the reference that a document in our own ledger bears, of whatever country. */
final class PrintedReferencesInOurLedgerTest extends MatchingFixture {

    private final InvoiceModule module = new InvoiceModule(store.store(), CLOCK);

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }

    @BeforeEach
    void ourLedgerIsThere() {
        matching.unbindLedger(ledger);
        matching.bindLedger(module);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "Belgian, +++010/8068/17183+++, 010806817183",
        "Creditor, RF18 5390 0754 7034, RF18539007547034",
        "Dutch, 5000056789012345, betalingskenmerk 5000 0567 8901 2345",
        "Finnish, 2024 00012 34, VIITE 0000020240001234",
        "Estonian, 20240001237, viitenumber 20240001237",
        "Swedish, 202400012326, OCR 202400012326",
        "Norwegian, 0020240001234, KID 0020240001234",
        "'Norwegian, a zero lost', 0020240001234, 20240001234",
        "'Norwegian, a hyphen for ten', 2024000103-, KID: 2024000103-",
        "Danish, +71<000020240001238+12345678<, +71<000020240001238+12345678<",
        "'Danish, its number', +71<000020240001238+12345678<, 000020240001238",
        "Swiss, 21 00000 00003 13947 14300 09017, 210000000003139471430009017",
        "Slovenian, SI12 20240001230, SI12 20240001230",
        "Croatian, HR01 2024001-1238, HR01 2024001-1238",
        "'of no country', ORDER-88412-B, betaling ORDER-88412-B"
    })
    void aLineThatNamesItIsBooked(String scheme, String printed, String said) throws Exception {
        document("other", "2026-090", null);
        document("S1", "2026-114", printed);

        TransactionId line = in("t1", "186.93", said);
        matching.work(job);

        assertThat(decision(line).state()).as(scheme).isEqualTo(State.AUTOMATIC);
        assertThat(decision(line).booking()).isEqualTo(BookingStatus.BOOKED);
        assertThat(decision(line).applications()).isEqualTo(pays("S1", "186.93"));
    }

    private void document(String id, String number, @Nullable String reference) throws Exception {
        Money total = Money.of("186.93", "EUR");
        module.add(
                bookkeeper,
                new NewDocument(
                        new DocumentId(id),
                        OpenItem.Direction.SALES,
                        OpenItem.Type.INVOICE,
                        number,
                        new Party("C-" + id, "Customer " + id, Party.Kind.BUSINESS, List.of()),
                        total,
                        total,
                        DAY.minusDays(20),
                        DAY.plusDays(10),
                        reference,
                        null));
    }
}
