package org.bankfeed.ponto.internal;

import java.net.Inet4Address;
import java.net.InetAddress;
import org.bankfeed.feed.BankFeedException;

/** A person's own address as the internet sees it; Ponto passes it on to the bank, so it must not be made up. */
final class PublicAddress {

    private PublicAddress() {}

    /** The address in its usual spelling. */
    static String of(InetAddress person) throws BankFeedException {
        if (!isPublic(person)) {
            throw new BankFeedException.Refused(
                    ("A synchronization needs the person's own public address, and %s is none; behind a proxy, configure"
                                    + " which of its headers tells the person's address")
                            .formatted(spelled(person)),
                    null,
                    null);
        }
        return spelled(person);
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] octets = address.getAddress();
        int first = octets[0] & 0xff;
        if (!(address instanceof Inet4Address)) {
            return (first & 0xfe) != 0xfc; // unique local
        }
        int second = octets[1] & 0xff;
        boolean sharedByProvider = first == 100 && (second & 0xc0) == 64;
        boolean forBenchmarks = first == 198 && (second & 0xfe) == 18;
        return first != 0 && first < 240 && !sharedByProvider && !forBenchmarks;
    }

    private static String spelled(InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }
}
