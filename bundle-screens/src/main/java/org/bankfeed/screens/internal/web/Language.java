package org.bankfeed.screens.internal.web;

import java.util.List;
import java.util.Locale;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.screens.internal.words.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A language of the pages: what somebody chose, remembered by his browser, else what that asks for.
 *
 * @param tag such as {@code nl}
 * @param name in the language itself
 * @param here whether it is the one that he reads
 */
public record Language(String tag, String name, boolean here) {

    static final String COOKIE = "bankfeed-language";

    /** All there are, with the one that somebody reads marked. */
    public static List<Language> all(Locale reads) {
        return Texts.LANGUAGES.stream()
                .map(one -> new Language(one.toLanguageTag(), name(one), same(one, reads)))
                .toList();
    }

    private static String name(Locale language) {
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    private static boolean same(Locale one, Locale other) {
        return one.getLanguage().equals(other.getLanguage());
    }

    private static boolean ours(Locale language) {
        return Texts.LANGUAGES.stream().anyMatch(one -> same(one, language));
    }

    /** What was chosen, if it is one of ours, else the first of ours that the browser asks for; that may say the country too. */
    static Locale of(@Nullable String chosen, List<Locale> asked) {
        Locale choice = Texts.LANGUAGES.stream()
                .filter(one -> one.toLanguageTag().equals(chosen))
                .findFirst()
                .orElse(null);
        return asked.stream()
                .filter(one -> choice == null ? ours(one) : same(choice, one))
                .findFirst()
                .orElse(choice == null ? Locale.ENGLISH : choice);
    }

    /**
     * The tag of a language that a form names.
     *
     * @throws RefusedException if it is none of ours
     */
    static String chosen(Parameters form) {
        String tag = form.needed("language", Message.of("form.language"));
        if (Texts.LANGUAGES.stream().noneMatch(one -> one.toLanguageTag().equals(tag))) {
            throw RefusedException.malformed(Message.of("form.language.unknown", tag));
        }
        return tag;
    }
}
