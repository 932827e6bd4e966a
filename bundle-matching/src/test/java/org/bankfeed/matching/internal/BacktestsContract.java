package org.bankfeed.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.history.HistoryFault;
import org.bankfeed.invoice.AnnouncedPayment;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.BacktestReport;
import org.bankfeed.matching.BacktestReport.Counts;
import org.bankfeed.matching.BacktestReport.Mistake;
import org.bankfeed.matching.Backtests.Progress;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.FactQuery;
import org.bankfeed.matching.HistoryCode;
import org.bankfeed.matching.HistoryExport;
import org.bankfeed.matching.LearnedFact;
import org.bankfeed.matching.MatchKind;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.value.Money;
import org.junit.jupiter.api.Test;

/** A company's past played again, and written out, on whatever database. */
abstract class BacktestsContract extends MatchingFixture {

    private static final Progress ON = (lines, all) -> true;

    @Test
    void holdsWhatWouldBeBookedAgainstWhatWasDecided() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "450.00");
        sale("S3", "2026-116", "77.00");
        in("T1", "121.00", "factuur 2026-114");
        TransactionId other = in("T2", "450.00", "factuur 2026-115");
        in("T3", "-9.99", "zie mail");
        matching.work(job);
        matching.undo(bookkeeper, other, decision(other).version());
        matching.confirm(bookkeeper, other, decision(other).version(), pays("S3", "77.00"));

        BacktestReport report = backtests().own(viewer, ON);

        assertThat(report.total()).isEqualTo(new Counts(3, 2, 1, 1, 0, 0, 1, 2));
        assertThat(report.total().precision()).hasValue(0.5);
        assertThat(report.total().recall()).hasValue(0.5);
        assertThat(report.complete()).isTrue();
        assertThat(report.documents()).isEqualTo(3);
        assertThat(report.from()).isEqualTo(DAY);
        assertThat(report.standing()).isEqualTo(1);
        assertThat(report.decidedByPerson()).isEqualTo(1);
        assertThat(report.kinds()).extracting(BacktestReport.Kind::kind).containsExactly(MatchKind.BY_NUMBER, null);
        assertThat(report.mistakes()).singleElement().satisfies(BacktestsContract::tellsTheMistake);
    }

    private static void tellsTheMistake(Mistake mistake) {
        assertThat(mistake.line()).isEqualTo(new TransactionId(ACCOUNT, "T2").toString());
        assertThat(mistake.booked()).extracting(BacktestReport.Part::number).containsExactly("2026-115");
        assertThat(mistake.decided()).extracting(BacktestReport.Part::number).containsExactly("2026-116");
        assertThat(mistake.why()).isNotEmpty();
    }

    @Test
    void asksWhetherTheSuggestedOnesHadTheRightAnswerAmongThem() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "121.00");
        TransactionId either = in("T1", "121.00", "factuur 2026-114 of 2026-115");
        matching.work(job);
        assertThat(decision(either).proposals()).hasSizeGreaterThan(1);
        List<Application> second = decision(either).proposals().get(1).applications();
        matching.confirm(bookkeeper, either, decision(either).version(), second);

        Counts total = backtests().own(viewer, ON).total();

        assertThat(total.suggested()).isEqualTo(1);
        assertThat(total.firstThree()).isEqualTo(1);
        assertThat(total.booked()).isZero();
        assertThat(total.precision()).isEmpty();
    }

    @Test
    void whatIsWrittenOutPlaysAsTheBooksDo() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "450.00");
        TransactionId paid = in("T1", "121.00", "factuur 2026-114");
        bring(line("T2", "-121.00", "retour 2026-114", "PMNT-RDDT-UPDD", null));
        TransactionId aside = in("T3", "9.99", "zie mail");
        matching.work(job);
        matching.setAside(bookkeeper, aside, decision(aside).version());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        HistoryExport export = backtests().export(bookkeeper, out, ON);

        String written = out.toString(StandardCharsets.UTF_8);
        assertThat(export.lines()).isEqualTo(3);
        assertThat(export.documents()).isEqualTo(2);
        assertThat(written)
                .contains(PAYER)
                .contains("\"takesBack\":\"" + paid + "\"")
                .contains("\"by\":\"matching\"")
                .contains("{\"event\":\"confirmed\",\"transactionId\":\"" + aside + "\",\"applications\":[]}");
        assertThat(backtests().recorded(viewer, "books.jsonl", in(written), ON))
                .isEqualTo(backtests().own(viewer, ON));
        assertThat(audited("export history")).containsExactly("3 lines, 2 documents and 3 decisions written out");
    }

    @Test
    void thePastKnowsWhatAPersonSaidOfFactsAndWhatWasAnnouncedAtItsTime() throws Exception {
        List<AnnouncedPayment> announced = new ArrayList<>();
        matching.bindPayments(new Host(List.of(), announced));
        sale("S1", "2026-114", "121.00");
        in("T1", "121.00", "factuur 2026-114");
        matching.work(job);
        for (LearnedFact fact : matching.learned(viewer, FactQuery.first(100)).items()) {
            matching.forget(bookkeeper, fact.id());
        }
        sale("S2", "2026-115", "50.00");
        sale("S3", "2026-116", "60.00");
        in("T2", "50.00", "");
        announced.add(new AnnouncedPayment(
                "A1", "E-1", Money.of("60.00", "EUR"), DAY, List.of(new DocumentId("S3")), "FILE-7"));
        matching.work(job);
        TransactionId collected = bring(line("T3", "60.00", "", "PMNT-RDDT-ESDD", "E-1"));
        matching.work(job);
        announced.clear();
        matching.work(job);
        TransactionId forgotten = new TransactionId(ACCOUNT, "T2");
        assertThat(decision(collected).state()).isEqualTo(Decision.State.AUTOMATIC);
        assertThat(decision(forgotten).state()).isNotEqualTo(Decision.State.AUTOMATIC);

        BacktestReport own = backtests().own(viewer, ON);

        assertThat(own.total().booked()).isEqualTo(2);
        assertThat(own.total().right()).isEqualTo(2);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        backtests().export(bookkeeper, out, ON);
        String written = out.toString(StandardCharsets.UTF_8);
        assertThat(written)
                .contains("{\"event\":\"factSaid\",\"fact\":{\"sign\":\"account\",\"key\":\"" + PAYER)
                .contains("{\"event\":\"announced\",\"payment\":{\"id\":\"A1\"")
                .contains("{\"event\":\"announcementEnded\",\"paymentId\":\"A1\"}");
        assertThat(backtests().recorded(viewer, "books.jsonl", in(written), ON)).isEqualTo(own);
    }

    @Test
    void whatTheBankSaysBesidesIsWrittenOutWhereTheJournalIsThere() throws Exception {
        FeedTransaction plain = line("T1", "121.00", "factuur 2026-114", "PMNT-RCDT-ESCT", null);
        bring(new FeedTransaction(
                plain.id(),
                plain.amount(),
                DAY,
                DAY.plusDays(1),
                plain.counterpartyName(),
                plain.counterpartyAccount(),
                plain.remittance(),
                plain.remittanceType(),
                "Overschrijving",
                plain.bankCode(),
                null,
                null,
                null,
                null,
                "SUPP",
                null));
        matching.work(job);
        ByteArrayOutputStream without = new ByteArrayOutputStream();
        backtests().export(bookkeeper, without, ON);
        assertThat(without.toString(StandardCharsets.UTF_8)).doesNotContain("Overschrijving");
        StoreBacktests backtests = backtests();
        backtests.bindJournal(journal);
        ByteArrayOutputStream with = new ByteArrayOutputStream();
        Caller both = new Caller(company, "an", Set.of(Role.VIEWER, Role.BOOKKEEPER), Channel.WEB);

        backtests.export(both, with, ON);

        assertThat(with.toString(StandardCharsets.UTF_8))
                .contains("\"valueDate\":\"2026-03-11\"")
                .contains("\"description\":\"Overschrijving\"")
                .contains("\"purposeCode\":\"SUPP\"");
    }

    @Test
    void aWrongLineOfAFileIsToldWithItsNumber() {
        assertThatThrownBy(() -> backtests().recorded(viewer, "books.jsonl", in("\n{\"event\":\"transaction\"}"), ON))
                .isInstanceOfSatisfying(MatchingException.class, refusal -> assertThat(
                                refusal.sentence().in(Locale.GERMAN))
                        .isEqualTo("Zeile 2 von books.jsonl: „transaction“ fehlt oder ist kein Objekt;"
                                + " ergänzen Sie es."))
                .hasMessage("Line 2 of books.jsonl: ‘transaction’ is missing or not an object; add it.");
    }

    @Test
    void whateverIsWrongWithAFileHasACodeOfItsName() {
        assertThat(Arrays.stream(HistoryFault.values()).map(Enum::name))
                .containsExactlyElementsOf(Arrays.stream(HistoryCode.values())
                        .skip(1)
                        .map(Enum::name)
                        .toList());
    }

    @Test
    void whoHearsTheProgressMayEndIt() throws Exception {
        for (int i = 0; i < 250; i++) {
            in("T" + i, "9.99", "zie mail");
        }
        matching.work(job);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        BacktestReport report = backtests().own(viewer, (lines, all) -> {
            assertThat(all).isEqualTo(250);
            return lines < 200;
        });

        assertThat(report.complete()).isFalse();
        assertThat(report.total().lines()).isEqualTo(200);
        assertThat(backtests().export(bookkeeper, out, (lines, all) -> false).complete())
                .isFalse();
    }

    @Test
    void onlyWhoMayTriesOrExportsAndOnlyHisOwnCompany() throws Exception {
        in("T1", "9.99", "zie mail");
        matching.work(job);
        Caller nobody = new Caller(company, "no", Set.of(), Channel.WEB);
        Caller stranger = new Caller(new CompanyId("OTHER"), "an", Set.of(Role.VIEWER), Channel.WEB);

        assertThatThrownBy(() -> backtests().own(nobody, ON)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> backtests().export(viewer, new ByteArrayOutputStream(), ON))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(backtests().own(stranger, ON).total()).isEqualTo(Counts.NONE);
    }

    private StoreBacktests backtests() {
        return new StoreBacktests(store.store());
    }

    private static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
