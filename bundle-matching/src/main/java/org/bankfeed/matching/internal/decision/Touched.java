package org.bankfeed.matching.internal.decision;

import java.util.HashSet;
import java.util.Set;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.table.Taken;
import org.bankfeed.matching.internal.text.Fold;

/** What new lines or a person's word may have changed for open lines: documents, payers, amounts. */
public final class Touched {

    private final Set<String> documents = new HashSet<>();
    private final Set<String> payers = new HashSet<>();
    private final Set<Long> amounts = new HashSet<>();

    /** A line that came, with what was decided of it. */
    public void came(Taken taken) {
        payer(taken);
        amounts.add(taken.line().amount());
        documents(taken);
    }

    /** A line of which a person said something, or took it back: what his word taught of the payer. */
    public void payer(Taken taken) {
        payers.add(payer(taken.line()));
    }

    /** What a line was booked on; now it can be taken back, by a line that came before anybody decided this one. */
    public void documents(Taken taken) {
        taken.shares().forEach(share -> documents.add(share.document()));
        if (!taken.parts().isEmpty()) {
            amounts.add(-taken.line().amount());
        }
    }

    /** Documents of payments of ours that are announced no more. */
    public void documents(Set<String> announcedNoMore) {
        documents.addAll(announcedNoMore);
    }

    public boolean isNothing() {
        return documents.isEmpty() && payers.isEmpty();
    }

    boolean concerns(Taken open) {
        return payers.contains(payer(open.line()))
                || amounts.contains(open.line().amount())
                || open.words().proposed().stream().anyMatch(documents::contains);
    }

    private static String payer(Line line) {
        String account = Fold.compact(line.counterpart());
        return account.isEmpty() ? Fold.compact(line.name()) : account;
    }
}
