package org.bankfeed.benchmarks.kinds;

import java.util.Locale;
import java.util.Random;

/** How one company numbers its invoices and which national reference it prints on them. */
final class Numbering {

    private static final String[] STYLES = {
        "%1$d%3$05d", "R-%2$02d-%3$d", "%3$d", "AB%3$06d", "%3$d/%1$d", "V%2$02d.%3$04d"
    };

    private final String style;
    private final int scheme;
    private int last;

    Numbering(Random random) {
        style = STYLES[random.nextInt(STYLES.length)];
        scheme = random.nextInt(4);
        last = 1000 + random.nextInt(4000);
    }

    String next(int year) {
        return String.format(Locale.ROOT, style, year, year % 100, ++last);
    }

    /** The reference of the number given out last. */
    String reference() {
        long base = 4_100_000_000L + last * 13L;
        return switch (scheme) {
            case 0 -> belgian(base);
            case 1 -> creditor("S" + base);
            case 2 -> base + "" + finnish(base);
            default -> base + "" + luhn(base);
        };
    }

    private static String belgian(long base) {
        long check = base % 97 == 0 ? 97 : base % 97;
        String digits = String.format(Locale.ROOT, "%010d%02d", base, check);
        return "+++" + digits.substring(0, 3) + "/" + digits.substring(3, 7) + "/" + digits.substring(7) + "+++";
    }

    private static String creditor(String body) {
        int rest = 0;
        for (char sign : (body + "RF00").toCharArray()) {
            int value = Character.getNumericValue(sign);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return String.format(Locale.ROOT, "RF%02d%s", 98 - rest, body);
    }

    private static long finnish(long base) {
        int[] weights = {7, 3, 1};
        long sum = 0;
        int place = 0;
        for (long left = base; left > 0; left /= 10) {
            sum += left % 10 * weights[place++ % 3];
        }
        return (10 - sum % 10) % 10;
    }

    private static long luhn(long base) {
        long sum = 0;
        int place = 0;
        for (long left = base; left > 0; left /= 10) {
            long twice = left % 10 * (place++ % 2 == 0 ? 2 : 1);
            sum += twice > 9 ? twice - 9 : twice;
        }
        return (10 - sum % 10) % 10;
    }
}
