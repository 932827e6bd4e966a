package org.bankfeed.matching.internal.core.book;

import java.util.ArrayList;
import java.util.Arrays;
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
    static final double LEAST = 1.2;

    /** A text says a name of one word only if the word is as long as this. */
    private static final int LONG_WORD = 6;

    private static final int SHORTEST_SAID = 3;

    private static final int REMEMBERED = 4096;

    private static final int NO_FORM = 0;

    private final Map<String, Word> words = new HashMap<>();
    private final List<Word> byNumber = new ArrayList<>();
    private final Map<String, Integer> forms = new HashMap<>(Map.of("", NO_FORM));
    private final PartyNames names = new PartyNames();
    private int parties;

    /** What names were found to be like, until the parties change: the same payers come again and again. */
    private final Map<String, List<Like>> remembered = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Like>> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** A party whose name is like one on a line, and how much. */
    record Like(Payer payer, double weight, long idOrder) {}

    /** A word of names, with the places of the names that have it. */
    static final class Word {
        final String text;
        final int number;
        private int[] places = new int[1];
        private int size;
        private double logOfSharing = SaidName.LOG_OF_NONE;

        /** Whether it stands for a word with foreign letters, which may be rarer. */
        private boolean isAlsoDropped;

        Word(String text, int number) {
            this.text = text;
            this.number = number;
        }

        boolean isInitial() {
            return text.length() == 1;
        }

        /** Whether what it stands for may be rarer than itself. */
        boolean mayStandForRarer() {
            return isInitial() || isAlsoDropped;
        }

        /** The logarithm of how many parties share it. */
        double logOfSharing() {
            return logOfSharing;
        }

        private void add(int place) {
            if (size == places.length) {
                places = Arrays.copyOf(places, size + (size >> 1) + 1);
            }
            places[size++] = place;
            shared();
        }

        private void remove(int place) {
            int at = 0;
            while (places[at] != place) {
                at++;
            }
            System.arraycopy(places, at + 1, places, at, --size - at);
            shared();
        }

        private void shared() {
            logOfSharing = Math.log(size + 0.2);
        }
    }

    /** Takes a new party in, or another name of one. */
    void put(Payer payer, String name) {
        if (payer.named >= 0) {
            all(payer.name()).forEach(word -> word.remove(payer.named));
        } else {
            parties++;
        }
        NameWords of = NameWords.of(name);
        List<String> dropped = NameWords.withoutForeignLetters(name);
        int form = forms.computeIfAbsent(of.legalForm(), one -> forms.size());
        payer.name(name);
        payer.named = names.put(payer, form, numbers(of.words()), numbers(dropped));
        all(name).forEach(word -> word.add(payer.named));
        dropped.stream().filter(text -> !of.words().contains(text)).forEach(text -> word(text).isAlsoDropped = true);
        remembered.clear();
    }

    private int[] numbers(List<String> texts) {
        return texts.stream().mapToInt(text -> word(text).number).toArray();
    }

    private Word word(String text) {
        Word known = words.get(text);
        if (known == null) {
            known = new Word(text, byNumber.size());
            words.put(text, known);
            byNumber.add(known);
        }
        return known;
    }

    /** The words of a name, with foreign letters and without. */
    private Set<Word> all(String name) {
        Set<Word> all = new LinkedHashSet<>();
        NameWords.of(name).words().forEach(text -> all.add(word(text)));
        NameWords.withoutForeignLetters(name).forEach(text -> all.add(word(text)));
        return all;
    }

    /** The parties whose names are most like this one, at most {@code most}, the likest first. */
    List<Like> like(String name, int most) {
        List<Like> known = remembered.get(name);
        if (known == null) {
            known = find(said(name), most);
            remembered.put(name, known);
        }
        return known;
    }

    /** All parties that share a word with a name, unless it is a common one. */
    Set<Payer> sharing(SaidName name) {
        Set<Payer> sharing = new LinkedHashSet<>();
        for (Word word : leading(name)) {
            for (int i = 0; i < word.size; i++) {
                sharing.add(names.payer(word.places[i]));
            }
        }
        return sharing;
    }

    /** The parties all of whose words a text has, at most so many. */
    Set<Payer> saidIn(NameWords text, int most) {
        Set<Payer> said = new LinkedHashSet<>(0);
        for (String each : text.words()) {
            Word word = each.length() < SHORTEST_SAID ? null : words.get(each);
            for (int i = 0; word != null && word.size <= COMMON && i < word.size && said.size() < most; i++) {
                if (isSaid(word.places[i], text)) {
                    said.add(names.payer(word.places[i]));
                }
            }
        }
        return said;
    }

    /** Whether a text has all words of a party's name, two at least or a long one. */
    boolean isSaid(Payer party, NameWords text) {
        return party.named >= 0 && isSaid(party.named, text);
    }

    private boolean isSaid(int name, NameWords text) {
        int letters = 0;
        int full = 0;
        for (int i = 0; i < names.words(name); i++) {
            String word = byNumber.get(names.word(name, i)).text;
            if (word.length() > 1) {
                if (!text.words().contains(word)) {
                    return false;
                }
                letters += word.length();
                full++;
            }
        }
        return full > 1 || letters >= LONG_WORD;
    }

    /** See {@link Payers#saidBeside}. */
    @Nullable
    Payer saidBeside(Payer party, NameWords text) {
        if (party.named < 0) {
            return null;
        }
        for (String said : text.words()) {
            Word word = said.length() < SHORTEST_SAID ? null : words.get(said);
            if (word == null || word.size > COMMON || names.holds(party.named, word.number)) {
                continue;
            }
            for (int i = 0; i < word.size; i++) {
                Payer other = names.payer(word.places[i]);
                if (!other.open.isEmpty() && sharesAWord(word.places[i], party.named)) {
                    return other;
                }
            }
        }
        return null;
    }

    private boolean sharesAWord(int at, int other) {
        for (int i = 0; i < names.words(at); i++) {
            Word word = byNumber.get(names.word(at, i));
            if (!word.isInitial() && word.size <= COMMON && names.holds(other, word.number)) {
                return true;
            }
        }
        return false;
    }

    /** A name as a line has it. */
    SaidName said(String text) {
        NameWords name = NameWords.of(text);
        List<@Nullable Word> said = new ArrayList<>(name.words().size());
        name.words().forEach(word -> said.add(words.get(word)));
        return new SaidName(name, forms.getOrDefault(name.legalForm(), -1), said, names, byNumber, parties);
    }

    /** The words that lead to parties, the rarest first. */
    private static List<Word> leading(SaidName name) {
        List<Word> leading = new ArrayList<>(name.words().size());
        for (Word word : name.words()) {
            if (word != null && !word.isInitial() && word.size <= COMMON) {
                leading.add(word);
            }
        }
        leading.sort(Comparator.comparingInt(word -> word.size));
        return leading;
    }

    private List<Like> find(SaidName name, int most) {
        List<Like> best = new ArrayList<>(most + 1);
        double hope = name.hope();
        List<Word> leading = leading(name);
        for (int i = 0; i < leading.size(); i++) {
            if (best.size() == most && hope + 1e-6 < best.get(most - 1).weight) {
                break;
            }
            Word word = leading.get(i);
            // who is met only at the next word lacks this one, unless it is the beginning of one of his
            hope -= name.lostWithout(word);
            for (int j = 0; j < word.size; j++) {
                int place = word.places[j];
                if (!holdsAny(place, leading.subList(0, i))) {
                    offer(best, most, place, name.likeness(place));
                }
            }
        }
        return best;
    }

    /** Whether a name was met at another word before. */
    private boolean holdsAny(int place, List<Word> before) {
        for (int i = 0; i < before.size(); i++) {
            if (names.holds(place, before.get(i).number)) {
                return true;
            }
        }
        return false;
    }

    /** Keeps the best so many, the likest first, and of those as like as one another by their ids. */
    private void offer(List<Like> best, int most, int place, double weight) {
        boolean full = best.size() == most;
        if (weight < LEAST || full && weight < best.get(most - 1).weight) {
            return;
        }
        long order = names.idOrder(place);
        int at = best.size();
        while (at > 0 && isBefore(place, weight, order, best.get(at - 1))) {
            at--;
        }
        if (at < most) {
            best.add(at, new Like(names.payer(place), weight, order));
            if (full) {
                best.remove(most);
            }
        }
    }

    private boolean isBefore(int place, double weight, long order, Like other) {
        if (weight != other.weight) {
            return weight > other.weight;
        }
        return order != other.idOrder
                ? Long.compareUnsigned(order, other.idOrder) < 0
                : names.payer(place).id.compareTo(other.payer.id) < 0;
    }
}
