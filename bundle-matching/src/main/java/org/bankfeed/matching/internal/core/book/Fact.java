package org.bankfeed.matching.internal.core.book;

import org.jspecify.annotations.Nullable;

/**
 * What was learned of who pays for whom.
 *
 * @param key of what on a line says it; {@link #kind} tells what that is
 * @param party the party's id
 * @param partyName as the books call it now
 * @param shown the account number, name or mandate as a line or a person wrote it
 * @param payer the name on the line that taught it last, or that lines bear if a person said it; empty if there is none
 * @param line the line that taught it last; {@code null} if a person said it
 * @param byPerson how often a person said so
 * @param byEngine how often a booking of its own did
 * @param rejected how often a person said another party although this one was proposed
 * @param another whether the payer's name has nothing in common with the party's
 */
public record Fact(
        String key,
        String party,
        String partyName,
        String shown,
        String payer,
        @Nullable String line,
        int byPerson,
        int byEngine,
        int rejected,
        boolean another) {

    /** What on a line says it. */
    public enum Kind {
        ACCOUNT,
        NAME,
        MANDATE
    }

    public Kind kind() {
        return switch (key.charAt(0)) {
            case 'A' -> Kind.ACCOUNT;
            case 'N' -> Kind.NAME;
            default -> Kind.MANDATE;
        };
    }

    static Fact of(String key, Payer party, Facts.Said said, NamesOnLines names) {
        Past last = said.last();
        String payer = last == null ? names.of(key, said.corrected) : last.name;
        return new Fact(
                key,
                party.id,
                party.name(),
                shown(key, said, last),
                payer,
                last == null ? null : last.id,
                said.byPerson,
                said.byEngine,
                said.rejected,
                !payer.isEmpty() && party.hasNothingOf(payer));
    }

    private static String shown(String key, Facts.Said said, @Nullable Past last) {
        if (last == null) {
            return said.corrected == null ? key.substring(1) : said.corrected;
        }
        return switch (key.charAt(0)) {
            case 'A' -> last.sender.account;
            case 'N' -> last.name;
            default -> last.mandate;
        };
    }
}
