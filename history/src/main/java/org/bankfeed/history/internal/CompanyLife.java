package org.bankfeed.history.internal;

import java.time.LocalDate;

/**
 * The company's days, one after the other. Its life began on a fixed day, and a day depends on the days before it only:
 * whoever asks again tomorrow sees the same past, with the same ids, and one day more.
 */
public final class CompanyLife {

    /** Holder of all its accounts. */
    public static final String NAME = "Koperveld Horecagroothandel NV";

    private static final LocalDate BEGINNING = LocalDate.of(2021, 1, 4);
    private static final long SEED = 20_210_104;

    private CompanyLife() {}

    /** The diary of the days from {@code first} to {@code last}, both included. */
    public static Diary lived(LocalDate first, LocalDate last) {
        Chance chance = new Chance(SEED);
        Agenda agenda = new Agenda();
        Diary diary = new Diary();
        Purchases purchases = new Purchases(chance, agenda, diary);
        Sales sales = new Sales(chance, agenda, diary);
        Works works = new Works(new Chance(SEED + 1), agenda, diary);
        Household household = new Household(chance, agenda, diary);
        for (LocalDate day = BEGINNING; !day.isAfter(last); day = day.plusDays(1)) {
            if (day.equals(first)) {
                diary.beginHere();
            }
            if (BankCalendar.isBankDay(day)) {
                agenda.live(day);
                purchases.live(day);
                sales.live(day);
                works.live(day);
                household.live(day);
                diary.endDay();
            }
        }
        return diary;
    }
}
