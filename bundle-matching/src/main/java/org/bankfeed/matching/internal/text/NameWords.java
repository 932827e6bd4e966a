package org.bankfeed.matching.internal.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A name taken apart: the words that tell it from others, and its legal form. Titles and the little words between
 * spouses are left out.
 *
 * @param words folded, in order, without repetition
 * @param legalForm the last legal form in it, or empty
 * @param cut whether the name seems to be cut off at the width of an old record
 */
public record NameWords(List<String> words, String legalForm, boolean cut) {

    private static final Set<String> LEGAL_FORMS = Set.of(
            "BV",
            "BVBA",
            "NV",
            "SA",
            "SRL",
            "SPRL",
            "COMMV",
            "SCS",
            "VZW",
            "ASBL",
            "VOF",
            "SNC",
            "CV",
            "CVBA",
            "SC",
            "SCRL",
            "GCV",
            "EBVBA",
            "GMBH",
            "AG",
            "KG",
            "OHG",
            "UG",
            "SE",
            "SARL",
            "SAS",
            "EURL",
            "LTD",
            "PLC",
            "INC",
            "LLC",
            "LLP",
            "SPA",
            "SL",
            "SAU",
            "AB",
            "OY",
            "AS",
            "APS",
            "IVZW",
            "AISBL",
            "STICHTING",
            "EESV",
            "UAB",
            "SIA",
            "MB",
            "SLU",
            "DAC",
            "SRO",
            "LDA",
            "DOO",
            "KFT",
            "OYJ",
            "SPJ",
            "SPK",
            "OO",
            "SCA");

    private static final Set<String> TITLES = Set.of(
            "M", "MR", "MME", "MLLE", "MRS", "MS", "DHR", "DE HEER", "HEER", "MEVR", "MEVROUW", "HERR", "FRAU", "HR",
            "OU", "OF", "EN", "ET", "AND", "UND", "E", "O", "Z");

    public NameWords {
        words = List.copyOf(words);
    }

    /** Takes a name apart. */
    public static NameWords of(String name) {
        Set<String> words = new LinkedHashSet<>();
        String form = "";
        for (String word : split(name)) {
            if (LEGAL_FORMS.contains(word)) {
                form = word;
            } else if (!TITLES.contains(word)) {
                words.add(word);
            }
        }
        return new NameWords(new ArrayList<>(words), form, name.length() >= 27 && name.length() <= 70);
    }

    /** The words of a name with every letter dropped that is not ASCII, as some banks do. */
    public static List<String> withoutForeignLetters(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char sign = name.charAt(i);
            if (sign < 128 || !Character.isLetter(sign)) {
                plain.append(sign);
            }
        }
        return plain.length() == name.length()
                ? List.of()
                : of(plain.toString()).words();
    }

    /** The name as a key: equal for names that differ in case, accents and signs only. */
    public static String key(String name) {
        return Fold.compact(name);
    }

    private static List<String> split(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length() && i < 200; i++) {
            char sign = name.charAt(i);
            int before = word.length();
            Fold.append(word, sign);
            boolean joins = sign == '.' || sign == '\'' || sign == '’';
            if (word.length() == before && !joins || sign == '.' && word.length() > 3) {
                flush(words, word);
            }
        }
        flush(words, word);
        return words;
    }

    private static void flush(List<String> words, StringBuilder word) {
        if (word.length() > 0) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
