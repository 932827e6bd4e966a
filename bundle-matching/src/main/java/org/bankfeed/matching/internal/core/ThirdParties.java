package org.bankfeed.matching.internal.core;

import java.util.List;
import java.util.Map;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * Says who pays for whom where the payer has another name than the party (a parent company, a director, a spouse, a
 * factor), and from which payment that is known: one that a person decided, if there is any, else the last.
 */
final class ThirdParties {

    private final Map<String, Item> items;

    ThirdParties(Map<String, Item> items) {
        this.items = items;
    }

    /**
     * The sentence, or {@code null} if there is none.
     *
     * @param said what links the payer to the party
     * @param name of the payer on the line at hand
     */
    @Nullable
    Evidence evidence(Facts.Said said, Payer party, String name) {
        if (said.byHost > 0 || !isAnother(name, party)) {
            return null;
        }
        Past past = telling(said);
        if (past == null) {
            return said.byPerson == 0
                    ? null
                    : Evidence.of(
                            Evidence.Speaks.FOR,
                            ReasonCode.THIRD_PARTY_SAID,
                            Arguments.text(name),
                            Arguments.party(party));
        }
        Item paid = paid(past, party);
        if (paid == null || !isAnother(past.name, party)) {
            return null;
        }
        return new Evidence(
                Evidence.Speaks.FOR,
                past.confirmed ? ReasonCode.THIRD_PARTY_DECIDED : ReasonCode.THIRD_PARTY_PAID,
                List.of(
                        Arguments.text(past.name),
                        Arguments.party(party),
                        Arguments.document(paid),
                        Arguments.day(past.day)),
                null,
                null,
                null);
    }

    private static boolean isAnother(String name, Payer party) {
        return !name.isBlank() && party.hasNothingOf(name);
    }

    private static @Nullable Past telling(Facts.Said said) {
        Past last = null;
        for (Past past : said.lines) {
            last = past.confirmed || last == null || !last.confirmed ? past : last;
        }
        return last;
    }

    private @Nullable Item paid(Past past, Payer party) {
        for (Share share : past.shares) {
            Item item = items.get(share.document());
            if (item != null && item.party == party) {
                return item;
            }
        }
        return null;
    }
}
