package org.bankfeed.matching.internal.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bankfeed.matching.internal.text.NameWords;
import org.jspecify.annotations.Nullable;

/**
 * Parties by the words of their names. A name on a line is like a party's by the rare words that they share, less what
 * only one of them has.
 */
final class NameIndex {

    /** A word that more parties share than this does not lead to any of them. */
    private static final int COMMON = 400;

    /** What is less alike is not alike. */
    private static final double LEAST = 1.2;

    private static final int REMEMBERED = 4096;

    private static final double LOG_OF_NONE = Math.log(0.2);

    private static final double SAME_FORM = 0.8;
    private static final double OTHER_FORM = -1.5;

    private final Map<String, Word> words = new HashMap<>();
    private int parties;
    private long search;

    /** What names were found to be like, until the parties change: the same payers come again and again. */
    private final Map<String, List<Like>> remembered = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Like>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** A party whose name is like one on a line, and how much. */
    record Like(Payer payer, double weight) {

        static final Comparator<Like> BEST_FIRST =
                Comparator.comparingDouble((Like like) -> -like.weight).thenComparing(like -> like.payer.id);
    }

    /** A word of names, with the parties that have it. */
    static final class Word {
        final String text;
        final List<Payer> parties = new ArrayList<>(1);
        private double logOfSharing = LOG_OF_NONE;

        /** Whether it stands for a word with foreign letters, which may be rarer. */
        private boolean isAlsoDropped;

        Word(String text) {
            this.text = text;
        }

        boolean isInitial() {
            return text.length() == 1;
        }

        private void shared() {
            logOfSharing = Math.log(parties.size() + 0.2);
        }
    }

    /** Takes a new party in, or another name of one. */
    void put(Payer payer, String name) {
        parties += payer.name.isEmpty() ? 1 : 0;
        all(payer).forEach(word -> {
            word.parties.remove(payer);
            word.shared();
        });
        NameWords of = NameWords.of(name);
        payer.called(of, name, named(of.words()), named(NameWords.withoutForeignLetters(name)));
        all(payer).forEach(word -> {
            word.parties.add(payer);
            word.isAlsoDropped |= !payer.words.contains(word);
            word.shared();
        });
        remembered.clear();
    }

    private List<Word> named(List<String> texts) {
        List<Word> named = new ArrayList<>(texts.size());
        texts.forEach(text -> named.add(words.computeIfAbsent(text, Word::new)));
        return named;
    }

    private static Set<Word> all(Payer payer) {
        Set<Word> all = new LinkedHashSet<>(payer.words);
        all.addAll(payer.droppedWords);
        return all;
    }

    /** The parties whose names are most like this one, at most {@code most}, the likest first. */
    List<Like> like(String name, int most) {
        List<Like> known = remembered.get(name);
        if (known == null) {
            known = find(NameWords.of(name), most);
            remembered.put(name, known);
        }
        return known;
    }

    /** All parties that share a word with a name, unless it is a common one. */
    Set<Payer> sharing(String name) {
        Set<Payer> sharing = new LinkedHashSet<>();
        leading(known(NameWords.of(name))).forEach(word -> sharing.addAll(word.parties));
        return sharing;
    }

    /** How like a party's name is: 0 if they share no word, less than 0 if little speaks for it. */
    double likeness(String text, Payer payer) {
        NameWords name = NameWords.of(text);
        return likeness(name, known(name), payer, Math.log(parties + 4.0));
    }

    private List<@Nullable Word> known(NameWords name) {
        List<@Nullable Word> said = new ArrayList<>(name.words().size());
        name.words().forEach(text -> said.add(words.get(text)));
        return said;
    }

    /** The words that lead to parties, the rarest first. */
    private static List<Word> leading(List<@Nullable Word> said) {
        List<Word> leading = new ArrayList<>(said.size());
        said.forEach(word -> {
            if (word != null && !word.isInitial() && word.parties.size() <= COMMON) {
                leading.add(word);
            }
        });
        leading.sort(Comparator.comparingInt(word -> word.parties.size()));
        return leading;
    }

    private List<Like> find(NameWords name, int most) {
        List<@Nullable Word> said = known(name);
        double logOfParties = Math.log(parties + 4.0);
        List<Like> best = new ArrayList<>(most + 1);
        double hope = hope(name, said, logOfParties);
        search++;
        for (Word word : leading(said)) {
            if (best.size() == most && hope + 1e-6 < best.get(most - 1).weight) {
                break;
            }
            // who is met only at the next word lacks this one, unless it is the beginning of one of his
            boolean cut = name.cut() && word == said.get(said.size() - 1);
            hope -= cut ? 0 : rarity(word, logOfParties) + missing(word, logOfParties);
            for (Payer payer : word.parties) {
                if (payer.search != search) {
                    payer.search = search;
                    offer(best, most, payer, likeness(name, said, payer, logOfParties));
                }
            }
        }
        return best;
    }

    /** What a name can say at most: that all of its words are a party's, the one cut off the rarest of all. */
    private static double hope(NameWords name, List<@Nullable Word> said, double logOfParties) {
        double rarest = (logOfParties - Math.log(1.2)) * 0.8;
        double hope = SAME_FORM;
        for (int i = 0; i < said.size(); i++) {
            Word word = said.get(i);
            boolean cut = name.cut() && i == said.size() - 1;
            boolean open = cut || word != null && (word.isInitial() || word.isAlsoDropped);
            hope += word == null && !cut ? 0 : open ? rarest + 1 : rarity(word, logOfParties);
        }
        return hope;
    }

    /** Keeps the best so many, the likest first. */
    private static void offer(List<Like> best, int most, Payer payer, double weight) {
        boolean full = best.size() == most;
        if (weight < LEAST || full && weight < best.get(most - 1).weight) {
            return;
        }
        Like like = new Like(payer, weight);
        int at = best.size();
        while (at > 0 && Like.BEST_FIRST.compare(like, best.get(at - 1)) < 0) {
            at--;
        }
        best.add(at, like);
        if (full) {
            best.remove(most);
        }
    }

    private static double likeness(NameWords name, List<@Nullable Word> said, Payer payer, double logOfParties) {
        double weight = 0;
        boolean full = false;
        long taken = 0;
        for (int i = 0; i < said.size(); i++) {
            String text = name.words().get(i);
            boolean cut = name.cut() && i == said.size() - 1;
            int match = match(text, said.get(i), cut, payer, taken);
            if (match < 0) {
                weight -= missing(said.get(i), logOfParties);
                continue;
            }
            taken |= 1L << match;
            weight += text.length() == 1 ? 1 : rarity(payer.words.get(match), logOfParties);
            full |= text.length() > 1;
        }
        if (!full) {
            return 0;
        }
        for (int i = 0; i < payer.words.size(); i++) {
            weight -= i >= Long.SIZE || (taken & 1L << i) != 0 ? 0 : missing(payer.words.get(i), logOfParties);
        }
        if (!name.legalForm().isEmpty() && !payer.legalForm.isEmpty()) {
            weight += name.legalForm().equals(payer.legalForm) ? SAME_FORM : OTHER_FORM;
        }
        return Math.min(Weights.NAME_AT_MOST, weight);
    }

    /** The place of the word of a party that a said word stands for and that no other took, or -1. */
    private static int match(String text, @Nullable Word word, boolean cut, Payer payer, long taken) {
        boolean begins = text.length() == 1 || cut && text.length() >= 3;
        boolean dropped = word != null && payer.droppedWords.size() == payer.words.size();
        for (int i = 0; i < payer.words.size() && i < Long.SIZE; i++) {
            Word their = payer.words.get(i);
            boolean same = their == word
                    || begins && their.text.startsWith(text)
                    || dropped && payer.droppedWords.get(i) == word;
            if (same && (taken & 1L << i) == 0) {
                return i;
            }
        }
        return -1;
    }

    private static double missing(@Nullable Word word, double logOfParties) {
        return 0.4 * Math.min(4, rarity(word, logOfParties));
    }

    private static double rarity(@Nullable Word word, double logOfParties) {
        return (logOfParties - (word == null ? LOG_OF_NONE : word.logOfSharing)) * 0.8;
    }
}
