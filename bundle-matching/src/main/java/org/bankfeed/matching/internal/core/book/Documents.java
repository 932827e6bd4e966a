package org.bankfeed.matching.internal.core.book;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bankfeed.matching.internal.core.Document;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.text.NumberForms;
import org.bankfeed.matching.internal.text.scheme.ReferenceSchemes;
import org.bankfeed.words.Argument;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a book, with what is open of each: found by their ids, by the forms of their numbers and references, and
 * by what is open. Only the book changes them.
 *
 * <p>For one thread.
 */
public final class Documents {

    final ById<Item> items = new ById<>(item -> item.id);
    final FormIndex forms = new FormIndex(items);
    final AmountIndex amounts = new AmountIndex(items);

    Documents() {}

    // ---- asked by whoever shows or proves a decision

    public ById<Item> items() {
        return items;
    }

    public FormIndex forms() {
        return forms;
    }

    public AmountIndex amounts() {
        return amounts;
    }

    /** Whether the book holds a document. */
    public boolean holds(String document) {
        return items.contains(document);
    }

    /** What is open of a document, in minor units; 0 if the book does not hold it. */
    public long open(String document) {
        Item item = items.get(document);
        return item == null ? 0 : item.open;
    }

    /** What the payer of a document holds back by contract or law, in all; 0 if the book does not hold it. */
    public long heldOf(String document) {
        Item item = items.get(document);
        return item == null ? 0 : item.held.total();
    }

    /** Whether money in settles a document (a sales invoice, a purchase credit note), else money out does. */
    public boolean settledByMoneyIn(String document) {
        Item item = items.get(document);
        return item != null && item.settledByMoneyIn();
    }

    /** Whether we are owed a document, else we owe it. */
    public boolean sales(String document) {
        Item item = items.get(document);
        return item != null && item.sales;
    }

    /** Whether the user closed a document, by a payment of unknown origin. */
    public boolean closedByUser(String document) {
        Item item = items.get(document);
        return item != null && item.closedByUser();
    }

    /** What was open of a document when the user closed it; 0 if he did not. */
    public long closedAmount(String document) {
        Item item = items.get(document);
        return item != null && item.closedByUser() ? item.closedAmount() : 0;
    }

    /** The first of the documents that was issued after a day. */
    public Optional<Argument.Document> issuedAfter(List<Share> shares, LocalDate day) {
        return shares.stream()
                .map(share -> items.get(share.document()))
                .filter(item -> item != null && item.issued > day.toEpochDay())
                .findFirst()
                .map(Arguments::document);
    }

    // ---- changed by the book

    @Nullable
    public Item get(String document) {
        return items.get(document);
    }

    /** Takes a document in that is not here yet; nothing is open of it. */
    Item add(Document document, Payer party, String currency) {
        Item item = new Item(document, party, currency, items.size());
        items.add(item);
        index(item);
        return item;
    }

    /** Takes in what changed of a document; nothing is open of it any more. */
    void read(Item item, Document document) {
        open(item, 0);
        unindex(item);
        item.read(document);
        index(item);
        item.closedOn = document.outstanding() > 0 ? Item.NEVER : item.closedOn;
        item.party.changed(item);
    }

    /** A document was settled or withdrawn by the user, by nothing that the book sees; nothing is done if it was before. */
    void close(String document, int day) {
        Item item = items.get(document);
        if (item != null && !item.closedByUser()) {
            item.closedAmount = item.open;
            item.closedOn = day;
            open(item, 0);
            item.party.changed(item);
        }
    }

    /** So much is open of a document now. */
    void open(Item item, long amount) {
        boolean was = item.isOpen();
        if (was) {
            amounts.remove(item);
        }
        item.open = amount;
        if (item.isOpen()) {
            amounts.add(item);
            item.party.opened(item);
        } else if (was) {
            item.party.settled(item);
        }
    }

    private void index(Item item) {
        for (String form : NumberForms.of(item.number)) {
            forms.add(item, form, false);
        }
        forms.countSerial(item, 1);
        for (String form : referenceForms(item)) {
            forms.add(item, form, true);
        }
    }

    private void unindex(Item item) {
        item.party.closed(item);
        for (String form : NumberForms.of(item.number)) {
            forms.remove(item, form, false);
        }
        forms.countSerial(item, -1);
        for (String form : referenceForms(item)) {
            forms.remove(item, form, true);
        }
    }

    private static List<String> referenceForms(Item item) {
        return item.reference == null ? List.of() : ReferenceSchemes.forms(item.reference);
    }
}
