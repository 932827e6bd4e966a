package org.bankfeed.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Backtests.Progress;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.MatchKind;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.MatchingException.Reason;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.Rule;
import org.bankfeed.matching.RuleChange;
import org.bankfeed.matching.RuleContent;
import org.bankfeed.matching.RuleContent.LeaveToPerson;
import org.bankfeed.matching.RuleContent.NotAnInvoice;
import org.bankfeed.matching.RuleContent.NotAnInvoice.Flow;
import org.bankfeed.matching.RuleContent.NotAnInvoice.Sign;
import org.bankfeed.matching.RuleContent.Tolerance;
import org.bankfeed.matching.RuleId;
import org.bankfeed.matching.RuleTrial;
import org.bankfeed.value.Money;
import org.junit.jupiter.api.Test;

/** A company's own rules, on whatever database. */
abstract class RulesContract extends MatchingFixture {

    private static final Progress ON = (lines, all) -> true;
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final NotAnInvoice WAGES = new NotAnInvoice(Sign.WORDS, "loon Janssens", Flow.OUT, "wages");

    // ---- not an invoice

    @Test
    void aWordSettlesTheNextLineAndIsItsEvidence() throws Exception {
        TransactionId before = in("T1", "-1800.00", "Loon Jânssens maart");
        matching.work(job);
        inForce(WAGES);
        TransactionId after = in("T2", "-1800.00", "LOON-JANSSENS april");
        TransactionId otherWay = in("T3", "1800.00", "loon janssens");
        TransactionId partOfAWord = in("T4", "-1800.00", "voorschotloon janssens");
        matching.work(job);

        assertThat(decision(after).state()).isEqualTo(State.NOT_AN_INVOICE);
        assertThat(decision(after).evidence()).singleElement().satisfies(why -> {
            assertThat(why.sentence(Locale.ENGLISH)).isEqualTo("your rule R1 says: wages, not an invoice");
            assertThat(why.field()).isEqualTo("remittanceInformation");
        });
        assertThat(List.of(before, otherWay, partOfAWord))
                .extracting(line -> decision(line).state())
                .containsOnly(State.NONE);
        assertThat(rules().rules(viewer))
                .singleElement()
                .extracting(Rule::settled)
                .isEqualTo(1L);
    }

    @Test
    void anAccountOrANameSettlesALineThatWouldBeBookedElse() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "77.00");
        Rule account = inForce(new NotAnInvoice(Sign.ACCOUNT, "be62 5100 0754 7061", Flow.IN, "loan"));
        TransactionId byAccount = in("T1", "121.00", "factuur 2026-114");
        matching.work(job);
        rules().off(bookkeeper, account.id(), account.version());
        inForce(new NotAnInvoice(Sign.NAME, "PEETERS", Flow.BOTH, "owner"));
        TransactionId byName =
                bring(named(line("T2", "77.00", "factuur 2026-115", "PMNT-RCDT-ESCT", null), "Peeters BV"));
        matching.work(job);

        assertThat(decision(byAccount).state()).isEqualTo(State.NOT_AN_INVOICE);
        assertThat(decision(byAccount).evidence().get(0).excerpt()).doesNotContain("51000754");
        assertThat(decision(byName).state()).isEqualTo(State.NOT_AN_INVOICE);
    }

    @Test
    void whatARuleSettledIsUndoneLineByLineOrAllAtOnce() throws Exception {
        Rule rule = inForce(WAGES);
        TransactionId one = in("T1", "-1800.00", "loon janssens maart");
        TransactionId two = in("T2", "-1800.00", "loon janssens april");
        TransactionId said = in("T3", "-1800.00", "loon janssens mei");
        matching.work(job);
        matching.undo(bookkeeper, one, decision(one).version());
        matching.setAside(bookkeeper, said, decision(said).version());

        assertThat(decision(one).state()).isEqualTo(State.NONE);
        assertThatThrownBy(() -> rules().reopen(bookkeeper, rule.id())).hasMessageContaining("switch it off first");
        rules().off(bookkeeper, rule.id(), rule.version());
        assertThat(rules().reopen(bookkeeper, rule.id())).isEqualTo(1);

        assertThat(decision(two).state()).isEqualTo(State.NONE);
        assertThat(decision(two).evidence()).extracting(Evidence::code).doesNotContain(ReasonCode.RULE_NOT_AN_INVOICE);
        assertThat(decision(said).state()).isEqualTo(State.NOT_AN_INVOICE);
        assertThat(rules().rules(viewer))
                .singleElement()
                .extracting(Rule::settled)
                .isEqualTo(0L);
    }

    @Test
    void anotherNodeFollowsARuleAtOnce() throws Exception {
        StorePaymentMatching other = otherNode();
        other.work(job);
        inForce(WAGES);
        TransactionId line = in("T1", "-1800.00", "loon janssens maart");

        other.work(job);

        assertThat(decision(line).state()).isEqualTo(State.NOT_AN_INVOICE);
    }

    // ---- what is left to a person

    @Test
    void nothingIsBookedByItselfWhereEverythingIsLeftToAPerson() throws Exception {
        inForce(LeaveToPerson.everything());
        sale("S1", "2026-114", "121.00");
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        matching.work(job);

        Decision decision = decision(line);
        assertThat(decision.state()).isEqualTo(State.SUGGESTED);
        assertThat(decision.proposals().get(0).applications()).isEqualTo(pays("S1", "121.00"));
        assertThat(decision.evidence()).last().satisfies(why -> assertThat(why.sentence(Locale.ENGLISH))
                .isEqualTo("your rule R1 leaves payments of this kind to a person"));
        matching.confirm(bookkeeper, line, decision.version(), pays("S1", "121.00"));
        assertThat(decision(line).state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void onlyTheKindsThatAreNamedAreLeftToAPerson() throws Exception {
        inForce(new LeaveToPerson(Set.of(MatchKind.BY_PAYER_AND_AMOUNT, MatchKind.SEVERAL_DOCUMENTS)));
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "450.00");
        sale("S3", "2026-116", "77.00");
        TransactionId byNumber = in("T1", "121.00", "factuur 2026-114");
        TransactionId several = in("T2", "527.00", "facturen 2026-115 en 2026-116");
        matching.work(job);

        assertThat(decision(byNumber).state()).isEqualTo(State.AUTOMATIC);
        assertThat(decision(several).state()).isEqualTo(State.SUGGESTED);
    }

    @Test
    void aReturnIsOfItsOwnKindHoweverItIsKnown() throws Exception {
        sale("S1", "2026-114", "121.00");
        in("T1", "121.00", "factuur 2026-114");
        matching.work(job);
        inForce(new LeaveToPerson(Set.of(MatchKind.BY_PAYER_AND_AMOUNT, MatchKind.BY_NUMBER)));
        TransactionId back = bring(line("T2", "-121.00", "retour 2026-114", "PMNT-RDDT-UPDD", null));
        matching.work(job);

        assertThat(decision(back).state()).isEqualTo(State.AUTOMATIC);
    }

    // ---- tolerances

    @Test
    void aToleranceSaysWhatIsWrittenOff() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "121.00");
        TransactionId strict = in("T1", "120.80", "factuur 2026-114");
        matching.work(job);
        assertThat(decision(strict).applications().get(0).writeOff()).isEqualTo(Money.of("0.20", "EUR"));
        inForce(new Tolerance(EUR, Money.of("2.00", "EUR"), Money.of("0.00", "EUR")));
        TransactionId wide = in("T2", "119.50", "factuur 2026-115");
        matching.work(job);

        assertThat(decision(wide).applications().get(0).writeOff()).isEqualTo(Money.of("1.50", "EUR"));
        assertThat(decision(wide).evidence()).anySatisfy(why -> assertThat(why.sentence(Locale.ENGLISH))
                .startsWith("your rule R1 writes off up to"));
    }

    @Test
    void aCurrencyHasOneToleranceAtATime() throws Exception {
        inForce(new Tolerance(EUR, Money.of("2.00", "EUR"), Money.of("0.00", "EUR")));

        assertThatThrownBy(() -> inForce(new Tolerance(EUR, Money.of("1.00", "EUR"), Money.of("0.00", "EUR"))))
                .hasMessageContaining("Rule R1 says what is written off in that currency");
    }

    // ---- trials

    @Test
    void aTrialTellsWhatTheRuleWouldHaveChangedAndWhatOfItIsAgainstWhatWasDecided() throws Exception {
        sale("S1", "2026-114", "121.00");
        TransactionId paid = in("T1", "121.00", "loon janssens factuur 2026-114");
        in("T2", "1800.00", "loon janssens");
        matching.work(job);
        assertThat(decision(paid).state()).isEqualTo(State.AUTOMATIC);
        Rule rule = rules().add(bookkeeper, new NotAnInvoice(Sign.WORDS, "loon janssens", Flow.IN, "wages"));

        RuleTrial trial = rules().tryOut(viewer, rule.id(), ON);

        assertThat(trial.counts()).isEqualTo(new RuleTrial.Counts(2, 1, 0, 0));
        assertThat(trial.lines()).isEqualTo(2);
        RuleTrial.Change against = trial.changes().get(0);
        assertThat(against.line()).isEqualTo(paid.toString());
        assertThat(against.against()).isTrue();
        assertThat(against.before()).isEqualTo(RuleTrial.Answer.BOOKED);
        assertThat(against.after()).isEqualTo(RuleTrial.Answer.NOT_AN_INVOICE);
        assertThat(against.decided()).singleElement().satisfies(part -> assertThat(part.number())
                .isEqualTo("2026-114"));
        assertThat(decision(paid).state()).isEqualTo(State.AUTOMATIC);
        assertThat(rules().rules(viewer)).singleElement().satisfies(kept -> assertThat(kept.tried())
                .isNotNull()
                .extracting(Rule.Tried::counts)
                .isEqualTo(trial.counts()));
    }

    @Test
    void aTrialTellsOfMistakesThatARulePrevents() throws Exception {
        sale("S1", "2026-114", "121.00");
        sale("S2", "2026-115", "121.00");
        TransactionId line = in("T1", "121.00", "factuur 2026-114");
        matching.work(job);
        matching.confirm(bookkeeper, line, decision(line).version(), pays("S2", "121.00"));
        Rule rule = rules().add(bookkeeper, new LeaveToPerson(Set.of(MatchKind.BY_NUMBER)));

        assertThat(rules().tryOut(viewer, rule.id(), ON).counts()).isEqualTo(new RuleTrial.Counts(0, 0, 1, 1));
    }

    @Test
    void linesOfMoreThanAYearAgoArePlayedAndNotCounted() throws Exception {
        bring(on(line("T1", "-1800.00", "loon janssens", "PMNT-ICDT-ESCT", null), DAY.minusMonths(13)));
        bring(on(line("T2", "-1800.00", "loon janssens", "PMNT-ICDT-ESCT", null), DAY.minusMonths(11)));
        matching.work(job);
        Rule rule = rules().add(bookkeeper, WAGES);

        RuleTrial trial = rules().tryOut(viewer, rule.id(), ON);

        assertThat(trial.lines()).isEqualTo(1);
        assertThat(trial.counts().more()).isEqualTo(1);
    }

    // ---- order

    @Test
    void aRuleIsTriedBeforeItIsSwitchedOn() throws Exception {
        Rule rule = rules().add(bookkeeper, WAGES);

        assertThatThrownBy(() -> rules().on(bookkeeper, rule.id(), rule.version()))
                .hasMessageContaining("Try the rule on the past first");
        rules().tryOut(viewer, rule.id(), (lines, all) -> false);
        assertThat(rules().on(bookkeeper, rule.id(), now(rule.id()).version()).state())
                .isEqualTo(Rule.State.ON);
    }

    @Test
    void everyChangeIsKeptWithWhoAndWhenAndAudited() throws Exception {
        Rule rule = inForce(WAGES);
        rules().off(bookkeeper, rule.id(), rule.version());
        rules().remove(bookkeeper, rule.id(), rule.version() + 1);

        assertThat(rules().rules(viewer)).isEmpty();
        assertThat(rules().changes(viewer, rule.id()))
                .extracting(RuleChange::act)
                .containsExactly(
                        RuleChange.Act.ADDED,
                        RuleChange.Act.TRIED,
                        RuleChange.Act.SWITCHED_ON,
                        RuleChange.Act.SWITCHED_OFF,
                        RuleChange.Act.REMOVED);
        assertThat(audited("rule"))
                .contains("Rule switched on: money out with the words “loon Janssens”: wages, not an invoice");
        store.checkAuditLog(company);
    }

    @Test
    void aRuleForAnAccountWithATypingErrorIsRefused() throws Exception {
        assertThatThrownBy(() -> rules().add(bookkeeper, rent("BE68 5390 0754 7035")))
                .hasMessage(
                        "Account BE…7035 is no IBAN, though it looks like one: its check digits do not fit, look for a"
                                + " typing error.");
        assertThat(rules().add(bookkeeper, rent("BE68 5390 0754 7034")).state()).isEqualTo(Rule.State.DRAFT);
        assertThat(rules().add(bookkeeper, rent("021000021-5617")).state()).isEqualTo(Rule.State.DRAFT);
    }

    private static RuleContent rent(String account) {
        return new NotAnInvoice(Sign.ACCOUNT, account, Flow.OUT, "rent");
    }

    @Test
    void whoSawAnotherVersionIsTold() throws Exception {
        Rule rule = inForce(WAGES);

        assertThatThrownBy(() -> rules().off(bookkeeper, rule.id(), rule.version() - 1))
                .isInstanceOfSatisfying(
                        MatchingException.class, e -> assertThat(e.reason()).isEqualTo(Reason.CHANGED_MEANWHILE));
        assertThatThrownBy(() -> rules().remove(bookkeeper, rule.id(), rule.version()))
                .hasMessageContaining("switch it off first");
        assertThatThrownBy(() -> rules().add(bookkeeper, WAGES)).hasMessage("Rule R1 says the same.");
        assertThatThrownBy(() -> rules().off(bookkeeper, new RuleId("R9"), 1)).hasMessage("There is no rule R9.");
    }

    @Test
    void onlyWhoMayRulesAndOnlyHisOwnCompany() throws Exception {
        Rule rule = inForce(WAGES);
        Caller stranger = new Caller(new CompanyId("OTHER"), "an", Set.of(Role.VIEWER, Role.BOOKKEEPER), Channel.WEB);

        assertThatThrownBy(() -> rules().add(viewer, WAGES)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> rules().off(viewer, rule.id(), rule.version()))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> rules().off(stranger, rule.id(), rule.version()))
                .hasMessageContaining("There is no rule");
        assertThat(rules().rules(stranger)).isEmpty();
    }

    // ---- helpers

    private StoreMatchingRules rules() {
        return new StoreMatchingRules(store.store(), matching, CLOCK);
    }

    private Rule inForce(RuleContent content) throws MatchingException {
        Rule rule = rules().add(bookkeeper, content);
        rules().tryOut(bookkeeper, rule.id(), ON);
        return rules().on(bookkeeper, rule.id(), now(rule.id()).version());
    }

    private Rule now(RuleId id) {
        return rules().rules(viewer).stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static FeedTransaction named(FeedTransaction line, String name) {
        return new FeedTransaction(
                line.id(),
                line.amount(),
                line.executionDate(),
                line.valueDate(),
                name,
                "NL91ABNA0417164300",
                line.remittance(),
                line.remittanceType(),
                null,
                line.bankCode(),
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static FeedTransaction on(FeedTransaction line, LocalDate day) {
        return new FeedTransaction(
                line.id(),
                line.amount(),
                day,
                day,
                line.counterpartyName(),
                line.counterpartyAccount(),
                line.remittance(),
                line.remittanceType(),
                null,
                line.bankCode(),
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
