package org.bankfeed.matching.internal.core;

import org.bankfeed.matching.internal.text.BankText;
import org.bankfeed.matching.internal.text.Fold;
import org.bankfeed.matching.internal.text.NumberForms;
import org.bankfeed.matching.internal.text.scheme.ReferenceSchemes;
import org.bankfeed.value.PaymentReference;
import org.jspecify.annotations.Nullable;

/**
 * Finds items by the forms of their numbers and references, at any place of a text, without making a string for each
 * place: a rolling hash over the signs leads to the entries, and each hit is proven against the item itself.
 */
final class FormIndex {

    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    static final int LONGEST = 40;

    private long[] keys = new long[1024];

    /** Of each key a few bits, {@link #FREE} where nothing ever came: most places of a text need no more to be passed over. */
    private byte[] tags = new byte[1024];

    private @Nullable Entry[] entries = new @Nullable Entry[1024];
    private int used;
    private final int[] referenceLengths = new int[LONGEST + 1];

    /** How many forms of numbers have each length, of sales and of purchases. */
    private final int[] salesLengths = new int[LONGEST + 1];

    private final int[] purchaseLengths = new int[LONGEST + 1];
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
                            || !reference && NumberForms.of(printed).contains(form)
                            || reference && ReferenceSchemes.forms(printed).contains(form));
        }
    }

    private static final byte FREE = 0;

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

    /** Whether a number of a document of that side is as long, or a reference of any. */
    boolean mayBeOurs(String digits, boolean sales) {
        int length = digits.length();
        if (length > LONGEST) {
            return false;
        }
        return (sales ? salesLengths : purchaseLengths)[length] > 0
                || referenceLengths[length] > 0 && PaymentReference.read(digits).isPresent();
    }

    /** Counts a number's serial among what is as long as ours, or no longer. */
    void countSerial(Item item, int change) {
        int length = item.serialLength();
        if (length > 0 && length <= LONGEST) {
            lengths(item, false)[length] += change;
        }
    }

    private int[] lengths(Item item, boolean reference) {
        return reference ? referenceLengths : item.sales ? salesLengths : purchaseLengths;
    }

    void add(Item item, String form, boolean reference) {
        if (form.length() > LONGEST) {
            return;
        }
        if (used * 3 >= keys.length * 2) {
            grow();
        }
        long hash = hash(form);
        int slot = slot(hash);
        if (tags[slot] == FREE) {
            tags[slot] = tag(hash);
            keys[slot] = hash;
            used++;
        }
        entries[slot] = new Entry(item, reference, entries[slot]);
        shapes.add(form);
        lengths(item, reference)[form.length()]++;
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
                lengths(item, reference)[form.length()]--;
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
        Entry entry = tags[slot] == FREE ? null : entries[slot];
        return entry != null && entry.isOf(text.compact(from, to)) ? entry : null;
    }

    /** The entries of a form, or {@code null}. */
    @Nullable
    Entry find(String form) {
        Entry entry = entries[slot(hash(form))];
        return entry != null && entry.isOf(form) ? entry : null;
    }

    private static byte tag(long hash) {
        return (byte) (hash >>> 56 | 1);
    }

    private int slot(long hash) {
        byte tag = tag(hash);
        int mask = keys.length - 1;
        int slot = (int) (hash ^ hash >>> 29 ^ hash >>> 47) & mask;
        while (tags[slot] != FREE && (tags[slot] != tag || keys[slot] != hash)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        byte[] oldTags = tags;
        @Nullable Entry[] oldEntries = entries;
        keys = new long[oldKeys.length * 2];
        tags = new byte[oldKeys.length * 2];
        entries = new @Nullable Entry[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldTags[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                tags[slot] = oldTags[i];
                entries[slot] = oldEntries[i];
            }
        }
    }
}
