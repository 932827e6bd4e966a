package org.bankfeed.screens.internal.web;

import java.util.List;
import java.util.Locale;
import org.bankfeed.matching.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * A language that reasons can be read in: what somebody chose, remembered by his browser, else what that asks for.
 *
 * @param tag such as {@code nl}
 * @param name in the language itself
 * @param here whether it is the one that he reads
 */
public record Language(String tag, String name, boolean here) {

    static final String COOKIE = "bankfeed-language";

    /** All there are, with the one that somebody reads marked. */
    public static List<Language> all(Locale reads) {
        Locale spoken = spoken(reads.getLanguage());
        return Evidence.LANGUAGES.stream()
                .map(one -> new Language(one.toLanguageTag(), name(one), one.equals(spoken)))
                .toList();
    }

    private static String name(Locale language) {
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    private static Locale spoken(String language) {
        return Evidence.LANGUAGES.stream()
                .filter(one -> one.getLanguage().equals(language))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** What was chosen, if it is one of ours, else what the browser asks for; that may say the country too. */
    static Locale of(@Nullable String chosen, Locale asked) {
        boolean ours = chosen != null && Evidence.LANGUAGES.contains(Locale.forLanguageTag(chosen));
        return !ours || asked.getLanguage().equals(chosen) ? asked : Locale.forLanguageTag(chosen);
    }

    /**
     * The tag of a language that a form names.
     *
     * @throws RefusedException if it is none of ours
     */
    static String chosen(Parameters form) {
        String tag = form.needed("language", "The language");
        if (!Evidence.LANGUAGES.contains(Locale.forLanguageTag(tag))) {
            throw RefusedException.malformed("There are no sentences in the language '" + tag + "'.");
        }
        return tag;
    }
}
