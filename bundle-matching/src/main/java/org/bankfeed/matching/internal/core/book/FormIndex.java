package org.bankfeed.matching.internal.core.book;

import java.util.Arrays;
import org.bankfeed.matching.internal.text.BankText;
import org.bankfeed.matching.internal.text.Fold;
import org.bankfeed.matching.internal.text.NumberForms;
import org.bankfeed.matching.internal.text.scheme.ReferenceSchemes;
import org.bankfeed.value.PaymentReference;

/**
 * Finds items by the forms of their numbers and references, at any place of a text, without making a string for each
 * place: a rolling hash over the signs leads to the form, and each hit is proven against the item itself. All of it is
 * numbers, see {@link ById}.
 */
public final class FormIndex {

    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    public static final int LONGEST = 40;

    /** Two for each place: the key, and above what stands for the item the form that came last; 0 for none. */
    private long[] slots = new long[2 * 1024];

    /** Of each key a few bits, {@link #FREE} where nothing ever came: most places of a text need no more to be passed over. */
    private byte[] tags = new byte[1024];

    private int used;
    private final int[] referenceLengths = new int[LONGEST + 1];

    /** How many forms of numbers have each length, of sales and of purchases. */
    private final int[] salesLengths = new int[LONGEST + 1];

    private final int[] purchaseLengths = new int[LONGEST + 1];
    private final FormShapes shapes = new FormShapes(LONGEST);

    /** Of each form the place of its item, and in the lowest bit whether it is one of its reference, not of its number. */
    private int[] whose = new int[1024];

    /** The form of the same key that came before; 0 for none. Of those that are free, the next free one. */
    private int[] before = new int[1024];

    private int forms = 1;
    private int free;
    private final ById<Item> items;

    FormIndex(ById<Item> items) {
        this.items = items;
    }

    private static final byte FREE = 0;

    public static long start() {
        return 1;
    }

    /** The last sign moves it by little: numbers that follow one another lie beside one another in memory. */
    public static long step(long hash, char sign) {
        return hash * FACTOR + sign;
    }

    static long hash(CharSequence form) {
        long hash = start();
        for (int i = 0; i < form.length(); i++) {
            hash = step(hash, form.charAt(i));
        }
        return hash;
    }

    /** What forms look like; what looks like none need not be looked for. */
    public FormShapes shapes() {
        return shapes;
    }

    /** Whether any item has a reference of this length. */
    public boolean hasReferenceLength(int length) {
        return length <= LONGEST && referenceLengths[length] > 0;
    }

    /** Whether a number of a document of that side is as long, or a reference of any. */
    public boolean mayBeOurs(String digits, boolean sales) {
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
        if (used * 3 >= tags.length * 2) {
            grow();
        }
        long hash = hash(form);
        int slot = slot(hash);
        if (tags[slot] == FREE) {
            tags[slot] = tag(hash);
            slots[2 * slot] = hash;
            used++;
        }
        latest(slot, form(item.place << 1 | (reference ? 1 : 0), latest(slot)));
        shapes.add(form);
        lengths(item, reference)[form.length()]++;
    }

    /** The form that came last of a key; 0 for none. */
    private int latest(int slot) {
        return (int) (slots[2 * slot + 1] >>> Integer.SIZE);
    }

    private void latest(int slot, int form) {
        slots[2 * slot + 1] = (long) form << Integer.SIZE | whose[form];
    }

    private int form(int of, int earlier) {
        int form = free;
        if (form != 0) {
            free = before[form];
        } else {
            form = forms++;
            if (form == whose.length) {
                whose = Arrays.copyOf(whose, form + (form >> 1));
                before = Arrays.copyOf(before, whose.length);
            }
        }
        whose[form] = of;
        before[form] = earlier;
        return form;
    }

    void remove(Item item, String form, boolean reference) {
        if (form.length() > LONGEST) {
            return;
        }
        int of = item.place << 1 | (reference ? 1 : 0);
        int slot = slot(hash(form));
        int later = 0;
        for (int one = latest(slot); one != 0; one = before[one]) {
            if (whose[one] == of) {
                if (later != 0) {
                    before[later] = before[one];
                } else {
                    // the key stays, so that others that were probed past it stay reachable
                    latest(slot, before[one]);
                }
                before[one] = free;
                free = one;
                lengths(item, reference)[form.length()]--;
                return;
            }
            later = one;
        }
    }

    /** The form that stands in a text, as it came last; 0 if it is none of ours. */
    public int find(long hash, BankText text, int from, int to) {
        int slot = slot(hash);
        // most places hold no form: then the forms, which lie elsewhere in memory, are not asked
        long latest = tags[slot] == FREE ? 0 : slots[2 * slot + 1];
        return latest != 0 && isOfItsItem((int) latest, text.compact(from, to)) ? (int) (latest >>> Integer.SIZE) : 0;
    }

    /** The form as it came last; 0 if it is none of ours. */
    public int find(String said) {
        long latest = slots[2 * slot(hash(said)) + 1];
        return latest != 0 && isOfItsItem((int) latest, said) ? (int) (latest >>> Integer.SIZE) : 0;
    }

    /** The same form of an item that came before; 0 if there is none. */
    public int before(int form) {
        return before[form];
    }

    public Item item(int form) {
        return items.at(whose[form] >> 1);
    }

    /** Whether it is a form of its item's reference, else of its number. */
    public boolean isReference(int form) {
        return (whose[form] & 1) != 0;
    }

    /** Whether a form is one of its item's: nearly every form is what the number or reference ends in. */
    private boolean isOfItsItem(int of, String said) {
        Item item = items.at(of >> 1);
        boolean reference = (of & 1) != 0;
        String printed = reference ? item.reference : item.number;
        return printed != null
                && (Fold.compact(printed).endsWith(said)
                        || !reference && NumberForms.of(printed).contains(said)
                        || reference && ReferenceSchemes.forms(printed).contains(said));
    }

    private static byte tag(long hash) {
        return (byte) (hash >>> 56 ^ hash << 1 | 1);
    }

    private int slot(long hash) {
        byte tag = tag(hash);
        int mask = tags.length - 1;
        int slot = (int) (hash ^ hash >>> 29 ^ hash >>> 47) & mask;
        while (tags[slot] != FREE && (tags[slot] != tag || slots[2 * slot] != hash)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldSlots = slots;
        byte[] oldTags = tags;
        slots = new long[oldSlots.length * 2];
        tags = new byte[oldTags.length * 2];
        for (int i = 0; i < oldTags.length; i++) {
            if (oldTags[i] != FREE) {
                int slot = slot(oldSlots[2 * i]);
                slots[2 * slot] = oldSlots[2 * i];
                slots[2 * slot + 1] = oldSlots[2 * i + 1];
                tags[slot] = oldTags[i];
            }
        }
    }
}
