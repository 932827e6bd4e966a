package org.bankfeed.screens.internal;

import org.bankfeed.screens.internal.page.DashboardPage;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.web.PublicAddress;
import org.bankfeed.screens.internal.web.Routes;

/** The map of the site: every address, and the page behind it. */
final class Site {

    private Site() {}

    static Routes routes(Rooms rooms, PublicAddress address) {
        DashboardPage dashboard = new DashboardPage(rooms);
        return new Routes().look("/", dashboard::show);
    }
}
