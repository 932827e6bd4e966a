package org.bankfeed.matching.internal.core.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.matching.internal.core.judge.Books.ALBA;
import static org.bankfeed.matching.internal.core.judge.Books.DAY;
import static org.bankfeed.matching.internal.core.judge.Books.OTHER;

import java.util.List;
import java.util.Locale;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.judge.Books;
import org.junit.jupiter.api.Test;

class ThirdPartiesTest {

    private final Books books = new Books();

    private void pays(String name, boolean byPerson) {
        books.sale("S1", "2026-114", 12100).of("P1", "Bakkerij Alba BV", ALBA).put();
        Line line = books.in(12100).from(name, OTHER).on(DAY.minusDays(9)).line();
        books.book().record(line, List.of(Share.of("S1", 12100)), byPerson);
    }

    private List<String> sentences(String name, Locale language) {
        books.sale("S2", "2026-115", 4400).of("P1", "Bakkerij Alba BV", ALBA).put();
        return books.in(4400).from(name, OTHER).verdict().evidence().stream()
                .map(one -> one.sentence(language))
                .toList();
    }

    @Test
    void tellWhoPaidForWhomAndThatAPersonDecidedIt() {
        pays("Holding Noord NV", true);

        assertThat(sentences("Holding Noord NV", Locale.ENGLISH)).anySatisfy(one -> assertThat(one)
                .startsWith("“Holding Noord NV” paid invoice 2026-114 for Bakkerij Alba BV on")
                .endsWith("as a person decided"));
    }

    @Test
    void tellInEveryLanguage() {
        pays("Jan Peeters", false);

        assertThat(sentences("Jan Peeters", Locale.forLanguageTag("nl")))
                .anyMatch(one -> one.startsWith("“Jan Peeters” betaalde op") && one.endsWith("voor Bakkerij Alba BV"));
        assertThat(sentences("Jan Peeters", Locale.FRENCH))
                .anyMatch(one -> one.startsWith(
                        "«\u00a0Jan Peeters\u00a0» a payé la facture 2026-114 pour Bakkerij Alba BV le"));
        assertThat(sentences("Jan Peeters", Locale.GERMAN))
                .anyMatch(one -> one.startsWith("„Jan Peeters“ hat am") && one.endsWith("bezahlt"));
    }

    @Test
    void tellOfTheDecisionOfAPersonRatherThanOfALaterBooking() {
        pays("Holding Noord NV", true);
        books.sale("S3", "2026-116", 900).of("P1", "Bakkerij Alba BV", ALBA).put();
        Line later = books.in(900)
                .from("Holding Noord NV", OTHER)
                .on(DAY.minusDays(2))
                .line();
        books.book().record(later, List.of(Share.of("S3", 900)), false);

        assertThat(sentences("Holding Noord NV", Locale.ENGLISH)).anyMatch(one -> one.contains("2026-114"));
    }

    @Test
    void saySoToIfAPersonSaidItOfNoPayment() {
        books.sale("S1", "2026-114", 12100).of("P1", "Bakkerij Alba BV", ALBA).put();
        books.book().correct(Facts.account(OTHER), "P1", OTHER);

        assertThat(sentences("Holding Noord NV", Locale.ENGLISH))
                .contains("a person said that “Holding Noord NV” pays for Bakkerij Alba BV");
    }

    @Test
    void areNotThePartyItselfUnderALongerName() {
        pays("Alba en Zonen", true);

        assertThat(sentences("Alba en Zonen", Locale.ENGLISH)).noneMatch(one -> one.contains("as a person decided"));
    }

    @Test
    void areForgottenWithTheBookingThatTaughtThem() {
        pays("Holding Noord NV", true);
        books.book().undo("T1");

        assertThat(sentences("Holding Noord NV", Locale.ENGLISH)).noneMatch(one -> one.contains("Holding Noord"));
    }
}
