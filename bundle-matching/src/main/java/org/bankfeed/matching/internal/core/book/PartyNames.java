package org.bankfeed.matching.internal.core.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The names of the parties, each a few numbers in one array: a search by name compares hundreds of them, and memory is
 * waited for once for each.
 *
 * <p>A name is known by the place where it begins. That of a name that a party had before stays and is not used again.
 */
final class PartyNames {

    private static final int ID = 1;
    private static final int FORM = 3;
    private static final int WORDS = 4;
    private static final int DROPPED = 5;
    private static final int FIRST = 6;

    private int[] numbers = new int[1024];
    private int end;
    private final List<Payer> payers = new ArrayList<>();

    /**
     * Takes a name in and gives its place.
     *
     * @param form the number of its legal form, 0 if it has none
     * @param words the numbers of its words
     * @param dropped the same with foreign letters dropped, none if there are no such letters
     */
    int put(Payer payer, int form, int[] words, int[] dropped) {
        int at = end;
        end += FIRST + words.length + dropped.length;
        if (end > numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(end, numbers.length + (numbers.length >> 1)));
        }
        numbers[at] = payers.size();
        payers.add(payer);
        long order = IdOrder.of(payer.id);
        numbers[at + ID] = (int) (order >>> Integer.SIZE);
        numbers[at + ID + 1] = (int) order;
        numbers[at + FORM] = form;
        numbers[at + WORDS] = words.length;
        numbers[at + DROPPED] = dropped.length;
        System.arraycopy(words, 0, numbers, at + FIRST, words.length);
        System.arraycopy(dropped, 0, numbers, at + FIRST + words.length, dropped.length);
        return at;
    }

    Payer payer(int at) {
        return payers.get(numbers[at]);
    }

    /** See {@link IdOrder}. */
    long idOrder(int at) {
        return (long) numbers[at + ID] << Integer.SIZE | Integer.toUnsignedLong(numbers[at + ID + 1]);
    }

    int form(int at) {
        return numbers[at + FORM];
    }

    int words(int at) {
        return numbers[at + WORDS];
    }

    /** The number of its i-th word. */
    int word(int at, int i) {
        return numbers[at + FIRST + i];
    }

    /** Whether each of its words stands here with foreign letters dropped as well. */
    boolean hasDropped(int at) {
        return numbers[at + WORDS] == numbers[at + DROPPED];
    }

    /** The number of its i-th word with foreign letters dropped. */
    int dropped(int at, int i) {
        return numbers[at + FIRST + numbers[at + WORDS] + i];
    }

    /** Whether a word is one of its words, with foreign letters or without. */
    boolean holds(int at, int word) {
        int first = at + FIRST;
        int last = first + numbers[at + WORDS] + numbers[at + DROPPED];
        for (int i = first; i < last; i++) {
            if (numbers[i] == word) {
                return true;
            }
        }
        return false;
    }
}
