package org.bankfeed.shell.internal.command;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.karaf.shell.support.table.Col;

/** Columns that hold sentences: folded at words, so that a table stays a table on a usual screen. */
final class Columns {

    private static final int SENTENCE = 60;
    private static final int REMEDY = 32;
    private static final int AFFECTED = 26;

    private Columns() {}

    /** What is the case. */
    static Col sentence(String name) {
        return new Folded(name).maxSize(SENTENCE).wrap();
    }

    /** Whom or what it concerns. */
    static Col affected(String name) {
        return new Folded(name).maxSize(AFFECTED).wrap();
    }

    /** What to do about it. */
    static Col remedy(String name) {
        return new Folded(name).maxSize(REMEDY).wrap();
    }

    /** Karaf's own folding loses the last sign of a line that fills the column, and the end of a longer word. */
    private static final class Folded extends Col {

        Folded(String name) {
            super(name);
        }

        @Override
        protected List<String> wrap(String text) {
            return super.wrap(text).stream()
                    .map(String::stripTrailing)
                    .flatMap(this::parts)
                    .toList();
        }

        private Stream<String> parts(String line) {
            int size = Math.max(1, getSize());
            return IntStream.iterate(0, at -> at < line.length(), at -> at + size)
                    .mapToObj(at -> line.substring(at, Math.min(line.length(), at + size)));
        }
    }
}
