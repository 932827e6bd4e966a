package org.bankfeed.value;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address on the internet in figures; never a name, so that nobody is asked what it means.
 *
 * @param value the address
 */
public record InternetAddress(InetAddress value) {

    private static final Pattern FOUR = Pattern.compile("(\\d{1,3})(\\.\\d{1,3}){3}");
    private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    public static InternetAddress of(InetAddress value) {
        return new InternetAddress(value);
    }

    /** Reads {@code 192.0.2.7} or {@code 2001:db8::7}; empty for whatever else it is, a name among it. */
    public static Optional<InternetAddress> read(String text) {
        String plain = text.strip();
        if (!FOUR.matcher(plain).matches() && !SIX.matcher(plain).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new InternetAddress(InetAddress.getByName(plain)));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether the whole internet knows it: not of a house, a provider's inside, a machine itself, or many at once. */
    public boolean isPublic() {
        if (value.isAnyLocalAddress()
                || value.isLoopbackAddress()
                || value.isLinkLocalAddress()
                || value.isSiteLocalAddress()
                || value.isMulticastAddress()) {
            return false;
        }
        int first = octet(0);
        if (!(value instanceof Inet4Address)) {
            return (first & 0xfe) != 0xfc; // unique local
        }
        boolean sharedByProvider = first == 100 && (octet(1) & 0xc0) == 64;
        boolean forBenchmarks = first == 198 && (octet(1) & 0xfe) == 18;
        return first != 0 && first < 240 && !sharedByProvider && !forBenchmarks;
    }

    private int octet(int place) {
        return value.getAddress()[place] & 0xff;
    }

    /** In its usual spelling, without the name of a network card. */
    @Override
    public String toString() {
        String text = value.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }
}
