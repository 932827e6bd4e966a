package org.bankfeed.ledger.internal.invoice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bankfeed.invoice.Party;
import org.bankfeed.ledger.internal.books.Rows;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.AccountReference;
import org.jspecify.annotations.Nullable;

/** Customers and suppliers with the account numbers known of them. */
public final class PartyTable {

    private PartyTable() {}

    /** Enters a party that is not known yet; of a known one only accounts that are new. */
    public static void enter(UnitOfWork unit, String company, Party party) {
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
        List<AccountReference> stand = read(unit, company, party.id()).accounts();
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

    /** A party with its accounts, in the order in which they were entered; it must exist. */
    static Party read(UnitOfWork unit, String company, String id) {
        List<Party> lines = unit.query("""
                SELECT p.party_id, p.party_name, p.party_kind, a.account_type, a.account_number \
                FROM party p LEFT JOIN eft_account a ON a.company = p.company AND a.party_id = p.party_id \
                WHERE p.company = ? AND p.party_id = ? ORDER BY a.account_seq_id""", PartyTable::line, company, id);
        if (lines.isEmpty()) {
            throw new IllegalStateException("party " + id + " is not in the books of " + company);
        }
        Party party = lines.get(0);
        List<AccountReference> accounts =
                lines.stream().flatMap(line -> line.accounts().stream()).toList();
        return new Party(party.id(), party.name(), party.kind(), accounts);
    }

    private static Party line(Row row) {
        AccountReference account = Rows.account(row);
        return new Party(
                row.text("party_id"),
                row.text("party_name"),
                Party.Kind.valueOf(row.text("party_kind")),
                account == null ? List.of() : List.of(account));
    }
}
