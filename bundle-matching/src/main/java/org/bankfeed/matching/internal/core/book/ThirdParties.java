package org.bankfeed.matching.internal.core.book;

import java.util.List;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Share;
import org.jspecify.annotations.Nullable;

/**
 * Says who pays for whom where the payer has another name than the party (a parent company, a director, a spouse, a
 * factor), and from which payment that is known: one that a person decided, if there is any, else the last.
 */
final class ThirdParties {

    private final ById<Item> items;

    ThirdParties(ById<Item> items) {
        this.items = items;
    }

    /**
     * The sentence, or {@code null} if there is none.
     *
     * @param said what links the payer to the party
     * @param payer whose line is at hand
     * @param name of the payer on that line
     */
    @Nullable
    Evidence evidence(Facts.Said said, Payer party, Sender payer, String name) {
        if (said.byHost > 0 || !isAnother(payer, name, party)) {
            return null;
        }
        Past past = said.telling();
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
        if (paid == null || !isAnother(past.sender, past.name, party)) {
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

    private static boolean isAnother(Sender payer, String name, Payer party) {
        return !name.isBlank() && party.hasNothingOf(payer.words(name));
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
