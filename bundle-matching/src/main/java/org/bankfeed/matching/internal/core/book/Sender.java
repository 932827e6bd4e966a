package org.bankfeed.matching.internal.core.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.text.NameWords;
import org.jspecify.annotations.Nullable;

/**
 * The other side of lines, by its account number, or by its name if lines name no account: what a judge asks of it again and
 * again is looked up once.
 */
public final class Sender {

    /** Older lines are forgotten. */
    private static final int MOST = 40;

    /** Of so many of the latest the text is kept. */
    private static final int WITH_TEXT = 8;

    /** By what it is found among others. */
    final String key;

    /** Its number as letters and digits; empty if there is none. */
    final String account;

    final Facts.Key ofAccount;

    /** Whether it is one of the book's, not only of a line that is asked about. */
    boolean isKept;

    /** How many of its lines are {@link Undecided}. */
    int undecided;

    private String name;
    private Facts.@Nullable Key ofName;
    private @Nullable NameWords words;
    private final List<Past> lines = new ArrayList<>(2);

    /** Of each of them: by it alone most are passed over, and the lines lie anywhere in memory. */
    private long[] amounts = new long[2];

    Sender(String key, String account, String name) {
        this.key = key;
        this.account = account;
        this.ofAccount = new Facts.Key(Facts.ofAccount(account));
        this.name = name;
    }

    /** Whether lines name neither account nor name. */
    boolean isNobody() {
        return key.isEmpty();
    }

    public String account() {
        return account;
    }

    /** A name that it has, as one object while it does not change. */
    String name(String said) {
        if (!said.equals(name)) {
            name = said;
            ofName = null;
            words = null;
        }
        return name;
    }

    /** The words of a name that it has. */
    public NameWords words(String said) {
        String kept = name(said);
        if (words == null) {
            words = NameWords.of(kept);
        }
        return words;
    }

    Facts.Key ofName(String said) {
        String kept = name(said);
        if (ofName == null) {
            ofName = new Facts.Key(Facts.name(kept));
        }
        return ofName;
    }

    /** What stands for it: its account, or the name that a line has if it has none. */
    Facts.Key key(String said) {
        return account.isEmpty() ? ofName(said) : ofAccount;
    }

    /** The latest lines from or to it, oldest first. */
    public List<Past> lines() {
        return lines;
    }

    /** Whether one of them has the text that a line has; the line itself, judged again, says nothing of itself. */
    public boolean saidBefore(Line line) {
        long text = Past.text(line);
        for (Past past : lines) {
            if (past.text == text && !past.id.equals(line.id())) {
                return true;
            }
        }
        return false;
    }

    /** The amount of its i-th line. */
    long amount(int i) {
        return amounts[i];
    }

    void add(Past line) {
        if (lines.size() == MOST) {
            lines.remove(0);
            System.arraycopy(amounts, 1, amounts, 0, MOST - 1);
        } else if (lines.size() == amounts.length) {
            amounts = Arrays.copyOf(amounts, Math.min(MOST, amounts.length * 2));
        }
        if (lines.size() >= WITH_TEXT) {
            lines.get(lines.size() - WITH_TEXT).said = null;
        }
        amounts[lines.size()] = line.amount;
        lines.add(line);
    }
}
