package org.bankfeed.matching.internal.history;

import org.bankfeed.history.BrokenHistoryException;
import org.bankfeed.matching.HistoryCode;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.MatchingException.Reason;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Argument.Text;
import org.bankfeed.words.Sentence;

/** What is wrong with a recorded history, for any language. */
public final class HistoryRefusal {

    private HistoryRefusal() {}

    public static MatchingException of(BrokenHistoryException broken) {
        Sentence fault = Sentence.of(
                HistoryCode.valueOf(broken.fault().name()),
                broken.about().stream().map(Text::new).toArray(Argument[]::new));
        Sentence said = broken.line() == 0
                ? fault
                : Sentence.of(HistoryCode.HISTORY_LINE, new Name(broken.file()), new Count(broken.line()), fault);
        return new MatchingException(Reason.NOT_POSSIBLE, said);
    }
}
