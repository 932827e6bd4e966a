package org.bankfeed.rehearsal.internal;

import java.util.ArrayList;
import java.util.List;

/** A small table in plain text; a column whose heading begins with a blank is aligned to the right. */
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        rows.add(List.of(headings));
    }

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append("  ");
            for (int column = 0; column < row.size(); column++) {
                text.append(padded(row.get(column).strip(), column)).append("  ");
            }
            text.setLength(text.toString().stripTrailing().length());
            text.append('\n');
        }
        return text.toString();
    }

    private String padded(String cell, int column) {
        int width = rows.stream()
                .mapToInt(row -> row.get(column).strip().length())
                .max()
                .orElse(0);
        String blanks = " ".repeat(width - cell.length());
        return rows.get(0).get(column).startsWith(" ") ? blanks + cell : cell + blanks;
    }
}
