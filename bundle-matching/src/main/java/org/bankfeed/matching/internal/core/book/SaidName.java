package org.bankfeed.matching.internal.core.book;

import java.util.List;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.text.NameWords;
import org.jspecify.annotations.Nullable;

/** A name on a line beside those of the parties: how like each is. */
public final class SaidName {

    private static final double SAME_FORM = 0.8;
    private static final double OTHER_FORM = -1.5;

    /** What an initial says. */
    private static final double INITIAL = 1;

    /** At so many of the parties a word counts that none has. */
    static final double LOG_OF_NONE = Math.log(0.2);

    private static final double RAREST = Math.log(1.2);

    private final NameWords name;
    private final int form;

    /** Its words, {@code null} where no party has one. */
    private final List<NameIndex.@Nullable Word> words;

    private final PartyNames names;
    private final List<NameIndex.Word> all;
    private final double logOfParties;

    /**
     * A name among those of so many parties.
     *
     * @param form the number of its legal form, 0 if it has none
     * @param words its words, {@code null} where no party has one
     * @param all the words of the parties by their numbers
     */
    SaidName(
            NameWords name,
            int form,
            List<NameIndex.@Nullable Word> words,
            PartyNames names,
            List<NameIndex.Word> all,
            int parties) {
        this.name = name;
        this.form = form;
        this.words = words;
        this.names = names;
        this.all = all;
        this.logOfParties = Math.log(parties + 4.0);
    }

    /** Its words, {@code null} where no party has one. */
    List<NameIndex.@Nullable Word> words() {
        return words;
    }

    private boolean isCut(int i) {
        return name.cut() && i == words.size() - 1;
    }

    /** What it can say at most: that all of its words are a party's, the one cut off the rarest of all. */
    double hope() {
        double rarest = (logOfParties - RAREST) * 0.8;
        double hope = SAME_FORM;
        for (int i = 0; i < words.size(); i++) {
            NameIndex.Word word = words.get(i);
            boolean open = isCut(i) || word != null && word.mayStandForRarer();
            hope += word == null && !isCut(i) ? 0 : open ? rarest + 1 : rarity(word);
        }
        return hope;
    }

    /** What the hope loses of a name that lacks a word, unless the word is the beginning of one of its. */
    double lostWithout(NameIndex.Word word) {
        return isCut(words.size() - 1) && word == words.get(words.size() - 1) ? 0 : rarity(word) + missing(word);
    }

    /** How like a party's name is: 0 if they share no word, less than 0 if little speaks for it. */
    public double likeness(Payer payer) {
        return payer.named < 0 ? 0 : likeness(payer.named);
    }

    /** The same of the name at a place. */
    public double likeness(int at) {
        double weight = 0;
        boolean full = false;
        long taken = 0;
        for (int i = 0; i < words.size(); i++) {
            String text = name.words().get(i);
            int match = match(at, text, words.get(i), isCut(i), taken);
            if (match < 0) {
                weight -= missing(words.get(i));
                continue;
            }
            taken |= 1L << match;
            weight += text.length() == 1 ? INITIAL : rarity(all.get(names.word(at, match)));
            full |= text.length() > 1;
        }
        if (!full) {
            return 0;
        }
        for (int i = 0; i < names.words(at); i++) {
            weight -= i >= Long.SIZE || (taken & 1L << i) != 0 ? 0 : missing(all.get(names.word(at, i)));
        }
        int theirForm = names.form(at);
        if (form != 0 && theirForm != 0) {
            weight += form == theirForm ? SAME_FORM : OTHER_FORM;
        }
        return Math.min(Weights.NAME_AT_MOST, weight);
    }

    /** The place of the word of a party that a said word stands for and that no other took, or -1. */
    private int match(int at, String text, NameIndex.@Nullable Word word, boolean cut, long taken) {
        boolean begins = text.length() == 1 || cut && text.length() >= 3;
        boolean dropped = word != null && names.hasDropped(at);
        int number = word == null ? -1 : word.number;
        for (int i = 0; i < names.words(at) && i < Long.SIZE; i++) {
            int their = names.word(at, i);
            boolean same = their == number
                    || begins && all.get(their).text.startsWith(text)
                    || dropped && names.dropped(at, i) == number;
            if (same && (taken & 1L << i) == 0) {
                return i;
            }
        }
        return -1;
    }

    private double missing(NameIndex.@Nullable Word word) {
        return 0.4 * Math.min(4, rarity(word));
    }

    private double rarity(NameIndex.@Nullable Word word) {
        return (logOfParties - (word == null ? LOG_OF_NONE : word.logOfSharing())) * 0.8;
    }
}
