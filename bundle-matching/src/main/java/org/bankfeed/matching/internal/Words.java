package org.bankfeed.matching.internal;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The reasons and proposals of a decision, as one text in one column: they are read and written whole and never searched.
 * Signs of the ASCII separators part them, which no bank text may hold.
 */
record Words(List<Evidence> evidence, List<Verdict.Explained> proposals) {

    static final Words NONE = new Words(List.of(), List.of());

    private static final char PROPOSAL = '\u001D';
    private static final char RECORD = '\u001E';
    private static final char FIELD = '\u001F';
    private static final int LONGEST = 190_000;

    Words {
        evidence = List.copyOf(evidence);
        proposals = List.copyOf(proposals);
    }

    /** Of a verdict: a suggestion's own shares are its first proposal. */
    static Words of(Verdict verdict) {
        List<Verdict.Explained> proposals = new ArrayList<>();
        if (verdict.kind() == Verdict.Kind.SUGGEST) {
            proposals.add(new Verdict.Explained(verdict.shares(), verdict.confidence(), verdict.evidence()));
        }
        proposals.addAll(verdict.alternatives());
        return new Words(verdict.evidence(), proposals.size() > 5 ? proposals.subList(0, 5) : proposals);
    }

    String written() {
        StringBuilder out = new StringBuilder();
        evidence.forEach(one -> write(out, one));
        for (Verdict.Explained proposal : proposals) {
            StringBuilder one = new StringBuilder();
            one.append(PROPOSAL).append(proposal.confidence()).append(RECORD);
            for (Share share : proposal.shares()) {
                one.append('S').append(FIELD).append(share.document());
                one.append(FIELD).append(share.amount()).append(FIELD).append(share.writeOff());
                one.append(FIELD).append(orEmpty(share.takesBack())).append(RECORD);
            }
            proposal.evidence().forEach(evidence -> write(one, evidence));
            if (out.length() + one.length() < LONGEST) {
                out.append(one);
            }
        }
        return out.toString();
    }

    private static void write(StringBuilder out, Evidence evidence) {
        out.append('E').append(FIELD).append(evidence.speaks()).append(FIELD).append(clean(evidence.sentence()));
        out.append(FIELD).append(clean(evidence.field())).append(FIELD).append(clean(evidence.excerpt()));
        out.append(RECORD);
    }

    static Words read(String written) {
        String[] parts = written.split(String.valueOf(PROPOSAL), -1);
        List<Verdict.Explained> proposals = new ArrayList<>();
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf(RECORD);
            proposals.add(new Verdict.Explained(
                    shares(parts[i]), Double.parseDouble(parts[i].substring(0, end)), evidence(parts[i])));
        }
        return new Words(evidence(parts[0]), proposals);
    }

    private static List<Share> shares(String text) {
        List<Share> shares = new ArrayList<>();
        for (String[] fields : records(text, "S")) {
            shares.add(new Share(fields[1], Long.parseLong(fields[2]), Long.parseLong(fields[3]), orNull(fields[4])));
        }
        return shares;
    }

    private static List<Evidence> evidence(String text) {
        List<Evidence> evidence = new ArrayList<>();
        for (String[] fields : records(text, "E")) {
            evidence.add(
                    new Evidence(Evidence.Speaks.valueOf(fields[1]), fields[2], orNull(fields[3]), orNull(fields[4])));
        }
        return evidence;
    }

    private static List<String[]> records(String text, String kind) {
        List<String[]> records = new ArrayList<>();
        for (String record : text.split(String.valueOf(RECORD), -1)) {
            String[] fields = record.split(String.valueOf(FIELD), -1);
            if (fields[0].equals(kind) && fields.length == 5) {
                records.add(fields);
            }
        }
        return records;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String clean(@Nullable String text) {
        return text == null ? "" : text.replaceAll("\\p{Cntrl}", " ");
    }
}
