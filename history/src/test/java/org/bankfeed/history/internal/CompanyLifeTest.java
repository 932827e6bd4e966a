package org.bankfeed.history.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bankfeed.history.BuiltInCompany;
import org.bankfeed.history.History;
import org.bankfeed.history.HistoryAccount;
import org.bankfeed.history.HistoryApplication;
import org.bankfeed.history.HistoryDiscount;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryEvent.InvoiceClosed;
import org.bankfeed.history.HistoryInvoice;
import org.bankfeed.history.HistoryInvoice.Direction;
import org.bankfeed.history.HistoryInvoice.Type;
import org.bankfeed.history.HistoryReader;
import org.bankfeed.history.HistoryTransaction;
import org.bankfeed.history.HistoryWriter;
import org.bankfeed.history.internal.Diary.Truth;
import org.bankfeed.history.internal.Line.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompanyLifeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Diary DIARY = CompanyLife.lived(TODAY.minusYears(2), TODAY);
    private static final History HISTORY = DIARY.history();
    private static final Set<Kind> UNAPPLIED_IN_PART = EnumSet.of(Kind.OVERPAID);

    @TempDir
    Path folder;

    @Test
    void theSameDayGivesTheSameHistory() {
        assertThat(BuiltInCompany.until(TODAY))
                .isEqualTo(BuiltInCompany.until(TODAY))
                .isEqualTo(HISTORY);
    }

    @Test
    void aLaterDayKnowsTheSameLinesUnderTheSameIds() {
        List<HistoryTransaction> later =
                BuiltInCompany.until(TODAY.plusDays(40)).transactions().toList();
        LocalDate common = TODAY.plusDays(40).minusYears(2);

        List<HistoryTransaction> earlier = HISTORY.transactions()
                .filter(line -> !line.executionDate().isBefore(common))
                .toList();

        assertThat(later).hasSizeGreaterThan(earlier.size()).startsWith(earlier.toArray(HistoryTransaction[]::new));
    }

    @Test
    void everyDayOfALifeThatGoesOnOnlyAddsToIt() {
        List<HistoryEvent> before = HISTORY.events().toList();
        for (int days = 1; days <= 10; days++) {
            List<HistoryEvent> after =
                    BuiltInCompany.goingOn(TODAY, TODAY.plusDays(days)).events().toList();
            assertThat(after).startsWith(before.toArray(HistoryEvent[]::new));
            before = after;
        }
        assertThat(before).hasSizeGreaterThan((int) HISTORY.events().count());
    }

    @Test
    void liesWithinTwoYearsThatEndToday() {
        assertThat(HISTORY.transactions()).hasSizeBetween(2000, 3000);
        assertThat(HISTORY.days().get(0).date())
                .isBetween(TODAY.minusYears(2), TODAY.minusYears(2).plusDays(5));
        assertThat(HISTORY.transactions().map(HistoryTransaction::executionDate))
                .isSorted()
                .allMatch(BankCalendar::isBankDay);
        assertThat(HISTORY.days().get(HISTORY.days().size() - 1).date()).isEqualTo(TODAY);
    }

    @Test
    void everyKindOfLineOccurs() {
        assertThat(DIARY.truths().stream().map(Truth::kind)).contains(Kind.values());
    }

    @Test
    void isAHistoryThatTheReaderAccepts() throws IOException {
        Path file = folder.resolve(HistoryReader.FILE_NAME);
        try (HistoryWriter writer = HistoryWriter.create(file)) {
            writer.write(HISTORY);
        }

        assertThat(History.read(folder).days()).isEqualTo(HISTORY.days());
    }

    @Test
    void accountNumbersHaveValidCheckDigits() {
        Stream<String> known = HISTORY.invoices().flatMap(invoice -> invoice.party().ibans().stream());
        Stream<String> own = HISTORY.accounts().stream().map(HistoryAccount::reference);
        Stream<String> seen = HISTORY.transactions()
                .map(HistoryTransaction::counterpartReference)
                .filter(reference -> reference != null);

        List<String> numbers = Stream.of(known, own, seen)
                .flatMap(all -> all)
                .filter(number -> number.matches("[A-Z]{2}.*"))
                .distinct()
                .toList();

        assertThat(numbers).hasSizeGreaterThan(100).allMatch(CompanyLifeTest::leavesOne);
        assertThat(numbers.stream().filter(number -> number.startsWith("BE")))
                .allMatch(number -> isBelgian(number.substring(4)));
    }

    @Test
    void referencesHaveValidCheckDigits() {
        List<String> references = HISTORY.invoices()
                .map(HistoryInvoice::paymentReference)
                .filter(reference -> reference != null)
                .toList();

        assertThat(references.stream().filter(reference -> reference.startsWith("+++")))
                .hasSizeGreaterThan(500)
                .allMatch(reference -> isBelgian(reference.replaceAll("\\D", "")));
        assertThat(references.stream().filter(reference -> !reference.startsWith("+++")))
                .hasSizeGreaterThan(20)
                .allMatch(reference -> reference.startsWith("RF") && leavesOne(reference));
        assertThat(references).doesNotHaveDuplicates();
    }

    @Test
    void everyLineSaysWhereItsMoneyGoes() {
        Map<String, HistoryInvoice> documents = documents();
        List<Truth> paying = DIARY.truths().stream()
                .filter(truth -> !truth.applications().isEmpty())
                .filter(truth -> !UNAPPLIED_IN_PART.contains(truth.kind()))
                .toList();

        assertThat(paying).hasSizeGreaterThan(1000);
        assertThat(paying).allSatisfy(truth -> assertThat(consumed(truth, documents))
                .isEqualByComparingTo(truth.transaction().amount()));
    }

    @Test
    void noDocumentIsPaidBeyondItsAmount() {
        Map<String, BigDecimal> left = new HashMap<>();
        HISTORY.invoices().forEach(invoice -> left.put(invoice.id(), invoice.outstanding()));
        DIARY.truths().stream()
                .flatMap(truth -> truth.applications().stream())
                .forEach(applied ->
                        left.merge(applied.invoiceId(), applied.settles().negate(), BigDecimal::add));

        assertThat(left.values()).allMatch(amount -> amount.signum() >= 0);
        assertThat(left.values().stream().filter(amount -> amount.signum() == 0))
                .hasSizeGreaterThan(1300);
    }

    @Test
    void theTaxIsReckonedOnTheNetLessTheDiscount() {
        assertThat(HISTORY.invoices().filter(invoice -> invoice.discount() != null && isSale(invoice)))
                .hasSizeGreaterThan(50)
                .allSatisfy(invoice -> {
                    HistoryDiscount discount = requireNonNull(invoice.discount());
                    double percent = 0.02;
                    double net = invoice.total().doubleValue() / (1 + 0.21 * (1 - percent));
                    assertThat(discount.amount().doubleValue()).isCloseTo(net * percent, within(0.02));
                });
    }

    private static boolean isSale(HistoryInvoice invoice) {
        return invoice.direction() == Direction.SALES;
    }

    @Test
    void ownTransfersLeaveOneAccountAndReachTheOther() {
        Map<Boolean, List<HistoryTransaction>> euros = DIARY.truths().stream()
                .filter(truth -> truth.kind() == Kind.OWN_TRANSFER)
                .map(Truth::transaction)
                .filter(line -> line.currency().equals("EUR"))
                .filter(line -> !OwnAccount.DOLLARS.iban().equals(line.counterpartReference()))
                .collect(Collectors.partitioningBy(line -> line.amount().signum() < 0));

        assertThat(euros.get(true)).hasSizeGreaterThan(10).allSatisfy(out -> assertThat(euros.get(false))
                .anyMatch(in -> in.amount().equals(out.amount().negate())
                        && in.account().equals(out.counterpartReference())
                        && !in.executionDate().isAfter(out.executionDate().plusDays(6))));
    }

    @Test
    void someDocumentsAreClosedByHand() {
        assertThat(HISTORY.events().filter(InvoiceClosed.class::isInstance)).hasSizeGreaterThan(3);
    }

    private static Map<String, HistoryInvoice> documents() {
        return HISTORY.invoices().collect(Collectors.toMap(HistoryInvoice::id, invoice -> invoice));
    }

    /** Money in is what sales invoices and purchase credit notes give, less what the two others take. */
    private static BigDecimal consumed(Truth truth, Map<String, HistoryInvoice> documents) {
        BigDecimal sum = BigDecimal.ZERO;
        for (HistoryApplication applied : truth.applications()) {
            HistoryInvoice document = requireNonNull(documents.get(applied.invoiceId()));
            boolean in = (document.direction() == Direction.SALES) == (document.type() == Type.INVOICE);
            sum = in ? sum.add(applied.amount()) : sum.subtract(applied.amount());
        }
        return sum;
    }

    /** ISO 7064 mod 97-10, as account numbers and creditor references use it, written another way than in the code. */
    private static boolean leavesOne(String number) {
        String digits = (number.substring(4) + number.substring(0, 4))
                .chars()
                .mapToObj(sign -> Integer.toString(Character.getNumericValue(sign)))
                .collect(Collectors.joining());
        return new BigInteger(digits).mod(BigInteger.valueOf(97)).intValueExact() == 1;
    }

    private static boolean isBelgian(String twelveDigits) {
        long remainder = Long.parseLong(twelveDigits.substring(0, 10)) % 97;
        return Long.parseLong(twelveDigits.substring(10)) == (remainder == 0 ? 97 : remainder);
    }
}
