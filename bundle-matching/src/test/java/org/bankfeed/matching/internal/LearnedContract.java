package org.bankfeed.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Party;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.FactQuery;
import org.bankfeed.matching.LearnedFact;
import org.bankfeed.matching.LearnedFact.Kind;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.value.Money;
import org.bankfeed.value.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was learned of who pays for whom, on whatever database: seen, forgotten, corrected, and exactly as before. */
abstract class LearnedContract extends MatchingFixture {

    @Test
    void aConfirmationIsSeenWithItsSourceAndWhoSaidIt() throws Exception {
        sale("S1", "2026-114", "121.00");
        TransactionId line = confirmed("T1", "121.00", "S1");

        LearnedFact account = fact(Kind.ACCOUNT);

        assertThat(account.partyName()).isEqualTo("Bakkerij Alba BV");
        assertThat(account.value()).isEqualTo(PAYER);
        assertThat(account.shown()).isNotEqualTo(PAYER).contains("7061");
        assertThat(account.from()).isEqualTo(line);
        assertThat(account.by()).isEqualTo("an");
        assertThat(account.at()).isEqualTo(CLOCK.instant());
        assertThat(account.payer()).isEqualTo("J. Peeters");
        assertThat(account.thirdParty()).isTrue();
        assertThat(account.confirmed()).isEqualTo(1);
        assertThat(account.booked()).isZero();
        assertThat(account.id()).doesNotContain("7061");
        assertThat(fact(Kind.NAME).shown()).isEqualTo("J. Peeters");
    }

    @Test
    void aBookingOfItsOwnTeachesWithNobodysName() throws Exception {
        sale("S1", "2026-114", "121.00");
        in("T1", "121.00", "factuur 2026-114");
        matching.work(job);

        assertThat(fact(Kind.ACCOUNT).by()).isNull();
        assertThat(fact(Kind.ACCOUNT).booked()).isEqualTo(1);
    }

    @Test
    void whatIsForgottenCountsNoMoreFromTheNextLineOnAlsoAfterARestart() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "450.00");
        sale("S3", "2026-116", "33.00");
        Decision before = decision(confirmed("T1", "121.00", "S1"));

        for (LearnedFact fact : learned()) {
            matching.forget(bookkeeper, fact.id());
        }

        assertThat(learned()).isEmpty();
        TransactionId second = in("T2", "450.00", "");
        matching.work(job);
        assertThat(decision(second).state()).isNotEqualTo(State.AUTOMATIC);
        assertThat(decision(before.transaction())).isEqualTo(before);
        restart();
        assertThat(learned()).isEmpty();
        TransactionId third = in("T3", "33.00", "");
        matching.work(job);
        assertThat(decision(third).state()).isNotEqualTo(State.AUTOMATIC);
        assertThat(audited("forget"))
                .anyMatch(said -> said.startsWith("Forgot that account BE") && !said.contains(PAYER));
    }

    @Test
    void aPersonSaysForWhomAnAccountPaysInstead() throws Exception {
        sale("S1", "2026-114", "121.00");
        other("S9", "2026-900", "77.00");
        confirmed("T1", "121.00", "S1");

        LearnedFact now = matching.correct(bookkeeper, fact(Kind.ACCOUNT).id(), "C2");

        assertThat(now.partyName()).isEqualTo("Garage Peeters NV");
        assertThat(now.by()).isEqualTo("an");
        assertThat(now.from()).isNull();
        restart();
        assertThat(fact(Kind.ACCOUNT)).isEqualTo(now);
        TransactionId next = in("T2", "77.00", "");
        matching.work(job);
        assertThat(decision(next).state()).isEqualTo(State.AUTOMATIC);
        assertThat(decision(next).applications().get(0).document()).isEqualTo(new DocumentId("S9"));
        assertThat(audited("correct"))
                .anyMatch(said -> said.endsWith("pays for Garage Peeters NV and not for Bakkerij Alba BV"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatAPersonCorrectedIsFoundByThePayersNameAsBefore(Kind kind) throws Exception {
        sale("S1", "2026-114", "121.00");
        other("S9", "2026-900", "77.00");
        TransactionId line = bring(withMandate("T1", "121.00", "MND-7"));
        matching.work(job);
        matching.confirm(bookkeeper, line, decision(line).version(), pays("S1", "121.00"));

        LearnedFact now = matching.correct(bookkeeper, fact(kind).id(), "C2");

        assertThat(now.payer()).isEqualTo("J. Peeters");
        assertThat(now.thirdParty()).isFalse();
        assertThat(found("j. peeters", Set.of(kind), false)).containsExactly(now);
        restart();
        assertThat(found("j. peeters", Set.of(kind), false)).containsExactly(now);
    }

    @Test
    void whatAConfirmationTeachesShowsInThePayersOtherOpenLinesAtOnceAndIsGoneWithAnUndo() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "450.00");
        TransactionId first = in("T1", "121.00", "zie mail");
        TransactionId second = in("T2", "450.00", "-");
        matching.work(job);
        Decision before = decision(second);
        assertThat(codes(before)).doesNotContain(ReasonCode.ACCOUNT_PAID_BEFORE);

        matching.confirm(bookkeeper, first, decision(first).version(), pays("S1", "121.00"));

        assertThat(decision(second).state()).isEqualTo(State.SUGGESTED);
        assertThat(codes(decision(second))).contains(ReasonCode.ACCOUNT_PAID_BEFORE);

        matching.undo(bookkeeper, first, decision(first).version());

        assertThat(decision(second).state()).isEqualTo(before.state());
        assertThat(decision(second).evidence()).isEqualTo(before.evidence());
        assertThat(decision(second).proposals()).isEqualTo(before.proposals());
    }

    @Test
    void aRefundSaysWhatItGivesBackOnceAPersonBookedThePaymentThatWasTooMuch() throws Exception {
        sale("S1", "2026-114", "121.00");
        other("S9", "2026-900", "131.00");
        TransactionId tooMuch = in("T1", "131.00", "2026-114 2026-900");
        TransactionId back = bring(line("T2", "-10.00", "te veel ontvangen 2026-114", "PMNT-ICDT-ESCT", null));
        matching.work(job);
        assertThat(decision(back).givesBack()).isNull();

        matching.confirm(bookkeeper, tooMuch, decision(tooMuch).version(), pays("S1", "121.00"));

        assertThat(codes(decision(back))).contains(ReasonCode.GIVES_BACK_TOO_MUCH);
        assertThat(decision(back).givesBack()).isEqualTo(tooMuch);
    }

    private static List<ReasonCode> codes(Decision decision) {
        return decision.evidence().stream().map(Evidence::code).toList();
    }

    @Test
    void anUndoLeavesWhatWasLearnedExactlyAsBefore() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "450.00");
        other("S9", "2026-900", "450.00");
        confirmed("T1", "121.00", "S1");
        List<LearnedFact> before = learned();
        TransactionId second = in("T2", "450.00", "2026-900 2026-115");
        matching.work(job);
        matching.confirm(bookkeeper, second, decision(second).version(), pays("S9", "450.00"));
        assertThat(learned()).isNotEqualTo(before).anyMatch(fact -> fact.rejected() == 1);

        matching.undo(bookkeeper, second, decision(second).version());

        assertThat(learned()).isEqualTo(before);
        restart();
        assertThat(learned()).isEqualTo(before);
    }

    @Test
    void pagesAndSearches() throws Exception {
        sale("S1", "2026-114", "121.00");
        other("S9", "2026-900", "77.00");
        confirmed("T1", "121.00", "S1");
        confirmed("T2", "77.00", "S9");

        List<LearnedFact> paged = new ArrayList<>();
        String after = null;
        do {
            Page<LearnedFact> page = matching.learned(viewer, new FactQuery(null, Set.of(), false, after, 1));
            paged.addAll(page.items());
            after = page.next();
        } while (after != null);

        assertThat(paged).isEqualTo(learned()).hasSize(4);
        assertThat(found("garage", Set.of(), false))
                .extracting(LearnedFact::partyId)
                .containsOnly("C2");
        assertThat(found("7061", Set.of(Kind.ACCOUNT), false)).hasSize(2);
        assertThat(found(null, Set.of(), true)).extracting(LearnedFact::partyId).containsOnly("C1");
        assertThat(found("nobody", Set.of(), false)).isEmpty();
    }

    @Test
    void saysWhatIsNotPossible() throws Exception {
        sale("S1", "2026-114", "121.00");
        confirmed("T1", "121.00", "S1");
        String id = fact(Kind.ACCOUNT).id();

        assertThatThrownBy(() -> matching.forget(viewer, id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> matching.correct(bookkeeper, id, "C7")).hasMessageContaining("no party C7");
        assertThatThrownBy(() -> matching.correct(bookkeeper, id, "C1")).hasMessageContaining("already");
        matching.forget(bookkeeper, id);
        assertThatThrownBy(() -> matching.forget(bookkeeper, id))
                .isInstanceOfSatisfying(MatchingException.class, e -> assertThat(e.reason())
                        .isEqualTo(MatchingException.Reason.NOT_FOUND));
    }

    @Test
    void aCompanySeesItsOwnFactsOnly() throws Exception {
        sale("S1", "2026-114", "121.00");
        confirmed("T1", "121.00", "S1");
        Caller neighbour = Caller.job(new CompanyId("B" + company.value()), "matching");

        assertThat(matching.learned(neighbour, FactQuery.first(10)).items()).isEmpty();
    }

    private TransactionId confirmed(String id, String amount, String document) throws Exception {
        TransactionId line = in(id, amount, "zie mail");
        matching.work(job);
        matching.confirm(bookkeeper, line, decision(line).version(), pays(document, amount));
        return line;
    }

    private static FeedTransaction withMandate(String id, String amount, String mandate) {
        return new FeedTransaction(
                id,
                Money.of(amount, "EUR"),
                DAY,
                DAY,
                "J. Peeters",
                PAYER,
                "zie mail",
                FeedTransaction.RemittanceType.UNSTRUCTURED,
                null,
                "PMNT-IDDT-ESDD",
                null,
                null,
                mandate,
                null,
                null,
                null);
    }

    private void other(String id, String number, String amount) throws Exception {
        Money total = Money.of(amount, "EUR");
        ledger.add(
                bookkeeper,
                new NewDocument(
                        new DocumentId(id),
                        OpenItem.Direction.SALES,
                        OpenItem.Type.INVOICE,
                        number,
                        new Party("C2", "Garage Peeters NV", Party.Kind.BUSINESS, List.of()),
                        total,
                        total,
                        DAY.minusDays(20),
                        DAY.plusDays(10),
                        null,
                        null));
    }

    private List<LearnedFact> learned() {
        return matching.learned(viewer, FactQuery.first(100)).items();
    }

    private List<LearnedFact> found(@Nullable String text, Set<Kind> kinds, boolean thirdParties) {
        return matching.learned(viewer, new FactQuery(text, kinds, thirdParties, null, 100))
                .items();
    }

    private LearnedFact fact(Kind kind) {
        return learned().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }
}
