package org.bankfeed.screens.internal.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bankfeed.value.InternetAddress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From where a visitor comes: the other end of the connection, unless that is a proxy of ours; then the header tells in
 * which each proxy adds, on the right, whom it was asked by. Of that the right-most hop counts that is no proxy of ours:
 * whatever stands left of it, anybody may have written.
 *
 * @param networks where our proxies are; empty to believe no header
 * @param header {@code X-Forwarded-For}, or {@code Forwarded} as of RFC 7239
 * @param office under which the internet sees those who come from inside our own network, or {@code null}
 */
public record TrustedProxies(
        List<Network> networks, String header, @Nullable InternetAddress office) {

    private static final Logger LOG = LoggerFactory.getLogger(TrustedProxies.class);
    private static final int MOST_HOPS = 50;

    public static final TrustedProxies NONE = new TrustedProxies(List.of(), "X-Forwarded-For", null);

    public TrustedProxies {
        networks = List.copyOf(networks);
    }

    /** As configured; what is no address is said in the log, and trusted by nobody. */
    public static TrustedProxies of(String[] proxies, String header, String office) {
        List<Network> networks = new ArrayList<>();
        Arrays.stream(proxies)
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(text -> {
                    try {
                        networks.add(Network.read(text));
                    } catch (IllegalArgumentException e) {
                        LOG.error("proxies in the configuration org.bankfeed.screens: {}", e.getMessage());
                    }
                });
        return new TrustedProxies(
                networks, header.strip().isEmpty() ? NONE.header : header.strip(), officeAddress(office));
    }

    private static @Nullable InternetAddress officeAddress(String text) {
        if (text.isBlank()) {
            return null;
        }
        Optional<InternetAddress> read = InternetAddress.read(text.strip()).filter(InternetAddress::isPublic);
        if (read.isEmpty()) {
            LOG.error(
                    "office.address in the configuration org.bankfeed.screens: '{}' is no address in the internet; it is"
                            + " left out",
                    text);
        }
        return read.orElse(null);
    }

    /**
     * The visitor's own address.
     *
     * @param peer the other end of the connection
     * @param sent the lines of the {@link #header}, in their order
     * @return empty if a proxy of ours does not tell
     */
    Optional<InternetAddress> visitor(String peer, Enumeration<String> sent) {
        Optional<InternetAddress> at = hop(peer);
        if (at.isEmpty() || !trusts(at.get())) {
            return at;
        }
        List<String> hops = hops(sent);
        Optional<InternetAddress> told = Optional.empty();
        for (int i = hops.size() - 1; i >= 0; i--) {
            told = hop(hops.get(i));
            if (told.isEmpty() || !trusts(told.get())) {
                return told;
            }
        }
        return told;
    }

    /** Under which the internet sees a visitor: his own address, or our office's if his is known in our network only. */
    InternetAddress seenFromOutside(InternetAddress visitor) {
        return office == null || visitor.isPublic() ? visitor : office;
    }

    private boolean trusts(InternetAddress address) {
        return networks.stream().anyMatch(network -> network.holds(address.value()));
    }

    private static List<String> hops(Enumeration<String> sent) {
        List<String> hops = new ArrayList<>();
        sent.asIterator().forEachRemaining(line -> hops.addAll(split(line)));
        return hops.subList(Math.max(0, hops.size() - MOST_HOPS), hops.size());
    }

    private static Collection<String> split(String line) {
        return Arrays.asList(line.split(",", -1));
    }

    /** {@code 192.0.2.7}, {@code 192.0.2.7:4711}, {@code 2001:db8::7}, {@code [2001:db8::7]:4711}; {@code for="…"} of it. */
    private static Optional<InternetAddress> hop(String text) {
        String plain = text.strip();
        for (String pair : plain.split(";")) {
            String[] sides = pair.strip().split("=", 2);
            if (sides.length == 2 && sides[0].strip().toLowerCase(Locale.ROOT).equals("for")) {
                plain = sides[1];
            }
        }
        plain = plain.replace("\"", "").strip();
        if (plain.startsWith("[")) {
            plain = plain.substring(1, Math.max(1, plain.indexOf(']')));
        } else if (plain.indexOf('.') >= 0 && plain.indexOf(':') == plain.lastIndexOf(':')) {
            plain = plain.replaceAll(":\\d*$", "");
        }
        return InternetAddress.read(plain.replaceAll("%.*", ""));
    }
}
