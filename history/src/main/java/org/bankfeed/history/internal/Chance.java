package org.bankfeed.history.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;

/** Chance, but the same for everyone: one seed is one life, on every machine (hence {@code StrictMath}). */
final class Chance {

    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    boolean happens(double share) {
        return random.nextDouble() < share;
    }

    /** Both bounds included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @SafeVarargs
    final <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    /** An amount of money around {@code median}; at a spread of 1, two of three lie between a third and three times it. */
    BigDecimal amount(double median, double spread) {
        double drawn = median * StrictMath.exp(spread * random.nextGaussian());
        return BigDecimal.valueOf(drawn).setScale(2, RoundingMode.HALF_UP).max(new BigDecimal("4.50"));
    }

    /** Cents between the two bounds, both included. */
    BigDecimal cents(int least, int most) {
        return BigDecimal.valueOf(between(least, most), 2);
    }

    String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int n = 0; n < count; n++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    /** The alphabetic part of an account number. */
    String letters(int count) {
        StringBuilder letters = new StringBuilder();
        for (int n = 0; n < count; n++) {
            letters.append((char) ('A' + random.nextInt(26)));
        }
        return letters.toString();
    }
}
