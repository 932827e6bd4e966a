package org.bankfeed.ledger.internal.announcement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bankfeed.invoice.Discount;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.ledger.internal.books.Flow;
import org.bankfeed.ledger.internal.invoice.InvoiceType;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.bankfeed.value.PaymentReference;
import org.jspecify.annotations.Nullable;

/**
 * Which documents a payment of ours pays: those whose reference or number it names, to the other side or in its end-to-end
 * id. They are taken only if the other side is theirs or the amount comes out, and never for more than is open of them.
 */
final class PaidDocuments {

    /** A name of more parts than this is not found: a reference in groups of four has seven. */
    private static final int MOST_PARTS = 8;

    /** So short a number stands in many texts. */
    private static final int SHORTEST = 3;

    private final Flow flow;
    private final Map<String, List<OpenItem>> byName = new HashMap<>();

    /** @param flow which way the payments go */
    PaidDocuments(Flow flow, Collection<OpenItem> documents) {
        this.flow = flow;
        documents.forEach(this::take);
    }

    private void take(OpenItem item) {
        keep(compact(item.number()), item);
        keep(compact(item.id().value()), item);
        String reference = item.paymentReference();
        if (reference != null) {
            keep(compact(reference), item);
        }
    }

    private void keep(String name, OpenItem item) {
        if (name.length() >= SHORTEST) {
            List<OpenItem> named = byName.computeIfAbsent(name, none -> new ArrayList<>(1));
            if (!named.contains(item)) {
                named.add(item);
            }
        }
    }

    /**
     * What a payment pays; none if that is not clear.
     *
     * @param texts what it says, field by field
     */
    List<DocumentId> of(
            Money amount,
            LocalDate day,
            String counterparty,
            @Nullable AccountReference account,
            Collection<String> texts) {
        Map<DocumentId, OpenItem> found = new LinkedHashMap<>();
        for (String text : texts) {
            for (List<OpenItem> named : named(text)) {
                OpenItem one = theirs(named, counterparty, account);
                if (one != null && one.total().currency().equals(amount.currency())) {
                    found.put(one.id(), one);
                }
            }
        }
        List<OpenItem> items = new ArrayList<>(found.values());
        boolean known = !items.isEmpty() && items.stream().allMatch(item -> isTheirs(item, counterparty, account));
        if (items.isEmpty() || !(known && atMost(amount, items) || comesOut(amount, day, items))) {
            return List.of();
        }
        return items.stream().map(OpenItem::id).toList();
    }

    /** Whether a payment names one of the documents. */
    boolean isNamedBy(Collection<String> texts) {
        return texts.stream().anyMatch(text -> !named(text).isEmpty());
    }

    /** For each place of a text that is a document's name, the documents of that name; the longest names first. */
    private List<List<OpenItem>> named(String text) {
        String[] parts = text.split("[^\\p{L}\\p{N}]+");
        boolean[] taken = new boolean[parts.length];
        List<List<OpenItem>> named = new ArrayList<>();
        for (int length = Math.min(MOST_PARTS, parts.length); length > 0; length--) {
            for (int from = 0; from + length <= parts.length; from++) {
                List<OpenItem> here = free(taken, from, length)
                        ? byName.getOrDefault(joined(parts, from, length), List.of())
                        : List.of();
                if (!here.isEmpty()) {
                    Arrays.fill(taken, from, from + length, true);
                    named.add(here);
                }
            }
        }
        return named;
    }

    private static boolean free(boolean[] taken, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (taken[i]) {
                return false;
            }
        }
        return true;
    }

    private static String joined(String[] parts, int from, int length) {
        StringBuilder joined = new StringBuilder();
        for (int i = from; i < from + length; i++) {
            joined.append(parts[i]);
        }
        return joined.toString().toUpperCase(Locale.ROOT);
    }

    /** Of documents of one name that of the other side; if it has none or several, the only one there is. */
    private static @Nullable OpenItem theirs(
            List<OpenItem> named, String counterparty, @Nullable AccountReference account) {
        List<OpenItem> theirs = named.stream()
                .filter(item -> isTheirs(item, counterparty, account))
                .toList();
        List<OpenItem> candidates = theirs.isEmpty() ? named : theirs;
        return candidates.size() == 1 ? candidates.get(0) : null;
    }

    private static boolean isTheirs(OpenItem item, String counterparty, @Nullable AccountReference account) {
        return account != null && item.party().accounts().contains(account)
                || compact(item.party().name()).equals(compact(counterparty));
    }

    /** Whether a payment is no more than what is open of the documents; what is settled already has no say. */
    private boolean atMost(Money amount, List<OpenItem> items) {
        return items.stream().noneMatch(OpenItem::isOpen) || amount.abs().compareTo(sum(items)) <= 0;
    }

    /** Whether a payment is all that is open of the documents, or their total if they are settled, perhaps less a discount. */
    private boolean comesOut(Money amount, LocalDate day, List<OpenItem> items) {
        Money sum = sum(items);
        Money discounts =
                items.stream().map(item -> discount(item, day)).reduce(Money.zero(amount.currency()), Money::plus);
        return amount.abs().equals(sum) || amount.abs().equals(sum.minus(discounts));
    }

    private static Money discount(OpenItem item, LocalDate day) {
        Discount discount = item.discount();
        return discount == null || day.isAfter(discount.lastDay())
                ? Money.zero(item.total().currency())
                : discount.amount();
    }

    /** What goes the payments' way less what is netted. */
    private Money sum(List<OpenItem> items) {
        Money sum = Money.zero(items.get(0).total().currency());
        for (OpenItem item : items) {
            Money amount = item.isOpen() ? item.outstanding() : item.total();
            boolean sameWay = InvoiceType.of(item.direction(), item.type()).settledBy() == flow;
            sum = sameWay ? sum.plus(amount) : sum.minus(amount);
        }
        return sum;
    }

    private static String compact(String text) {
        String reference =
                PaymentReference.read(text).map(PaymentReference::compact).orElse(text);
        return reference.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }
}
