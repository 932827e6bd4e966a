package org.bankfeed.benchmarks.kinds;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What payers write, and what happens to it on the way. */
final class Texts {

    private static final List<String> ANNOUNCED = List.of(
            "Betreft nota %s",
            "Rek. %s", "re %s dd. 3/4", "votre fact. %s merci", "Rg.-Nr. %s", "payment for invoice %s", "%s");
    private static final List<String> SILENT =
            List.of("", "-", "zoals besproken", "avec nos remerciements", "laut Absprache", "kind regards");
    private static final List<String> JOINTS = List.of(", ", " en ", " + ", "; ", " und ");

    private final Random random;

    Texts(Random random) {
        this.random = random;
    }

    String announced(String number) {
        return String.format(Locale.ROOT, ANNOUNCED.get(random.nextInt(ANNOUNCED.size())), number);
    }

    String silent() {
        return SILENT.get(random.nextInt(SILENT.size()));
    }

    String listed(List<String> numbers) {
        return announced(String.join(JOINTS.get(random.nextInt(JOINTS.size())), numbers));
    }

    /** The digits that end it, without zeros before them. */
    static String end(String number) {
        String digits = number.replaceAll("/\\d{4}$", "")
                .replaceAll("^.*?(\\d{1,4})$", "$1")
                .replaceAll("^0+", "");
        return digits.isEmpty() ? number : digits;
    }

    /** One thing that goes wrong between a payer's desk and our bank. */
    String damaged(String number, String reference) {
        String compact = number.replaceAll("[^A-Za-z0-9]", "");
        return switch (random.nextInt(8)) {
            case 0 -> mistyped(reference);
            case 1 -> reference.replaceAll("[^A-Za-z0-9]", "");
            case 2 -> "BETALING" + compact + "DANK U";
            case 3 -> number.replaceAll("[^A-Za-z0-9]", " ").toLowerCase(Locale.ROOT);
            case 4 -> folded("Onze betaling van uw rekening met het nr. " + number + " van vorige maand");
            case 5 -> "SVWZ+" + number + " EREF+NOTPROVIDED";
            case 6 -> "/TRTP/SEPA OVERBOEKING/IBAN/NL02BANK0123456789/REMI/" + number + "/EREF/NOTPROVIDED";
            default -> announced(number.replace('0', 'O'));
        };
    }

    /** One digit of a reference is another. */
    private String mistyped(String reference) {
        StringBuilder text = new StringBuilder(reference);
        int place = text.length() - 1;
        for (int left = random.nextInt(6); left > 0 || !Character.isDigit(text.charAt(place)); place--) {
            left -= Character.isDigit(text.charAt(place)) ? 1 : 0;
        }
        text.setCharAt(place, (char) ('0' + (text.charAt(place) - '0' + 1 + random.nextInt(8)) % 10));
        return text.toString();
    }

    /** Cut into lines of 35 signs that are joined by a blank. */
    private static String folded(String text) {
        StringBuilder folded = new StringBuilder();
        for (int i = 0; i < text.length(); i += 35) {
            folded.append(i == 0 ? "" : " ").append(text, i, Math.min(text.length(), i + 35));
        }
        return folded.toString();
    }
}
