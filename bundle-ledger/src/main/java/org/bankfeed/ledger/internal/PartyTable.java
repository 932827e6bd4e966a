package org.bankfeed.ledger.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bankfeed.invoice.Party;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.AccountReference;
import org.jspecify.annotations.Nullable;

/** Customers and suppliers with the account numbers known of them. */
final class PartyTable {

    private PartyTable() {}

    /** Enters a party that is not known yet; of a known one only accounts that are new. */
    static void enter(UnitOfWork unit, String company, Party party) {
        boolean known = unit.one(
                        "SELECT party_id FROM party WHERE company = ? AND party_id = ?",
                        row -> row.text("party_id"),
                        company,
                        party.id())
                .isPresent();
        if (!known) {
            unit.update(
                    "INSERT INTO party (company, party_id, party_name, party_kind) VALUES (?, ?, ?, ?)",
                    company,
                    party.id(),
                    party.name(),
                    party.kind());
        }
        if (!party.accounts().isEmpty()) {
            enterNewAccounts(unit, company, party);
        }
    }

    private static void enterNewAccounts(UnitOfWork unit, String company, Party party) {
        List<AccountReference> stand =
                accounts(unit, company, Set.of(party.id())).getOrDefault(party.id(), List.of());
        Set<AccountReference> known = new HashSet<>(stand);
        int next = stand.size();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (AccountReference account : party.accounts()) {
            if (known.add(account)) {
                rows.add(new @Nullable Object[] {company, party.id(), account.value(), account.type(), ++next});
            }
        }
        if (!rows.isEmpty()) {
            unit.updateAll(
                    "INSERT INTO eft_account (company, party_id, account_number, account_type, account_seq_id)"
                            + " VALUES (?, ?, ?, ?, ?)",
                    rows);
        }
    }

    /** The accounts of some parties, each party's in the order in which they were entered. */
    static Map<String, List<AccountReference>> accounts(UnitOfWork unit, String company, Collection<String> parties) {
        if (parties.isEmpty()) {
            return Map.of();
        }
        List<Object> parameters = new ArrayList<>();
        parameters.add(company);
        parameters.addAll(parties);
        String places = String.join(", ", Collections.nCopies(parties.size(), "?"));
        Map<String, List<AccountReference>> byParty = new HashMap<>();
        unit.query(
                        "SELECT party_id, account_type, account_number FROM eft_account WHERE company = ? AND party_id IN ("
                                + places + ") ORDER BY party_id, account_seq_id",
                        row -> Map.entry(
                                row.text("party_id"),
                                new AccountReference(
                                        AccountReference.Type.valueOf(row.text("account_type")),
                                        row.text("account_number"))),
                        parameters.toArray())
                .forEach(entry -> byParty.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                        .add(entry.getValue()));
        return byParty;
    }
}
