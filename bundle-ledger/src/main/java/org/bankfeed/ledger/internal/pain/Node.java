package org.bankfeed.ledger.internal.pain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bankfeed.invoice.InvoiceEntry.Refused;
import org.bankfeed.invoice.RefusalCode;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** A small part of a file: an element with what is in it. */
final class Node {

    final String name;
    final int line;
    final List<Node> children = new ArrayList<>();
    final StringBuilder text = new StringBuilder();

    /** What the element's currency attribute says. */
    @Nullable
    String currency;

    Node(String name, int line) {
        this.name = name;
        this.line = line;
    }

    List<Node> all(String child) {
        return children.stream().filter(one -> one.name.equals(child)).toList();
    }

    /** What lies at the end of a path of elements, each the first of its name. */
    Optional<Node> at(String... path) {
        Node here = this;
        for (String step : path) {
            List<Node> next = here.all(step);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            here = next.get(0);
        }
        return Optional.of(here);
    }

    /** The text at the end of a path; empty if there is none, or only blanks. */
    Optional<String> text(String... path) {
        return at(path).map(node -> node.text.toString().strip()).filter(text -> !text.isEmpty());
    }

    /** A text that the standard demands, of 1 to {@code most} characters. */
    String needed(int most, String... path) throws Refused {
        String text = text(path).orElseThrow(() -> missing(path));
        if (text.length() > most) {
            throw at(path).orElse(this)
                    .refused(
                            RefusalCode.FILE_TEXT_TOO_LONG,
                            new Name(path[path.length - 1]),
                            new Count(text.length()),
                            new Count(most));
        }
        return text;
    }

    Refused missing(String... path) {
        return refused(RefusalCode.FILE_PART_MISSING, new Name(name), new Name(String.join("/", path)));
    }

    /** What is wrong at this place. */
    Refused refused(RefusalCode code, Argument... about) {
        return refused(line, code, about);
    }

    static Refused refused(int line, RefusalCode code, Argument... about) {
        return new Refused(new Sentence(
                code,
                Stream.concat(Stream.of(new Count(line)), Arrays.stream(about)).toList()));
    }
}
