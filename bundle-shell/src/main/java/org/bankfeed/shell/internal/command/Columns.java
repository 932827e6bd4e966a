package org.bankfeed.shell.internal.command;

import org.apache.karaf.shell.support.table.Col;

/** Columns that hold sentences: folded at words, so that a table stays a table on a usual screen. */
final class Columns {

    private static final int SENTENCE = 60;
    private static final int REMEDY = 32;
    private static final int AFFECTED = 26;

    private Columns() {}

    /** What is the case. */
    static Col sentence(String name) {
        return new Col(name).maxSize(SENTENCE).wrap();
    }

    /** Whom or what it concerns. */
    static Col affected(String name) {
        return new Col(name).maxSize(AFFECTED).wrap();
    }

    /** What to do about it. */
    static Col remedy(String name) {
        return new Col(name).maxSize(REMEDY).wrap();
    }
}
