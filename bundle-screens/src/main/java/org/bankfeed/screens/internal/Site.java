package org.bankfeed.screens.internal;

import org.bankfeed.screens.internal.page.CompanyPage;
import org.bankfeed.screens.internal.page.DashboardPage;
import org.bankfeed.screens.internal.page.NextDayPage;
import org.bankfeed.screens.internal.page.ReadingPage;
import org.bankfeed.screens.internal.page.SyncPage;
import org.bankfeed.screens.internal.page.bank.AutomatePage;
import org.bankfeed.screens.internal.page.bank.BankPage;
import org.bankfeed.screens.internal.page.bank.BankPickPage;
import org.bankfeed.screens.internal.page.bank.ChangedAmountsPage;
import org.bankfeed.screens.internal.page.bank.DoubtsPage;
import org.bankfeed.screens.internal.page.bank.LinePage;
import org.bankfeed.screens.internal.page.bank.PaymentFilesPage;
import org.bankfeed.screens.internal.page.invoice.InvoiceActPage;
import org.bankfeed.screens.internal.page.invoice.InvoiceListPage;
import org.bankfeed.screens.internal.page.invoice.InvoiceNewPage;
import org.bankfeed.screens.internal.page.invoice.InvoicePage;
import org.bankfeed.screens.internal.page.settings.AccountsPage;
import org.bankfeed.screens.internal.page.settings.BacktestPage;
import org.bankfeed.screens.internal.page.settings.ConnectPage;
import org.bankfeed.screens.internal.page.settings.EventsPage;
import org.bankfeed.screens.internal.page.settings.IntegrationsPage;
import org.bankfeed.screens.internal.page.settings.LearnedPage;
import org.bankfeed.screens.internal.page.settings.OrganizationPage;
import org.bankfeed.screens.internal.page.settings.ProviderPage;
import org.bankfeed.screens.internal.page.settings.RulePage;
import org.bankfeed.screens.internal.page.settings.RulesPage;
import org.bankfeed.screens.internal.rooms.Errands;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.rooms.Trials;
import org.bankfeed.screens.internal.web.PublicAddress;
import org.bankfeed.screens.internal.web.Routes;

/** The map of the site: every address, and the page behind it. */
final class Site {

    private Site() {}

    static Routes routes(Rooms rooms, Errands errands, Trials trials, PublicAddress address) {
        DashboardPage dashboard = new DashboardPage(rooms);
        NextDayPage nextDay = new NextDayPage(rooms);
        CompanyPage company = new CompanyPage();
        BankPage bank = new BankPage(rooms);
        LinePage line = new LinePage(rooms);
        AutomatePage automate = new AutomatePage(rooms);
        DoubtsPage doubts = new DoubtsPage(rooms);
        PaymentFilesPage files = new PaymentFilesPage(rooms);
        ChangedAmountsPage amounts = new ChangedAmountsPage(rooms);
        BankPickPage pick = new BankPickPage(rooms);
        ReadingPage reading = new ReadingPage(errands);
        SyncPage sync = new SyncPage(rooms, errands);
        IntegrationsPage integrations = new IntegrationsPage(rooms);
        ConnectPage connect = new ConnectPage(rooms, errands, address);
        OrganizationPage organization = new OrganizationPage(rooms, errands);
        ProviderPage provider = new ProviderPage(rooms);
        EventsPage events = new EventsPage(rooms);
        BacktestPage backtest = new BacktestPage(rooms, trials);
        RulesPage rules = new RulesPage(rooms);
        RulePage rule = new RulePage(rooms, trials);
        AccountsPage accounts = new AccountsPage(rooms);
        LearnedPage learned = new LearnedPage(rooms);
        InvoiceListPage invoices = new InvoiceListPage(rooms);
        InvoicePage invoice = new InvoicePage(rooms);
        InvoiceNewPage newInvoice = new InvoiceNewPage(rooms);
        InvoiceActPage invoiceAct = new InvoiceActPage(rooms);
        return new Routes()
                .look("/", dashboard::show)
                .act("/next-day", nextDay::pass)
                .act("/company", company::change)
                .look("/read", reading::look)
                .act("/read", reading::begin)
                .act("/synchronize", sync::begin)
                .look("/settings", integrations::show)
                .look("/settings/integrations", integrations::show)
                .look("/settings/integrations/link", integrations::link)
                .look("/settings/integrations/disconnect", integrations::askToEnd)
                .act("/settings/integrations/disconnect", integrations::end)
                .act("/settings/integrations/connect", connect::begin)
                .act("/settings/integrations/newcomer", connect::begin)
                .act("/settings/integrations/renew", connect::renew)
                .look("/settings/integrations/provider", provider::show)
                .look("/settings/integrations/another", organization::another)
                .look("/settings/integrations/organization", organization::ask)
                .act("/settings/integrations/organization/accept", organization::accept)
                .act("/settings/integrations/organization/reject", organization::reject)
                .look("/settings/learned", learned::show)
                .act("/settings/learned/forget", learned::forget)
                .act("/settings/learned/correct", learned::correct)
                .look("/settings/events", events::show)
                .look("/settings/matching", backtest::show)
                .act("/settings/matching", backtest::begin)
                .act("/settings/matching/file", backtest::recorded)
                .act("/settings/matching/end", backtest::end)
                .look("/settings/rules", rules::list)
                .act("/settings/rules", rules::add)
                .look("/settings/rules/rule", rule::show)
                .act("/settings/rules/rule/try", rule::tryOut)
                .act("/settings/rules/rule/end", rule::end)
                .act("/settings/rules/rule/on", rule::on)
                .act("/settings/rules/rule/off", rule::off)
                .act("/settings/rules/rule/reopen", rule::reopen)
                .act("/settings/rules/rule/remove", rule::remove)
                .look("/connect/return", connect::back)
                .look("/settings/accounts", accounts::list)
                .look("/settings/accounts/account", accounts::show)
                .act("/settings/accounts/account", accounts::save)
                .look("/settings/accounts/enter", accounts::blank)
                .act("/settings/accounts/enter", accounts::enter)
                .act("/settings/accounts/remove", accounts::remove)
                .look("/bank", bank::show)
                .look("/bank/automate", automate::show)
                .look("/bank/doubts", doubts::show)
                .act("/bank/doubts/new", doubts::isNew)
                .act("/bank/doubts/same", doubts::isSame)
                .act("/bank/doubts/all", doubts::all)
                .look("/bank/files", files::list)
                .act("/bank/files", files::announce)
                .look("/bank/files/file", files::show)
                .act("/bank/files/withdraw", files::withdraw)
                .act("/bank/files/again", files::announceAgain)
                .look("/bank/amounts", amounts::show)
                .act("/bank/amounts/settle", amounts::settle)
                .act("/bank/amounts/reopen", amounts::reopen)
                .look("/bank/line", line::show)
                .look("/bank/next", line::next)
                .act("/bank/confirm", line::confirm)
                .act("/bank/link", line::link)
                .act("/bank/set-aside", line::setAside)
                .act("/bank/undo", line::undo)
                .look("/bank/pick", pick::show)
                .act("/bank/pick", pick::show)
                .act("/bank/book", pick::book)
                .look("/invoices", invoices::show)
                .look("/invoices/invoice", invoice::show)
                .look("/invoices/new", newInvoice::show)
                .act("/invoices/new", newInvoice::enter)
                .look("/invoices/parties", newInvoice::parties)
                .look("/invoices/reference", newInvoice::reference)
                .look("/invoices/cancel", invoiceAct::askToCancel)
                .act("/invoices/cancel", invoiceAct::cancel)
                .look("/invoices/close", invoiceAct::askToClose)
                .act("/invoices/close", invoiceAct::close);
    }
}
