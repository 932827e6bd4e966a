package org.bankfeed.matching.internal.core;

import org.bankfeed.matching.internal.text.BankText;
import org.bankfeed.matching.internal.text.Fold;
import org.bankfeed.matching.internal.text.scheme.ReferenceSchemes;
import org.jspecify.annotations.Nullable;

/**
 * Finds items by the forms of their numbers and references, at any place of a text, without making a string for each
 * place: a rolling hash over the signs leads to the entries, and each hit is proven against the item itself.
 */
final class FormIndex {

    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    static final int LONGEST = 40;

    private long[] keys = new long[1024];
    private @Nullable Entry[] entries = new @Nullable Entry[1024];
    private int used;
    private final int[] referenceLengths = new int[LONGEST + 1];
    private final FormShapes shapes = new FormShapes(LONGEST);

    /** A form of an item's number, or its reference. */
    static final class Entry {
        final Item item;
        final boolean reference;

        @Nullable
        Entry next;

        Entry(Item item, boolean reference, @Nullable Entry next) {
            this.item = item;
            this.reference = reference;
            this.next = next;
        }

        /** Whether a form is one of the item's: nearly every form is what the number or reference ends in. */
        boolean isOf(String form) {
            String printed = reference ? item.reference : item.number;
            return printed != null
                    && (Fold.compact(printed).endsWith(form)
                            || reference && ReferenceSchemes.forms(printed).contains(form));
        }
    }

    /** What stands at a slot that nothing ever came to; no hash is this. */
    private static final long FREE = 0;

    static long start() {
        return 1;
    }

    static long step(long hash, char sign) {
        return (hash + sign) * FACTOR;
    }

    static long hash(CharSequence form) {
        long hash = start();
        for (int i = 0; i < form.length(); i++) {
            hash = step(hash, form.charAt(i));
        }
        return hash;
    }

    /** What forms look like; what looks like none need not be looked for. */
    FormShapes shapes() {
        return shapes;
    }

    /** Whether any item has a reference of this length. */
    boolean hasReferenceLength(int length) {
        return length <= LONGEST && referenceLengths[length] > 0;
    }

    void add(Item item, String form, boolean reference) {
        if (form.length() > LONGEST) {
            return;
        }
        if (used * 2 >= keys.length) {
            grow();
        }
        long hash = hash(form);
        int slot = slot(hash);
        if (keys[slot] == FREE) {
            keys[slot] = key(hash);
            used++;
        }
        entries[slot] = new Entry(item, reference, entries[slot]);
        shapes.add(form);
        referenceLengths[form.length()] += reference ? 1 : 0;
    }

    void remove(Item item, String form, boolean reference) {
        if (form.length() > LONGEST) {
            return;
        }
        int slot = slot(hash(form));
        @Nullable Entry previous = null;
        for (Entry entry = entries[slot]; entry != null; entry = entry.next) {
            if (entry.item == item && entry.reference == reference) {
                if (previous != null) {
                    previous.next = entry.next;
                } else {
                    // the key stays, so that others that were probed past it stay reachable
                    entries[slot] = entry.next;
                }
                referenceLengths[form.length()] -= reference ? 1 : 0;
                return;
            }
            previous = entry;
        }
    }

    /** The entries of a form that stands in a text, or {@code null}. */
    @Nullable
    Entry find(long hash, BankText text, int from, int to) {
        int slot = slot(hash);
        // most places hold no form: then the entries, which lie elsewhere in memory, are not asked
        Entry entry = keys[slot] == FREE ? null : entries[slot];
        return entry != null && entry.isOf(text.compact(from, to)) ? entry : null;
    }

    /** The entries of a form, or {@code null}. */
    @Nullable
    Entry find(String form) {
        Entry entry = entries[slot(hash(form))];
        return entry != null && entry.isOf(form) ? entry : null;
    }

    private static long key(long hash) {
        return hash == FREE ? 1 : hash;
    }

    private int slot(long hash) {
        long key = key(hash);
        int mask = keys.length - 1;
        int slot = (int) (hash ^ hash >>> 29 ^ hash >>> 47) & mask;
        while (keys[slot] != FREE && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        @Nullable Entry[] oldEntries = entries;
        keys = new long[oldKeys.length * 2];
        entries = new @Nullable Entry[oldEntries.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                entries[slot] = oldEntries[i];
            }
        }
    }
}
