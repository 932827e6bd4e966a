package org.bankfeed.matching.internal.core.find;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.matching.internal.core.Announced;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.book.Item;

/** What payments of ours settle of the documents that they were made for. */
final class OwnPaymentShares {

    private final Book book;

    OwnPaymentShares(Book book) {
        this.book = book;
    }

    /** How a payment settles its documents; empty if its amount no longer fits what is open of them. */
    List<Share> of(Announced payment, Line line) {
        List<Item> items = new ArrayList<>();
        for (String document : payment.documents()) {
            Item item = book.documents().get(document);
            if (item == null || !item.isOpen() || !item.currency().equals(payment.currency())) {
                return List.of();
            }
            items.add(item);
        }
        return fitting(items, payment, (int) line.day().toEpochDay());
    }

    private static List<Share> fitting(List<Item> items, Announced payment, int day) {
        boolean in = payment.amount() > 0;
        List<Share> whole =
                items.stream().map(item -> Share.of(item.id(), item.open())).toList();
        if (sum(items, whole, in) == payment.size()) {
            return whole;
        }
        List<Share> early = items.stream().map(item -> early(item, in, day)).toList();
        if (sum(items, early, in) == payment.size()) {
            return early;
        }
        List<Share> due = items.stream()
                .map(item -> Share.of(
                        item.id(), item.settledByMoneyIn() == in ? item.held().due(item.open()) : item.open()))
                .toList();
        if (sum(items, due, in) == payment.size()) {
            return due;
        }
        boolean part = items.size() == 1
                && items.get(0).settledByMoneyIn() == in
                && payment.size() < items.get(0).open();
        return part ? List.of(Share.of(items.get(0).id(), payment.size())) : List.of();
    }

    private static Share early(Item item, boolean in, int day) {
        long paid = item.settledByMoneyIn() == in ? item.discounted(day) : -1;
        return paid < 0 ? Share.of(item.id(), item.open()) : new Share(item.id(), paid, item.discount(), null);
    }

    /** What goes the payment's way less what is netted. */
    private static long sum(List<Item> items, List<Share> shares, boolean in) {
        long sum = 0;
        for (int i = 0; i < shares.size(); i++) {
            long amount = shares.get(i).amount();
            sum += items.get(i).settledByMoneyIn() == in ? amount : -amount;
        }
        return sum;
    }

    /** Adds what one payment settles to what others do; false, and nothing is added, if a document has not so much open. */
    boolean add(List<Share> more, Map<String, Share> shares) {
        Map<String, Share> sums = new LinkedHashMap<>();
        for (Share share : more) {
            Share before = shares.get(share.document());
            Share both = before == null
                    ? share
                    : new Share(
                            share.document(),
                            before.amount() + share.amount(),
                            before.writeOff() + share.writeOff(),
                            null);
            if (both.settles() > book.documents().open(share.document())) {
                return false;
            }
            sums.put(share.document(), both);
        }
        shares.putAll(sums);
        return true;
    }
}
