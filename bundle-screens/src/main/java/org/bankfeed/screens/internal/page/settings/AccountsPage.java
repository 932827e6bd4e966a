package org.bankfeed.screens.internal.page.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountSettings;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.NewAccount;
import org.bankfeed.journal.Notice;
import org.bankfeed.screens.internal.page.LinkNotices;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.Currencies;
import org.bankfeed.screens.internal.view.LinkedAccount;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/** The company's bank accounts: how each is linked, and what a person says of it. */
public final class AccountsPage {

    static final String PATH = "/settings/accounts";

    private final Rooms rooms;

    public AccountsPage(Rooms rooms) {
        this.rooms = rooms;
    }

    public Answer list(Visit visit) {
        Map<String, @Nullable Object> model = model(visit);
        model.put("accounts", accounts(visit.caller()));
        model.put("layers", new LinkNotices(rooms, visit.caller()).all());
        return Answer.Page.of("accounts.ftlh", model);
    }

    /** One account, with the form where somebody may change it. */
    public Answer show(Visit visit) {
        LinkedAccount account = account(visit);
        return account(visit, account, 200, AccountsForm.of(account.account()));
    }

    public Answer save(Visit visit) throws JournalException {
        visit.caller().require("change the settings of a bank account", Role.ADMINISTRATOR);
        LinkedAccount account = account(visit);
        AccountsForm form = AccountsForm.typed(visit.parameters());
        Optional<AccountSettings> settings = form.settings();
        if (settings.isEmpty()) {
            return account(visit, account, 400, form);
        }
        Account saved =
                rooms.journal().configure(visit.caller(), account.account().id(), settings.get());
        if (!form.label().equals(AccountsForm.labelOf(saved))) {
            saved = rooms.journal().rename(visit.caller(), saved.id(), form.label());
        }
        visit.say(Message.of("account.saved", saved.label()));
        return new Answer.See(PATH);
    }

    /** The form to enter one. */
    public Answer blank(Visit visit) {
        visit.caller().require("enter a bank account", Role.ADMINISTRATOR);
        return entry(visit, 200, AccountsForm.empty());
    }

    public Answer enter(Visit visit) {
        visit.caller().require("enter a bank account", Role.ADMINISTRATOR);
        AccountsForm form = AccountsForm.typed(visit.parameters());
        Optional<NewAccount> account = form.newAccount();
        if (account.isEmpty()) {
            return entry(visit, 400, form);
        }
        try {
            Account entered = rooms.journal().enter(visit.caller(), account.get());
            visit.say(Message.of("account.entered", entered.label()));
            return new Answer.See(PATH);
        } catch (JournalException e) {
            form.refuse("number", Message.all(Words.said(e)));
            return entry(visit, 409, form);
        }
    }

    public Answer remove(Visit visit) {
        visit.caller().require("remove a bank account", Role.ADMINISTRATOR);
        Account account = account(visit).account();
        try {
            rooms.journal().remove(visit.caller(), account.id());
            visit.say(Message.of("account.removed", account.label()));
            return new Answer.See(PATH);
        } catch (JournalException e) {
            visit.warn(Message.all(Words.said(e)));
            return new Answer.See(PATH + "/account?id=" + account.id());
        }
    }

    private Answer account(Visit visit, LinkedAccount account, int status, AccountsForm form) {
        Map<String, @Nullable Object> model = model(visit);
        model.put("linked", account);
        model.put("form", form);
        return new Answer.Page(status, "accounts-account.ftlh", model);
    }

    private Answer entry(Visit visit, int status, AccountsForm form) {
        Map<String, @Nullable Object> model = model(visit);
        model.put("form", form);
        model.put("currencies", Currencies.inUse());
        model.put("locale", visit.language());
        return new Answer.Page(status, "accounts-enter.ftlh", model);
    }

    private LinkedAccount account(Visit visit) {
        String id = visit.parameters().needed("id", Message.of("form.account"));
        return accounts(visit.caller()).stream()
                .filter(known -> known.account().id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> RefusedException.notFound(Message.of("account.none")));
    }

    private List<LinkedAccount> accounts(Caller caller) {
        BankJournal journal = rooms.journal();
        List<Connection> links = journal.connections(caller);
        List<Notice> notices = journal.notices(caller);
        return journal.accounts(caller).stream()
                .map(account -> LinkedAccount.of(account, links, notices, rooms.clock()))
                .toList();
    }

    private static Map<String, @Nullable Object> model(Visit visit) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("administrator", visit.caller().may(Role.ADMINISTRATOR));
        model.put("mayRenew", visit.caller().may(Role.ADMINISTRATOR, Role.BOOKKEEPER));
        return model;
    }
}
