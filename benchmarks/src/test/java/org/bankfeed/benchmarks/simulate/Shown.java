package org.bankfeed.benchmarks.simulate;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.Notice;

/** What a person sees of the link at one moment. */
record Shown(List<Connection> connections, List<Account> accounts, List<Notice> notices) {

    static Shown to(Caller person, BankJournal journal) {
        return new Shown(journal.connections(person), journal.accounts(person), journal.notices(person));
    }

    /** The link to an organization that counts: the latest that a person did not end. */
    Optional<Connection> link(String organization) {
        return connections.stream()
                .filter(link ->
                        link.organization() != null && link.organization().id().equals(organization))
                .filter(link -> link.state() == State.CONNECTED || link.state() == State.BROKEN)
                .reduce((one, other) -> other.state() == State.BROKEN && one.state() == State.CONNECTED ? one : other);
    }

    /** Whether the account is read through a link that stands. */
    boolean isRead(Account account) {
        return account.connection() != null
                && connections.stream()
                        .anyMatch(link -> link.id().equals(account.connection()) && link.state() == State.CONNECTED);
    }

    /** Whether nothing is told that kept the account from being read the last time; a link's trouble may be its own. */
    boolean wasReadWell(Account account) {
        return account.active()
                && account.problem() == null
                && connections.stream()
                        .anyMatch(link -> link.id().equals(account.connection())
                                && link.state() == State.CONNECTED
                                && link.problem() == null);
    }

    boolean anyUnconfirmed() {
        return connections.stream().anyMatch(link -> link.state() == State.UNCONFIRMED);
    }

    Optional<Account> account(String number, String currency) {
        return accounts.stream()
                .filter(account -> account.reference().value().equals(number)
                        && account.currency().getCurrencyCode().equals(currency))
                .findFirst();
    }

    /** The notices about an account itself. */
    Set<Notice.Kind> about(Account account) {
        Set<Notice.Kind> kinds = EnumSet.noneOf(Notice.Kind.class);
        notices.stream()
                .filter(notice -> account.id().equals(notice.account()))
                .forEach(notice -> kinds.add(notice.kind()));
        return kinds;
    }

    Optional<Notice> notice(Notice.Kind kind, Connection link) {
        return notices.stream()
                .filter(notice -> notice.kind() == kind && link.id().equals(notice.connection()))
                .findFirst();
    }

    boolean says(Notice.Kind kind) {
        return notices.stream().anyMatch(notice -> notice.kind() == kind);
    }
}
