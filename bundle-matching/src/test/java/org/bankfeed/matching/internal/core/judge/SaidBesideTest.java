package org.bankfeed.matching.internal.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.matching.internal.core.judge.Books.ALBA;
import static org.bankfeed.matching.internal.core.judge.Books.DAY;
import static org.bankfeed.matching.internal.core.judge.Books.OTHER;

import java.time.LocalDate;
import java.util.List;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text says beside the document that it pays, or instead of it. */
class SaidBesideTest {

    private final Books books = new Books();

    // ---- other numbers

    @ParameterizedTest
    @CsvSource({
        "2026/00521 ref 655563, BOOK",
        "2026/00521 EUR 850.70, BOOK",
        "2026/00521 tot. 1.169;89, BOOK",
        "2026/00521 TRANSACTION 2026530, BOOK",
        "2026/00521 klantnr 2026530, BOOK",
        "2026/00521 PO 2026530, BOOK",
        "2026/00521 12/03/26 23:59, BOOK",
        "2026/00521 - 2026/00530, SUGGEST",
        "2026/00521 - CN 14, SUGGEST"
    })
    void aPartIsDoubtedOnlyBesideANumberThatMayBeADocumentsThatIsMissing(String text, Kind kind) {
        books.sale("S1", "2026/00521", 116989).of("P1", "Alba", ALBA).put();

        Verdict part =
                books.in(85070).from("Alba", ALBA).says(text.replace(';', ',')).verdict();

        assertThat(part.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "2026/00521 tel 042 202600530, BOOK",
        "account 202600530 bill 2026/00521, BOOK",
        "Mahnung 2026/00530 zu 2026/00521, BOOK",
        "2026/00521 / 2026/00530, SUGGEST"
    })
    void aNumberThatAWordGivesToSomethingElseIsNoOtherDocument(String text, Kind kind) {
        books.sale("S1", "2026/00521", 116989).of("P1", "Alba", ALBA).put();
        books.sale("S2", "2026/00530", 7000).of("P2", "Cedar", OTHER).put();

        assertThat(books.in(116989).from("Alba", ALBA).says(text).verdict().kind())
                .isEqualTo(kind);
    }

    @Test
    void thePayersOwnIdIsNoOtherDocumentBesideTheOneThatHeNames() {
        books.sale("S1", "2026/00521", 116989).of("P1", "Alba", ALBA).put();
        books.sale("S2", "2026/00530", 7000).of("P1", "Alba", ALBA).put();
        Books.Pay pay = books.in(116989).from("Alba", ALBA).endToEnd("202600530");

        assertThat(pay.says("2026/00521").verdict().kind()).isEqualTo(Kind.BOOK);
        assertThat(pay.says("").verdict().kind()).isEqualTo(Kind.SUGGEST);
    }

    @Test
    void ofSeveralForWhomOneAccountPaysTheOneWhoseNameTheTextSaysIsMeant() {
        List<String> names = List.of("Jeroen Terpstra", "Ruben Ooms", "Loic Lacroix");
        for (int month = 0; month < 2; month++) {
            LocalDate day = DAY.plusMonths(month);
            for (String name : names) {
                books.sale(name + month, "AF" + month + name.length(), 47215)
                        .of(name, name)
                        .issued(day.minusDays(9))
                        .due(day)
                        .put();
            }
            for (String name : names) {
                Books.Pay pay = books.in(47215)
                        .from("Clinique Aux Trois Epis", OTHER)
                        .says("pour " + name)
                        .on(day);
                Verdict verdict = pay.verdict();
                if (month > 0) {
                    assertThat(verdict.shares()).containsExactly(Share.of(name + month, 47215));
                    assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
                }
                books.book().record(pay.line(), List.of(Share.of(name + month, 47215)), true);
            }
        }
    }

    @Test
    void aLineThatIsJudgedAgainHasNotSaidItsTextBefore() {
        books.sale("S1", "2026/00521", 116989).of("P1", "Alba", ALBA).put();
        Line line = books.in(116989).from("Alba", ALBA).says("5240070019000914").line();
        Verdict first = Decider.decide(books.book(), line);
        books.book().record(line, List.of(), false);

        assertThat(first.kind()).isEqualTo(Kind.SUGGEST);
        assertThat(Decider.decide(books.book(), line).kind()).isEqualTo(Kind.SUGGEST);
    }

    @Test
    void linesThatNameNobodyHaveNoSenderInCommon() {
        books.sale("S1", "2026/00521", 116989).of("P1", "Alba", ALBA).put();
        books.sale("S2", "2026/00600", 5000).of("P2", "Cedar", OTHER).put();
        books.book().record(books.in(5000).says("").line(), List.of(), false);

        assertThat(books.in(116989).says("2026/00521").verdict().evidence())
                .extracting(Evidence::code)
                .doesNotContain(ReasonCode.EARLIER_PAYMENT_UNDECIDED);
    }

    @Test
    void theIdOfASuppliersCollectionIsNoInvoiceThatIsMissing() {
        books.sale("B1", "RE-08664", 274075).purchase().of("P1", "Alba", ALBA).put();

        assertThat(books.out(274075)
                        .from("Alba", ALBA)
                        .code("PMNT-RDDT-ESDD")
                        .mandate("7391271M")
                        .endToEnd("73912711226")
                        .says("COMPTE 7391271 DECEMBRE")
                        .verdict()
                        .kind())
                .isEqualTo(Kind.BOOK);
    }

    @Test
    void whatIsTooMuchMayBeForTheOtherNumberThatTheTextHas() {
        books.sale("S1", "2026/00521", 116989).of("P1", "Alba", ALBA).put();

        Books.Pay pay = books.in(118989).from("Alba", ALBA);

        assertThat(pay.says("2026/00521, 2026/00530").verdict().kind()).isEqualTo(Kind.SUGGEST);
        assertThat(pay.says("2026/00521").verdict().kind()).isEqualTo(Kind.BOOK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoice 50417", "factuurnr. 50417", "50417"})
    void anInvoiceThatTheBooksDoNotHoldIsNotTheOneThatFitsByItsAmount(String text) {
        books.sale("S1", "20260300", 8500).of("P1", "Alba", ALBA).put();
        Books.Pay pay = books.in(8500).from("Alba", ALBA);

        assertThat(pay.says(text).verdict().kind()).isEqualTo(Kind.SUGGEST);
        assertThat(pay.says("ref 50417").verdict().kind()).isEqualTo(Kind.BOOK);

        books.sale("S0", "20260299", 300).of("P1", "Alba", ALBA).put();
        books.in(300).from("Alba", ALBA).says(text).taken();
        assertThat(pay.says(text).verdict().kind()).isEqualTo(Kind.BOOK);
    }

    @Test
    void noTextSaysTheNameOfAPartyThatHasNone() {
        books.sale("S0", "No 1", 100).of("P1", "Bakkerij BV", ALBA).put();
        books.sale("S1", "2026/00521", 8500).of("P2", "").put();

        Verdict named = books.in(8500)
                .from("Somebody", OTHER)
                .says("bakkerij 2026/00521")
                .verdict();

        assertThat(named.shares()).containsExactly(Share.of("S1", 8500));
        assertThat(named.evidence()).extracting(Evidence::code).doesNotContain(ReasonCode.NAME_IN_TEXT);
    }

    @Test
    void aDocumentOfAnotherThatIsNamedAndFitsTooLeavesItToAPerson() {
        books.sale("S1", "No 769", 9500).of("P1", "Lowie Fontaine", ALBA).put();
        books.sale("S2", "No 629", 9500)
                .of("P2", "Noor Fontaine")
                .due(DAY.minusDays(3))
                .put();

        Verdict verdict =
                books.in(9500).from("Noor Fontaine", ALBA).says("rekening 629").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.SUGGEST);
    }

    @ParameterizedTest
    @CsvSource({"71692, SUGGEST", "70000, BOOK", "185390, SUGGEST"})
    void aNumberMayBeAWrongOneWhereTwoOthersComeOutAtTheAmount(long paid, Kind kind) {
        books.sale("S1", "839-2026", 140483).of("P1", "Alba", ALBA).put();
        books.sale("S2", "792-2026", 90750).of("P1", "Alba", ALBA).put();
        books.sale("S3", "793-2026", 94640).of("P1", "Alba", ALBA).put();
        books.sale("C1", "NC-0007", 19058).credit().of("P1", "Alba", ALBA).put();

        Verdict verdict =
                books.in(paid).from("Alba", ALBA).says("factura 839-2026").verdict();

        assertThat(verdict.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"30000, BOOK", "80000, SUGGEST"})
    void aPartIsOneAlsoBesideEarlierMoneyThatLeavesRoomForIt(long earlier, Kind kind) {
        books.sale("S1", "2026/00521", 116989).of("P1", "Alba", ALBA).put();
        books.book.record(
                books.in(earlier)
                        .from("Alba", ALBA)
                        .says("on account")
                        .on(DAY.minusDays(3))
                        .line(),
                List.of(),
                false);

        Verdict part = books.in(50000).from("Alba", ALBA).says("2026/00521").verdict();

        assertThat(part.kind()).isEqualTo(kind);
    }

    // ---- names

    @Test
    void theNameOfAnotherOfTheFamilyLeavesItToAPerson() {
        books.sale("S1", "2026-31", 6000).of("P1", "Tine Smets", ALBA).put();
        books.sale("S2", "2026-32", 9000).of("P1", "Tine Smets", ALBA).put();
        books.sale("S3", "2026-40", 9000).of("P2", "Mohamed Smets").put();

        Books.Pay pay = books.in(15000).from("Smets Tine", ALBA);

        assertThat(pay.says("Mohamed Tine").verdict().kind()).isEqualTo(Kind.SUGGEST);
        assertThat(pay.says("Tine").verdict().kind()).isEqualTo(Kind.BOOK);
    }

    @Test
    void aNameInTheTextLeadsToWhomSomebodyElsePaysFor() {
        books.sale("S1", "2026-31", 11463).of("P1", "Oscar Fontaine").put();
        books.sale("S2", "2026-32", 50000).of("P2", "Orion", OTHER).put();

        Verdict verdict = books.in(11463)
                .from("Garage Peeters", "")
                .says("merci Oscar Fontaine")
                .verdict();

        assertThat(verdict.shares()).containsExactly(Share.of("S1", 11463));
        assertThat(verdict.kind()).isEqualTo(Kind.SUGGEST);
    }

    @ParameterizedTest
    @CsvSource({"INV 2026/00521 AURORA SA, BOOK", "INV 2026/00521, SUGGEST"})
    void aStrangersPartIsOneWhereHeSaysForWhom(String text, Kind kind) {
        books.sale("S1", "2026/00521", 90750).of("P1", "Aurora S.A.").put();

        Verdict part =
                books.in(22688).from("Eurofactor Finance", OTHER).says(text).verdict();

        assertThat(part.kind()).isEqualTo(kind);
    }

    // ---- who pays for many

    @Test
    void documentsOfSeveralPartiesAreBookedWhereTheAccountPaysForOneOfThem() {
        books.sale("S1", "1134", 63997).of("P1", "Bałtyk Sp. z o.o.").put();
        books.sale("S2", "1130", 151610).of("P2", "Nordstern AB").put();
        Books.Pay pay = books.in(215607).from("Eurofactor Finance", OTHER).says("Zlg. Re-Nr. 1134/1130");
        assertThat(pay.verdict().kind()).isEqualTo(Kind.SUGGEST);

        books.sale("S0", "1100", 500).of("P1", "Bałtyk Sp. z o.o.").put();
        books.book.record(
                books.in(500).from("Eurofactor Finance", OTHER).says("1100").line(),
                List.of(Share.of("S0", 500)),
                true);

        Verdict verdict = pay.verdict();
        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactlyInAnyOrder(Share.of("S1", 63997), Share.of("S2", 151610));
    }

    @Test
    void whoOncePaidTwiceIsStillACustomer() {
        books.sale("S1", "2026-31", 3995).of("P1", "Loïc Girard", ALBA).put();
        books.book.record(books.in(3995).from("Girard Loic", ALBA).line(), List.of(), true);

        Verdict verdict =
                books.in(3995).from("Girard Loic", ALBA).says("with thanks").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);

        books.book.record(books.in(3995).from("Girard Loic", ALBA).line(), List.of(), true);
        assertThat(books.in(3995).from("Girard Loic", ALBA).verdict().kind()).isEqualTo(Kind.SUGGEST);
    }

    @Test
    void aCreditNoteThatIsNamedIsKeptBackFromDocumentsOfSeveralParties() {
        books.sale("S1", "24020065", 54834).of("P1", "Garage Noord").put();
        books.sale("S2", "24030072", 81141).of("P2", "Brabo").put();
        books.sale("N1", "CN2024-007", 10842).of("P1", "Garage Noord").credit().put();
        Books.Pay pay =
                books.in(125133).from("Eurofactor Finance", OTHER).says("afrekening 24020065,24030072,CN2024-007");
        assertThat(pay.verdict().kind()).isEqualTo(Kind.SUGGEST);

        books.sale("S3", "24010001", 500).of("P2", "Brabo").put();
        books.book.record(
                books.in(500).from("Eurofactor Finance", OTHER).says("24010001").line(),
                List.of(Share.of("S3", 500)),
                true);

        assertThat(pay.verdict().kind()).isEqualTo(Kind.BOOK);
        assertThat(pay.verdict().shares()).extracting(Share::document).containsExactlyInAnyOrder("S1", "S2", "N1");
    }

    @Test
    void whoPaysForSeveralWhoseNamesHeWritesPaysTheOldestOfEach() {
        books.sale("S1", "H2601", 31240)
                .of("P1", "Dirk Baert")
                .due(DAY.minusDays(5))
                .put();
        books.sale("S2", "H2602", 34500)
                .of("P2", "Pol Vandamme")
                .due(DAY.minusDays(5))
                .put();
        books.sale("S3", "H2603", 34500)
                .of("P2", "Pol Vandamme")
                .due(DAY.plusDays(25))
                .put();
        books.sale("S4", "H2604", 40000).of("P3", "Dirk Vandamme").put();
        Books.Pay pay = books.in(65740).from("OCMW Tienen", OTHER).says("HUUR Dirk Baert, Pol Vandamme");
        assertThat(pay.verdict().kind()).isEqualTo(Kind.SUGGEST);
        assertThat(pay.verdict().shares()).extracting(Share::document).containsExactlyInAnyOrder("S1", "S2");

        books.sale("S5", "H2501", 500).of("P1", "Dirk Baert").put();
        books.book.record(
                books.in(500).from("OCMW Tienen", OTHER).says("H2501").line(), List.of(Share.of("S5", 500)), true);

        assertThat(pay.verdict().kind()).isEqualTo(Kind.BOOK);
    }

    @Test
    void theEndsOfNumbersThatFollowAWholeOneAreOfCustomersOfAFactorIfOneWayComesOut() {
        String factor = "LU280019400644750000";
        books.sale("F1", "24010001", 500).of("P1", "Garage Noord").put();
        books.sale("F2", "24010002", 700).of("P2", "Brabo").put();
        books.book.record(
                books.in(1200)
                        .from("Eurofactor", factor)
                        .says("24010001 24010002")
                        .line(),
                List.of(Share.of("F1", 500), Share.of("F2", 700)),
                true);
        books.sale("S1", "24070122", 207007).of("P1", "Garage Noord").put();
        books.sale("S2", "24080143", 40851).of("P2", "Brabo").put();
        Books.Pay pay = books.in(247858).from("Eurofactor", factor).says("afrekening 24070122 + 0143");

        assertThat(pay.verdict().kind()).isEqualTo(Kind.BOOK);
        assertThat(pay.verdict().shares()).extracting(Share::document).containsExactlyInAnyOrder("S1", "S2");
        assertThat(books.in(247858)
                        .from("Ander", OTHER)
                        .says("afrekening 24070122 + 0143")
                        .verdict()
                        .kind())
                .isNotEqualTo(Kind.BOOK);
        books.sale("S3", "24090143", 40851).of("P2", "Brabo").put();
        assertThat(pay.verdict().kind()).isNotEqualTo(Kind.BOOK);
    }

    @Test
    void aNumberThatStandsTwiceIsNotThatOfTheCreditNoteWithTheSameDigitsTheSecondTime() {
        books.sale("S1", "2025-0009", 48400).of("P1", "Alba", ALBA).put();
        books.sale("C1", "CN2025-0009", 12100)
                .of("P2", "Brouwerij Noord")
                .credit()
                .put();

        Verdict verdict = books.in(48400)
                .from("Alba", ALBA)
                .says("Factuur 2025-0009")
                .endToEnd("KPV-2025-0009")
                .verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(Share.of("S1", 48400));
    }

    @Test
    void aCreditNoteWithTheSameDigitsThatTheTextNamesItselfStillSpeaksAgainst() {
        books.sale("S1", "2025-0009", 48400).of("P1", "Alba", ALBA).put();
        books.sale("C1", "CN2025-0009", 12100).of("P1", "Alba", ALBA).credit().put();

        Verdict verdict = books.in(48400)
                .from("Alba", ALBA)
                .says("Factuur 2025-0009 en CN2025-0009")
                .endToEnd("KPV-2025-0009")
                .verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.SUGGEST);
    }
}
