package org.bankfeed.history;

import java.time.LocalDate;
import org.bankfeed.history.internal.CompanyLife;

/**
 * A company that comes with the program, so that everything can be seen with no bank and no ERP at hand: a Belgian
 * wholesaler of kitchen goods with four accounts. It does not exist, nor does anyone it deals with; account numbers and
 * references have valid check digits.
 */
public final class BuiltInCompany {

    /** The company's name, holder of its accounts. */
    public static final String NAME = CompanyLife.NAME;

    private static final int YEARS = 2;

    private BuiltInCompany() {}

    /**
     * The company's last two years. The same day gives the same history, and a later day the same lines with the same
     * ids, as far as both know them.
     *
     * @param today the last day; before 2023 the history is shorter than two years, before 2021 it is empty
     */
    public static History until(LocalDate today) {
        return goingOn(today, today);
    }

    /**
     * The same two years, and how the company's life goes on after them. Its events begin with those of {@code
     * until(today)}, and with those of every earlier {@code last}: whoever counts what he has seen can ask again.
     *
     * @param today the day that {@link #until} ends with
     * @param last the last day, not before {@code today}
     */
    public static History goingOn(LocalDate today, LocalDate last) {
        return CompanyLife.lived(today.minusYears(YEARS), last).history();
    }
}
