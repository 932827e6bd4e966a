package org.bankfeed.history.internal;

import java.math.BigDecimal;
import org.bankfeed.history.HistoryAccount;
import org.bankfeed.history.HistoryAccount.Subtype;

/** The company's four accounts. */
enum OwnAccount {
    MAIN("1949204873", "Zichtrekening Koperveld", "Scheldebank", Subtype.CHECKING, "EUR", "38214.65"),
    SECOND("8825171630", "Compte à vue Koperveld", "Banque du Val de Meuse", Subtype.CHECKING, "EUR", "9150.20"),
    SAVINGS("1949811206", "Spaarrekening ondernemers", "Scheldebank", Subtype.SAVINGS, "EUR", "60000.00"),
    DOLLARS("1949330454", "Dollarrekening import", "Scheldebank", Subtype.CHECKING, "USD", "14500.00");

    private final HistoryAccount account;

    OwnAccount(String digits, String description, String bank, Subtype subtype, String currency, String opening) {
        account = new HistoryAccount(
                CheckDigits.belgianIban(digits),
                description,
                CompanyLife.NAME,
                bank,
                subtype,
                currency,
                new BigDecimal(opening));
    }

    /** The account as it was when the company's life began. */
    HistoryAccount atTheBeginning() {
        return account;
    }

    String iban() {
        return account.reference();
    }

    String currency() {
        return account.currency();
    }

    HistoryAccount with(BigDecimal openingBalance) {
        return new HistoryAccount(
                account.reference(),
                account.description(),
                account.holder(),
                account.bank(),
                account.subtype(),
                account.currency(),
                openingBalance);
    }
}
