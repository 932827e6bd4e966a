package org.bankfeed.ponto.internal.order;

import java.net.InetAddress;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.value.InternetAddress;

/** A person's own address as the internet sees it; Ponto passes it on to the bank, so it must not be made up. */
final class PublicAddress {

    private PublicAddress() {}

    /** The address in its usual spelling. */
    static String of(InetAddress person) throws BankFeedException {
        InternetAddress address = InternetAddress.of(person);
        if (!address.isPublic()) {
            throw new BankFeedException.Refused(
                    ("A synchronization needs the person's own public address, and %s is none; behind a proxy, configure"
                                    + " which of its headers tells the person's address")
                            .formatted(address),
                    null,
                    null);
        }
        return address.toString();
    }
}
