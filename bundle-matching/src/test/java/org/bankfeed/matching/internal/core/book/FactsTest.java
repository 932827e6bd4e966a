package org.bankfeed.matching.internal.core.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.bankfeed.matching.internal.core.judge.Books.ALBA;
import static org.bankfeed.matching.internal.core.judge.Books.OTHER;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.bankfeed.matching.internal.core.judge.Books;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lines teach of who pays for whom, and how a person sees, forgets and corrects it. */
class FactsTest {

    private static final String ALBA_KEY = Facts.account(ALBA);

    private final Books books = new Books();

    @BeforeEach
    void documents() {
        books.sale("S1", "2026-114", 12100).put();
        books.sale("S2", "2026-115", 45000).put();
        books.sale("S3", "2026-116", 7700).of("P2", "Garage Peeters NV").put();
    }

    @Test
    void aBookingTeachesAccountNameAndMandateWithTheirSource() {
        Line line = books.in(12100).from("J. Peeters", ALBA).mandate("M-7").line();

        books.book().record(line, List.of(Share.of("S1", 12100)), true);

        assertThat(books.book().facts()).hasSize(3).allSatisfy(fact -> {
            assertThat(fact.party()).isEqualTo("P1");
            assertThat(fact.partyName()).isEqualTo("Bakkerij Alba BV");
            assertThat(fact.line()).isEqualTo(line.id());
            assertThat(fact.byPerson()).isEqualTo(1);
            assertThat(fact.another()).isTrue();
        });
        assertThat(books.book().facts())
                .extracting(Fact::kind, Fact::shown)
                .containsExactlyInAnyOrder(
                        tuple(Fact.Kind.ACCOUNT, ALBA),
                        tuple(Fact.Kind.NAME, "J. Peeters"),
                        tuple(Fact.Kind.MANDATE, "M-7"));
    }

    @Test
    void whatIsForgottenCountsNoMoreFromTheNextLineOn() {
        pays("S1", 12100);
        assertThat(books.in(45000).from("", ALBA).verdict().kind()).isEqualTo(Kind.BOOK);

        books.book().forget(ALBA_KEY, "P1");

        assertThat(books.in(45000).from("", ALBA).verdict().kind()).isNotEqualTo(Kind.BOOK);
        assertThat(books.book().facts()).isEmpty();
    }

    @Test
    void undoingWhatTaughtAForgottenFactChangesNothingMore() {
        Line line = pays("S1", 12100);
        books.book().forget(ALBA_KEY, "P1");
        pays("S2", 45000);
        List<Fact> after = books.book().facts();

        books.book().undo(line.id());

        assertThat(books.book().facts()).isEqualTo(after).hasSize(1);
    }

    @Test
    void anUndoLeavesTheStateBeforeExactly() {
        pays("S1", 12100);
        List<Fact> before = books.book().facts();
        Line second = books.in(7700).from("", ALBA).line();

        books.book().record(second, List.of(Share.of("S3", 7700)), true, Set.of("S2"));
        assertThat(books.book().facts()).isNotEqualTo(before);
        books.book().undo(second.id());

        assertThat(books.book().facts()).isEqualTo(before);
    }

    @Test
    void aRejectedProposalTeachesThatTheNameIsNotThatParty() {
        books.sale("S4", "2026-117", 9900).of("P2", "Garage Peeters NV").put();
        assertThat(parties(books.in(9900).from("Garage Peeters", OTHER).verdict()))
                .containsExactly("S4");

        books.book()
                .record(
                        books.in(12100).from("Garage Peeters", OTHER).line(),
                        List.of(Share.of("S1", 12100)),
                        true,
                        Set.of("S3", "S1"));

        assertThat(parties(books.in(9900).from("Garage Peeters", OTHER).verdict()))
                .doesNotContain("S4");
        assertThat(parties(books.in(9900)
                        .from("Garage Peeters", "BE71096123456769")
                        .verdict()))
                .contains("S4");
    }

    @Test
    void aRejectionDoesNotOutweighWhatWasSaidAsOften() {
        pays("S1", 12100);
        Line other = books.in(7700).from("", ALBA).line();

        books.book().record(other, List.of(Share.of("S3", 7700)), true, Set.of("S2"));

        assertThat(parties(books.in(45000).from("", ALBA).verdict())).contains("S2");
    }

    @Test
    void aPersonCorrectsAFact() {
        pays("S1", 12100);

        books.book().forget(ALBA_KEY, "P1");
        books.book().correct(ALBA_KEY, "P2", ALBA);

        assertThat(books.in(7700).from("", ALBA).verdict().shares()).containsExactly(Share.of("S3", 7700));
        assertThat(books.book().facts()).singleElement().satisfies(fact -> {
            assertThat(fact.partyName()).isEqualTo("Garage Peeters NV");
            assertThat(fact.shown()).isEqualTo(ALBA);
            assertThat(fact.line()).isNull();
        });
    }

    @Test
    void theAccountThatTheBooksHaveIsNotForgotten() {
        books.sale("S5", "2026-118", 8800).of("P3", "Drukkerij Volt", OTHER).put();
        books.book().record(books.in(100).from("", OTHER).line(), List.of(Share.of("S5", 100)), true);

        books.book().forget(Facts.account(OTHER), "P3");

        assertThat(books.in(8700).from("", OTHER).verdict().shares()).containsExactly(Share.of("S5", 8700));
    }

    private Line pays(String document, long amount) {
        Line line = books.in(amount).from("", ALBA).line();
        books.book().record(line, List.of(Share.of(document, amount)), true);
        return line;
    }

    private static List<String> parties(Verdict verdict) {
        List<Share> shares = new ArrayList<>(verdict.shares());
        verdict.alternatives().forEach(one -> shares.addAll(one.shares()));
        return shares.stream().map(Share::document).distinct().toList();
    }
}
