package org.bankfeed.screens.internal.page.invoice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.Party;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Page;
import org.jspecify.annotations.Nullable;

/** Customers and suppliers, as far as documents name them. */
final class InvoiceParties {

    private static final int SUGGESTED = 12;
    private static final int LOOKED_AT = 300;
    private static final int PART = 500;
    private static final int PARTS = 4;

    private final Rooms rooms;

    InvoiceParties(Rooms rooms) {
        this.rooms = rooms;
    }

    /** Some names that hold a text, to be offered while somebody types. */
    List<String> like(Caller caller, String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return rooms
                .matching()
                .invoices(caller, InvoiceQueries.of(null, Set.of(), text, null, LOOKED_AT))
                .items()
                .stream()
                .map(view -> view.item().party().name())
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted))
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .limit(SUGGESTED)
                .toList();
    }

    /**
     * The party of a name: the known one, else a new one. Of several with the same name it is the one with the given
     * account, else the one of the latest document.
     *
     * @param account an account of it, or {@code null}
     */
    Party named(Caller caller, String name, @Nullable AccountReference account) {
        List<AccountReference> given = account == null ? List.of() : List.of(account);
        Party known = null;
        String after = null;
        for (int part = 0; part < PARTS; part++) {
            Page<InvoiceView> page =
                    rooms.matching().invoices(caller, InvoiceQueries.of(null, Set.of(), name, after, PART));
            for (InvoiceView view : page.items()) {
                Party party = view.item().party();
                if (party.name().strip().equalsIgnoreCase(name)) {
                    known = party;
                    if (account != null && party.accounts().contains(account)) {
                        return known;
                    }
                }
            }
            after = page.next();
            if (after == null) {
                break;
            }
        }
        return known == null
                ? new Party(newId(name), name, Party.Kind.UNKNOWN, given)
                : new Party(known.id(), known.name(), known.kind(), together(known.accounts(), given));
    }

    private static List<AccountReference> together(List<AccountReference> known, List<AccountReference> given) {
        List<AccountReference> all = new ArrayList<>(known);
        given.stream().filter(account -> !known.contains(account)).forEach(all::add);
        return all;
    }

    /**
     * A ledger takes an id that it knows for the party that it knows. So another name must never give the same id, and
     * the same name, sent twice, must: the end of the id is a digest of the name.
     */
    private static String newId(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        String readable = plain.substring(0, Math.min(40, plain.length()));
        return (readable.isEmpty() ? "party" : readable) + "-" + digest(name.toLowerCase(Locale.ROOT));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
