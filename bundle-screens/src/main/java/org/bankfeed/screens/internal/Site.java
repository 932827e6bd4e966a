package org.bankfeed.screens.internal;

import org.bankfeed.screens.internal.page.CompanyPage;
import org.bankfeed.screens.internal.page.DashboardPage;
import org.bankfeed.screens.internal.page.NextDayPage;
import org.bankfeed.screens.internal.page.ReadingPage;
import org.bankfeed.screens.internal.rooms.Errands;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.web.PublicAddress;
import org.bankfeed.screens.internal.web.Routes;

/** The map of the site: every address, and the page behind it. */
final class Site {

    private Site() {}

    static Routes routes(Rooms rooms, Errands errands, PublicAddress address) {
        DashboardPage dashboard = new DashboardPage(rooms);
        NextDayPage nextDay = new NextDayPage(rooms);
        CompanyPage company = new CompanyPage();
        ReadingPage reading = new ReadingPage(errands);
        return new Routes()
                .look("/", dashboard::show)
                .act("/next-day", nextDay::pass)
                .act("/company", company::change)
                .look("/read", reading::look)
                .act("/read", reading::begin);
    }
}
