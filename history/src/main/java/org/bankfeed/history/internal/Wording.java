package org.bankfeed.history.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes remittance texts the way people do. */
final class Wording {

    private static final List<String> DATES = List.of("dd/MM/yyyy", "d/M/yy", "dd.MM.yyyy", "dd-MM-yy");

    private final Chance chance;

    Wording(Chance chance) {
        this.chance = chance;
    }

    /** What a payer writes who pays one document. */
    Remittance of(OpenDocument document, Habit habit, Customer customer) {
        String reference = document.invoice().paymentReference();
        if (habit.usesTheReference() && reference != null) {
            return habit == Habit.STRUCTURED ? Remittance.structured(reference) : inText(reference, customer);
        }
        return switch (habit) {
            case VAGUE -> Remittance.free(loudly(chance.one(customer.language().vague())));
            case SILENT -> Remittance.free(chance.one("", "", "-", "."));
            default -> naming(List.of(document), habit, customer, null);
        };
    }

    /** What a payer writes who pays several documents at once, perhaps less a credit note. */
    Remittance naming(List<OpenDocument> documents, Habit habit, Customer customer, @Nullable OpenDocument creditNote) {
        Language language = customer.language();
        String numbers = documents.stream()
                .map(document -> spelled(document.number(), habit))
                .collect(Collectors.joining(chance.one(", ", " + ", " / ", "; ", language.and())));
        String text = phrase(
                chance.one(language.numbers()),
                numbers,
                documents.get(0).invoice().issueDate(),
                customer);
        if (creditNote != null) {
            text += " " + chance.one(language.lessCreditNote()).replace("#", creditNote.number());
        }
        return Remittance.free(loudly(text));
    }

    private String phrase(String phrase, String numbers, LocalDate issued, Customer customer) {
        String date =
                DateTimeFormatter.ofPattern(chance.one(DATES), Locale.ROOT).format(issued);
        return phrase.replace("&", customer.party().id().substring(1))
                .replace("@", date)
                .replace("#", numbers);
    }

    private Remittance inText(String reference, Customer customer) {
        String digits = reference.replaceAll("\\D", "");
        String parted = digits.substring(0, 3) + "/" + digits.substring(3, 7) + "/" + digits.substring(7);
        String blank = parted.replace('/', ' ');
        List<String> forms =
                List.of(digits, parted, "***" + parted + "***", blank, customer.name() + " " + parted, "OGM " + digits);
        return Remittance.free(chance.one(forms));
    }

    /** A number such as 2026-0412, as this payer spells it today. */
    private String spelled(String number, Habit habit) {
        return switch (habit) {
            case NUMBER_DEFORMED -> chance.one(DEFORMATIONS).apply(number);
            case NUMBER_SHORT -> lastPart(number);
            default -> number;
        };
    }

    private static final List<UnaryOperator<String>> DEFORMATIONS = List.of(
            number -> number.replace("-", ""),
            number -> number.replace('-', '/'),
            number -> number.replace('-', ' '),
            number -> number.replace('-', '.'),
            number -> number.replace("-", " - "),
            number -> "nr" + number,
            number -> "VF" + number.replace("-", ""),
            number -> number.startsWith("20") ? number.substring(2) : number);

    private static String lastPart(String number) {
        return number.substring(number.lastIndexOf('-') + 1).replaceFirst("^0+(?=\\d)", "");
    }

    /** Some banks, and some people, write everything in capitals. */
    private String loudly(String text) {
        return chance.happens(0.3) ? text.toUpperCase(Locale.ROOT) : text;
    }
}
